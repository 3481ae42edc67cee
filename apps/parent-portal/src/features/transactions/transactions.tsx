import './texts.ts';
import { Button } from '@digdir/designsystemet-react';
import { EmptyState, Loading, PageHeader, ProblemAlert } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { DownloadIcon, ReceiptIcon } from '@navikt/aksel-icons';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../app/api.ts';
import { BackLink } from '../../components/back-link.tsx';
import { ChildScreen } from '../../components/child-screen.tsx';
import { type Child, shortNameOf } from '../../components/children.ts';
import { TransactionList } from '../../components/transaction-list.tsx';

// Few want it on paper.
const PrintStatement = lazy(async () => ({ default: (await import('./print-statement.tsx')).PrintStatement }));

const route = getRouteApi('/signed-in/barn/$pupilId/kjop');
const pageSize = 20;

export function Transactions() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <Statement child={child} />}</ChildScreen>;
}

function Statement({ child }: { child: Child }) {
  const { t } = useLingui();
  const { pupilId, wallet } = child;
  const [isPrinting, setIsPrinting] = useState(false);
  const statement = api.query.useInfiniteQuery(
    'get',
    '/wallets/{id}/transactions',
    { params: { path: { id: wallet.id }, query: { limit: pageSize } } },
    { initialPageParam: null, getNextPageParam: (page) => page.nextCursor },
  );
  const items = statement.data?.pages.flatMap((page) => page.items) ?? [];
  const name = shortNameOf(child);

  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader
        title={t`Kjøp og innbetalinger for ${name}`}
        above={<BackLink pupilId={pupilId} />}
        actions={
          items.length > 0 && (
            <Button variant="secondary" onClick={() => setIsPrinting(true)}>
              <DownloadIcon aria-hidden />
              <Trans>Kontoutskrift</Trans>
            </Button>
          )
        }
      />
      {statement.isPending && <Loading rows={8} height={60} />}
      {statement.data && items.length === 0 && (
        <EmptyState icon={<ReceiptIcon />} title={t`Ingen kjøp ennå`}>
          <Trans>Kjøp og påfyllinger kommer hit når {name} bruker kortet.</Trans>
        </EmptyState>
      )}
      {items.length > 0 && (
        <div className="kk-panel">
          <TransactionList items={items} pupilId={pupilId} />
        </div>
      )}
      <ProblemAlert error={statement.error} onRetry={() => void statement.refetch()} />
      {statement.hasNextPage && (
        <Button
          variant="secondary"
          className="kk-full"
          loading={statement.isFetchingNextPage}
          onClick={() => void statement.fetchNextPage()}
        >
          <Trans>Vis flere</Trans>
        </Button>
      )}
      {isPrinting && (
        <Suspense>
          <PrintStatement child={child} onClose={() => setIsPrinting(false)} />
        </Suspense>
      )}
    </div>
  );
}
