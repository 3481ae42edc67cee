import type { Reply } from '@kantinekortet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.ts';

export type Catalogue = Reply<'/registers/current/catalogue', 'get'>;

/** Products, prices and their order; asked again every minute, and at once when a price was refused. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  refetchInterval: 60_000,
  queryFn: async ({ signal }): Promise<Catalogue> => {
    const { data } = await api.client.GET('/registers/current/catalogue', { signal });
    return data ?? { version: '', categories: [], products: [] };
  },
});
