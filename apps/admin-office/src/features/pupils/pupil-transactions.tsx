import { Button, Heading, Table } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, EmptyState, Money, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { api } from '../../app/api.ts';

type Transaction = Item<'/wallets/{id}/transactions'>;

/** Every movement on the balance, newest first. */
export function PupilTransactions({ walletId }: { walletId: string }) {
  const { t } = useLingui();
  const transactions = api.query.useInfiniteQuery(
    'get',
    '/wallets/{id}/transactions',
    { params: { path: { id: walletId } } },
    { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="bevegelser">
      <Heading level={2} data-size="2xs" id="bevegelser">
        <Trans>Bevegelser</Trans>
      </Heading>
      <QueryState query={transactions}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyState title={t`Ingen bevegelser ennå`}>
                <Trans>Påfyll og kjøp vises her.</Trans>
              </EmptyState>
            );
          }
          return (
            <>
              <Table>
                <Table.Head>
                  <Table.Row>
                    <Table.HeaderCell>{t`Tid`}</Table.HeaderCell>
                    <Table.HeaderCell>{t`Hva`}</Table.HeaderCell>
                    <Table.HeaderCell className="kk-number">{t`Beløp`}</Table.HeaderCell>
                    <Table.HeaderCell className="kk-number">{t`Saldo`}</Table.HeaderCell>
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {items.map((transaction) => (
                    <Table.Row key={transaction.id}>
                      <Table.Cell>
                        <DateTime iso={transaction.occurredAt} />
                      </Table.Cell>
                      <Table.Cell>
                        <What transaction={transaction} />
                      </Table.Cell>
                      <Table.Cell className="kk-number">
                        <Money ore={transaction.amountOre} signed />
                      </Table.Cell>
                      <Table.Cell className="kk-number">
                        <Money ore={transaction.balanceAfterOre} />
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
              {transactions.hasNextPage && (
                <div>
                  <Button
                    variant="secondary"
                    loading={transactions.isFetchingNextPage}
                    onClick={() => void transactions.fetchNextPage()}
                  >
                    <Trans>Vis flere</Trans>
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </QueryState>
    </section>
  );
}

function What({ transaction: { kind, summary } }: { transaction: Transaction }) {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    top_up: t`Påfyll`,
    sale: t`Kjøp`,
    sale_return: t`Retur`,
    fee: t`Gebyr for nytt kort`,
    fee_waiver: t`Gebyr slettet`,
    claim_settlement: t`Trekk for det som manglet`,
    hold_post: t`Utbetaling`,
    payout_returned: t`Utbetaling kom i retur`,
    goodwill: t`Kompensasjon`,
    sibling_transfer: t`Overføring mellom søsken`,
    dispute: t`Betaling trukket tilbake`,
    dispute_won: t`Betaling kom tilbake`,
  };
  const lines = summary.lines?.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)) ?? [];
  const details = [
    lines.join(', '),
    summary.registerName,
    summary.withoutCard ? t`uten kort` : undefined,
    summary.cardLast4 ? `•••• ${summary.cardLast4}` : undefined,
  ].filter(Boolean);
  return (
    <>
      {names[kind] ?? t`Rettelse`}
      {details.length > 0 && <div className="kk-subtle">{details.join(' · ')}</div>}
    </>
  );
}
