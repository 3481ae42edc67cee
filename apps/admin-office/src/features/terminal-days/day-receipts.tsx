import { Button, Heading, Table } from '@digdir/designsystemet-react';
import { DateTime, EmptyState, Money, QueryState } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { TerminalDay } from './terminal-day.ts';
import styles from './terminal-days.module.css';

/** What was put on cards by terminal on a day, and its sum. */
export function DayReceipts({ day }: { day: TerminalDay }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const receipts = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/office-receipts',
    { params: { path: { schoolId }, query: { paidOn: day.day, method: 'terminal' as const } } },
    { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="innbetalinger">
      <Heading level={2} data-size="2xs" id="innbetalinger">
        <Trans>Innbetalinger</Trans>
      </Heading>
      <div>
        <Money ore={day.receiptsTotalOre} className={styles.total ?? ''} />
        <div className="kk-subtle">
          <Plural value={day.receiptCount} one="# innbetaling" other="# innbetalinger" />
        </div>
      </div>
      <QueryState query={receipts}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyState title={t`Ingen innbetalinger denne dagen`}>
                <Trans>Betaling med bankterminal registreres på elevens side.</Trans>
              </EmptyState>
            );
          }
          return (
            <Table className={linkTable.table}>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Registrert`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Elev`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Kvittering`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Av`}</Table.HeaderCell>
                  <Table.HeaderCell className="kk-number">{t`Beløp`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((receipt) => (
                  <Table.Row key={receipt.id}>
                    <Table.Cell>
                      <DateTime iso={receipt.receivedAt} />
                    </Table.Cell>
                    <Table.Cell>
                      <Link
                        className="ds-link"
                        to="/$schoolId/elever/$pupilId"
                        params={{ schoolId, pupilId: receipt.pupilId }}
                      >
                        {receipt.pupilName}
                      </Link>
                    </Table.Cell>
                    <Table.Cell>
                      {receipt.reference}
                      {receipt.reversal !== null && ` · ${t`Annullert`}`}
                    </Table.Cell>
                    <Table.Cell>{receipt.receivedBy}</Table.Cell>
                    <Table.Cell className="kk-number">
                      <Money ore={receipt.reversal === null ? receipt.amountOre : 0} />
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          );
        }}
      </QueryState>
      {receipts.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            loading={receipts.isFetchingNextPage}
            onClick={() => void receipts.fetchNextPage()}
          >
            <Trans>Vis flere</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}
