import { problemOf, type Reply } from '@kantinekortet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

export type Register = Reply<'/registers/current', 'get'>;

/** The till this browser is paired as, or null when it is not (or no longer) paired. */
export const registerQuery = queryOptions({
  queryKey: ['register'],
  staleTime: 30_000,
  refetchInterval: 60_000,
  queryFn: async ({ signal }): Promise<Register | null> => {
    try {
      const { data } = await api.client.GET('/registers/current', { signal });
      return data ?? null;
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
});
