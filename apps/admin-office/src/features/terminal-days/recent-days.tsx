import { Table } from '@digdir/designsystemet-react';
import { DateTime, Money, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { TerminalDay } from './terminal-day.ts';

const shownDays = 14;

/** The latest days of the terminal and how they ended, so that nobody forgets one that is open. */
export function RecentDays() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const days = api.query.useQuery('get', '/schools/{schoolId}/terminal-days', {
    params: { path: { schoolId }, query: { limit: shownDays } },
  });
  const states: Readonly<Record<TerminalDay['status'], string>> = {
    open: t`Ikke gjort opp`,
    balanced: t`Stemmer`,
    differs: t`Avvik`,
  };
  return (
    <QueryState query={days}>
      {({ items }) =>
        items.length > 0 && (
          <Table className={linkTable.table}>
            <caption>
              <Trans>Siste dager</Trans>
            </caption>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{t`Dag`}</Table.HeaderCell>
                <Table.HeaderCell>{t`Oppgjør`}</Table.HeaderCell>
                <Table.HeaderCell className="kk-number">{t`Innbetalinger`}</Table.HeaderCell>
                <Table.HeaderCell className="kk-number">{t`Terminalen`}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {items.map((day) => (
                <Table.Row key={day.day}>
                  <Table.Cell>
                    <Link
                      className="ds-link"
                      to="/$schoolId/bankterminal"
                      params={{ schoolId }}
                      search={{ dag: day.day }}
                    >
                      <DateTime iso={day.day} show="date" />
                    </Link>
                  </Table.Cell>
                  <Table.Cell>{states[day.status]}</Table.Cell>
                  <Table.Cell className="kk-number">
                    <Money ore={day.receiptsTotalOre} />
                  </Table.Cell>
                  <Table.Cell className="kk-number">
                    {day.terminalTotalOre !== null && <Money ore={day.terminalTotalOre} />}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        )
      }
    </QueryState>
  );
}
