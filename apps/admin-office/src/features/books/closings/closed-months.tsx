import { Table } from '@digdir/designsystemet-react';
import { DateTime, Money } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import styles from '../books.module.css';
import type { Closing } from './closings.ts';
import { monthName } from '../../../components/month-name.ts';

/** The months that were closed: with what, by whom and when. */
export function ClosedMonths({ closings }: { closings: readonly Closing[] }) {
  const { t } = useLingui();
  return (
    <div className={styles.scroll}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t`Måned`}</Table.HeaderCell>
            <Table.HeaderCell className={styles.amount ?? ''}>{t`Merverdiavgift`}</Table.HeaderCell>
            <Table.HeaderCell className={styles.amount ?? ''}>{t`Til driftskontoen`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Avsluttet`}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {closings.map(({ month, vatOre, releaseOre, closedBy, closedAt }) => (
            <Table.Row key={month}>
              <Table.HeaderCell scope="row">{monthName(month)}</Table.HeaderCell>
              <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
                <Money ore={vatOre} />
              </Table.Cell>
              <Table.Cell className={`${styles.amount ?? ''} kk-number`}>
                <Money ore={releaseOre} />
              </Table.Cell>
              <Table.Cell>
                {closedBy}, <DateTime iso={closedAt} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
