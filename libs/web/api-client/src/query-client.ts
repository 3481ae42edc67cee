import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './api-problem.ts';

const maxRetries = 2;

/** Query defaults of every SPA. `onSignedOut` is told when the server no longer knows the session (401). */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    const { status, code } = problemOf(error);
    // A wrong password is a 401 too, and ends nothing.
    if (status === 401 && code !== 'invalid_credentials') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < maxRetries && isWorthRetrying(problemOf(error).status),
      },
    },
  });
}

function isWorthRetrying(status: number): boolean {
  return status === 0 || status >= 500;
}
