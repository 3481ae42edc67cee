import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemAlert, type ProblemTexts } from './problem-alert.tsx';

interface QueryStateProps<Data> {
  query: Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'refetch'>;
  loading?: ReactNode;
  texts?: ProblemTexts;
  children: (data: Data) => ReactNode;
}

/** Draws one of a query's states: waiting, failed with "try again", or ready. Old data stays while new is fetched. */
export function QueryState<Data>({ query, loading = <Loading />, texts, children }: QueryStateProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error)
    return <ProblemAlert error={query.error} {...(texts && { texts })} onRetry={() => void query.refetch()} />;
  return loading;
}
