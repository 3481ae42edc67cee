import { Button, Table } from '@digdir/designsystemet-react';
import { EmptyState, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import { AddStaffCard } from './add-staff-card.tsx';
import { PrintStaffCards } from './print-staff-cards.tsx';

/** Staff who eat in the canteen: each has a page as a pupil has, for card and money. */
export function StaffCards() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const [isAdding, setIsAdding] = useState(false);
  const holders = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/pupils',
    { params: { path: { schoolId }, query: { kind: 'staff' as const } } },
    { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Ansattkort`}>
        <Trans>Ansatte har kort etter de samme reglene som elevene, uten foresatte. Elevlisten endrer dem ikke.</Trans>
      </PageHeader>
      <div className="kk-row">
        <Button onClick={() => setIsAdding(true)}>
          <Trans>Ny ansatt</Trans>
        </Button>
        <PrintStaffCards />
      </div>
      <QueryState query={holders}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyState title={t`Ingen ansatte har kort ennå`}>
                <Trans>Legg inn en ansatt. Gi kort og ta imot betaling på siden til den ansatte.</Trans>
              </EmptyState>
            );
          }
          return (
            <Table className={linkTable.table}>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Kort`}</Table.HeaderCell>
                  <Table.HeaderCell className="kk-number">{t`Saldo`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map(({ pupilId, name, card, balanceOre }) => (
                  <Table.Row key={pupilId}>
                    <Table.Cell>
                      <Link className="ds-link" to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId }}>
                        {name}
                      </Link>
                    </Table.Cell>
                    <Table.Cell>{card?.number ?? t`Uten kort`}</Table.Cell>
                    <Table.Cell className="kk-number">
                      <Money ore={balanceOre} />
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          );
        }}
      </QueryState>
      {holders.hasNextPage && (
        <div>
          <Button variant="secondary" loading={holders.isFetchingNextPage} onClick={() => void holders.fetchNextPage()}>
            <Trans>Vis flere</Trans>
          </Button>
        </div>
      )}
      {isAdding && <AddStaffCard onClose={() => setIsAdding(false)} />}
    </div>
  );
}
