import { type Reply, unlessSignedOut } from '@kantinekortet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

export type Register = Reply<'/registers/current', 'get'>;

/** The till this browser is paired as, or null when it is not (or no longer) paired. */
export const registerQuery = queryOptions({
  queryKey: ['register'],
  staleTime: 30_000,
  refetchInterval: 60_000,
  queryFn: ({ signal }) => unlessSignedOut(api.client.GET('/registers/current', { signal })),
});
