import { problemOf, type Reply } from '@kantinekortet/api-client';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Who is signed in to this SPA, or null. Set its data after signing in or out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => {
    try {
      const { data } = await api.client.GET('/sessions/current', { signal });
      return data ?? null;
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
});

/** The signed-in person and roles, or null; undefined while it is asked. */
export function useSession() {
  return useQuery(sessionQuery).data;
}

/** Someone signed in or out: tells the screens, and forgets what the one before has seen. */
export function changeSession(queryClient: QueryClient, session: Reply<'/sessions/current', 'get'> | null): void {
  queryClient.setQueryData(sessionQuery.queryKey, session);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}
