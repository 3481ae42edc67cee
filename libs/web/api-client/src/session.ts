import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { problemOf } from './api-problem.ts';
import type { Api } from './api.ts';
import type { Reply } from './reply.ts';

/** Who is signed in, with roles. */
export type Session = Reply<'/sessions/current', 'get'>;

const queryKey = ['session'] as const;

/** Asks who is signed in to an SPA; its data is null for a visitor. */
export function sessionQueryOf(api: Api) {
  return queryOptions({
    queryKey,
    staleTime: 60_000,
    queryFn: ({ signal }) => unlessSignedOut(api.client.GET('/sessions/current', { signal })),
  });
}

/** The answer, or null when the server no longer knows the one who asks (401). */
export async function unlessSignedOut<Data>(answer: Promise<{ data?: Data }>): Promise<Data | null> {
  try {
    const { data } = await answer;
    return data ?? null;
  } catch (error) {
    if (problemOf(error).status === 401) return null;
    throw error;
  }
}

/** Someone signed in or out: tells the screens, and forgets what the one before has seen. */
export function changeSession(queryClient: QueryClient, session: Session | null): void {
  queryClient.setQueryData(queryKey, session);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
}
