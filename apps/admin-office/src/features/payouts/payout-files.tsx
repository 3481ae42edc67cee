import { Heading, Table } from '@digdir/designsystemet-react';
import { DateTime, Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { PayoutOverview } from './payout-types.ts';
import { usePayoutWords } from './use-payout-words.ts';

/** The files so far, newest first. */
export function PayoutFiles({ items }: Pick<PayoutOverview, 'items'>) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { statuses } = usePayoutWords();
  if (items.length === 0) return null;
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="filer">
      <Heading level={2} data-size="2xs" id="filer">
        <Trans>Filer</Trans>
      </Heading>
      <div className={linkTable.scroll}>
        <Table className={linkTable.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t`Fil`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Laget`}</Table.HeaderCell>
              <Table.HeaderCell>{t`Status`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Linjer`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`I retur`}</Table.HeaderCell>
              <Table.HeaderCell className="kk-number">{t`Sum`}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {items.map(({ id, number, preparedAt, preparedBy, status, lineCount, returnedCount, totalOre }) => (
              <Table.Row key={id}>
                <Table.Cell>
                  <Link className="ds-link" to="/$schoolId/utbetalinger/$payoutId" params={{ schoolId, payoutId: id }}>
                    <Trans>Fil {number}</Trans>
                  </Link>
                </Table.Cell>
                <Table.Cell>
                  <DateTime iso={preparedAt} /> {preparedBy}
                </Table.Cell>
                <Table.Cell>{statuses[status]}</Table.Cell>
                <Table.Cell className="kk-number">{lineCount}</Table.Cell>
                <Table.Cell className="kk-number">{returnedCount}</Table.Cell>
                <Table.Cell className="kk-number">
                  <Money ore={totalOre} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </section>
  );
}
