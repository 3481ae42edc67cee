import { Button } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { DateTime, EmptyState, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { ReturnSale } from './return-sale.tsx';
import type { TodaysSale } from './todays-sale.ts';
import styles from './todays-sales.module.css';

type SalesPage = Reply<'/registers/current/sales', 'get'>;

/** What this till sold today, newest first; a mistake is taken back here. */
export function TodaysSales() {
  const { t } = useLingui();
  const [returning, setReturning] = useState<TodaysSale | undefined>();
  const query = useInfiniteQuery({
    queryKey: ['sales'],
    // A sale of a second ago is the one to be taken back.
    staleTime: 0,
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }): Promise<SalesPage> => {
      const params = { query: pageParam === '' ? {} : { cursor: pageParam } };
      const { data } = await api.client.GET('/registers/current/sales', { params, signal });
      return data ?? { items: [], nextCursor: null };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <div className={styles.page}>
      <PageHeader title={t`Dagens salg`} />
      <QueryState query={query}>
        {({ pages }) => {
          const sales = pages.flatMap((page) => page.items);
          if (sales.length === 0) {
            return (
              <EmptyState title={t`Ingen salg i dag`}>
                <Trans>Salgene vises her etter hvert.</Trans>
              </EmptyState>
            );
          }
          return (
            <>
              <ul className={styles.sales}>
                {sales.map((sale) => (
                  <SaleRow key={sale.id} sale={sale} onReturn={() => setReturning(sale)} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button
                  variant="secondary"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  <Trans>Vis flere</Trans>
                </Button>
              )}
            </>
          );
        }}
      </QueryState>
      {returning && <ReturnSale sale={returning} onClose={() => setReturning(undefined)} />}
    </div>
  );
}

function SaleRow({ sale, onReturn }: { sale: TodaysSale; onReturn: () => void }) {
  const lines = sale.lines.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`));
  return (
    <li className={styles.sale}>
      <span className={styles.number}>#{sale.receiptNumber}</span>
      <DateTime iso={sale.occurredAt} show="time" />
      <span className={styles.what}>
        <strong>{[sale.pupil.firstName, sale.pupil.className].filter(Boolean).join(', ')}</strong>
        <span>
          {lines.join(', ')}
          {sale.withoutCard && (
            <>
              {' · '}
              <Trans>uten kort</Trans>
            </>
          )}
        </span>
      </span>
      <Money ore={sale.totalOre} className={styles.amount ?? ''} />
      {(sale.returnedByReceiptNumber ?? null) === null ? (
        <Button variant="secondary" data-color="neutral" onClick={onReturn}>
          <Trans>Returner</Trans>
        </Button>
      ) : (
        <span className={styles.returned}>
          <Trans>Returnert</Trans>
        </span>
      )}
    </li>
  );
}
