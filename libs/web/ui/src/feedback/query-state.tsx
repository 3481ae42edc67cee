import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemAlert, type ProblemTexts } from './problem-alert.tsx';
import { ProblemScreen } from './problem-screen.tsx';

interface QueryStateProps<Data> {
  query: Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'refetch'>;
  loading?: ReactNode;
  texts?: ProblemTexts;
  /** All of the screen depends on this, its heading too. */
  isScreen?: boolean;
  children: (data: Data) => ReactNode;
}

/** Draws one of a query's states: waiting, failed with "try again", or ready. Old data stays while new is fetched. */
export function QueryState<Data>({
  query,
  loading = <Loading />,
  texts,
  isScreen = false,
  children,
}: QueryStateProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const Problem = isScreen ? ProblemScreen : ProblemAlert;
    return <Problem error={query.error} {...(texts && { texts })} onRetry={() => void query.refetch()} />;
  }
  return loading;
}
