import '@digdir/designsystemet-web/details';
import { Details, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { Money, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import { type Child, shortNameOf } from '../../components/children.ts';
import { isoWeek } from './iso-week.ts';
import styles from './week-bars.module.css';

const weeks = 8;

/** Spending a week as bars, and the same numbers in a table. */
export function WeekBars({ child }: { child: Child }) {
  const { t } = useLingui();
  const format = useFormat();
  const spending = api.query.useQuery('get', '/wallets/{id}/spending', {
    params: { path: { id: child.wallet.id }, query: { weeks } },
  });
  const name = shortNameOf(child);

  return (
    <section className="kk-panel kk-stack" data-gap="3">
      <Heading level={2} data-size="2xs">
        <Trans>Uke for uke</Trans>
      </Heading>
      <QueryState query={spending}>
        {({ items }) => {
          const highest = Math.max(...items.map((week) => week.amountOre));
          if (highest <= 0) {
            return (
              <Paragraph className="kk-subtle">
                <Trans>Her ser du hvor mye {name} handler for hver uke.</Trans>
              </Paragraph>
            );
          }
          return (
            <>
              <div
                className={styles.bars}
                role="img"
                aria-label={t`Forbruk de siste ukene. Tallene står i tabellen under.`}
              >
                {items.map((week) => (
                  <div key={week.weekStart} className={styles.week}>
                    <span className={styles.bar} style={{ blockSize: `${(100 * week.amountOre) / highest}%` }} />
                    <span className={styles.label}>{isoWeek(week.weekStart)}</span>
                  </div>
                ))}
              </div>
              <Details>
                <Details.Summary>
                  <Trans>Vis tallene</Trans>
                </Details.Summary>
                <Details.Content>
                  <Table data-size="sm" className={styles.table}>
                    <Table.Head>
                      <Table.Row>
                        <Table.HeaderCell scope="col">
                          <Trans>Uke</Trans>
                        </Table.HeaderCell>
                        <Table.HeaderCell scope="col">
                          <Trans>Fra</Trans>
                        </Table.HeaderCell>
                        <Table.HeaderCell scope="col" className="kk-number">
                          <Trans>Brukt</Trans>
                        </Table.HeaderCell>
                      </Table.Row>
                    </Table.Head>
                    <Table.Body>
                      {items.toReversed().map((week) => (
                        <Table.Row key={week.weekStart}>
                          <Table.Cell>{isoWeek(week.weekStart)}</Table.Cell>
                          <Table.Cell>{format.date(week.weekStart)}</Table.Cell>
                          <Table.Cell className="kk-number">
                            <Money ore={week.amountOre} />
                          </Table.Cell>
                        </Table.Row>
                      ))}
                    </Table.Body>
                  </Table>
                </Details.Content>
              </Details>
            </>
          );
        }}
      </QueryState>
    </section>
  );
}
