import './texts.ts';
import { Loading, ProblemScreen } from '@kantinekortet/ui';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../../app/api.ts';
import { childrenKey, useChildren } from '../../components/children.ts';
import { TopUpFailed } from './top-up-failed.tsx';
import { TopUpPaid } from './top-up-paid.tsx';
import { TopUpPending } from './top-up-pending.tsx';
import { TopUpTurnedBack } from './top-up-turned-back.tsx';
import { TopUpUnapproved } from './top-up-unapproved.tsx';
import { isUnapproved, outcomeOf } from './top-up-outcome.ts';

const route = getRouteApi('/signed-in/fyll-paa/$topUpId');
const askAgainMs = 2_000;

/** Where the payment page sends people back to. The address proves nothing: the server is asked until it knows. */
export function TopUpResult() {
  const { topUpId } = route.useParams();
  const { avbrutt } = route.useSearch();
  const queryClient = useQueryClient();
  const query = api.query.useQuery(
    'get',
    '/top-ups/{id}',
    { params: { path: { id: topUpId } } },
    { refetchInterval: ({ state }) => (outcomeOf(state.data) === 'open' ? askAgainMs : false) },
  );
  const outcome = outcomeOf(query.data);
  const walletId = query.data?.walletId;
  const pupilId = useChildren().data?.items.find((child) => child.wallet.id === walletId)?.pupilId;

  useEffect(() => {
    if (outcome === 'paid') void queryClient.invalidateQueries({ queryKey: childrenKey });
  }, [outcome, queryClient]);

  if (!query.data) {
    return query.isError ? <ProblemScreen error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
  }
  switch (outcome) {
    case 'open':
      if (isUnapproved(query.data)) return <TopUpUnapproved topUpId={topUpId} pupilId={pupilId} />;
      return avbrutt === undefined ? (
        <TopUpPending method={query.data.method} pupilId={pupilId} />
      ) : (
        <TopUpTurnedBack pupilId={pupilId} />
      );
    case 'paid':
      return <TopUpPaid topUp={query.data} pupilId={pupilId} />;
    case 'failed':
    case 'expired':
    case 'returned':
      return <TopUpFailed outcome={outcome} pupilId={pupilId} />;
  }
}
