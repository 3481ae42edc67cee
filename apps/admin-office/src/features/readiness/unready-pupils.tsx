import { Button, Table } from '@digdir/designsystemet-react';
import { DateTime, EmptyState, Money, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { Need } from './readiness.ts';

/** Who lacks something, each with what. */
export function UnreadyPupils({ need, classId }: { need: Need | undefined; classId: string | undefined }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const query = { ...(need !== undefined && { lacking: need }), ...(classId !== undefined && { classId }) };
  const pupils = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/cash-free-readiness/pupils',
    { params: { path: { schoolId }, query } },
    {
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    },
  );
  const answer = (has: boolean) => (has ? t`Ja` : t`Mangler`);
  return (
    <QueryState query={pupils}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return (
            <EmptyState title={t`Ingen mangler noe her`}>
              <Trans>Elever som mangler kort, foresatt eller penger, vises her.</Trans>
            </EmptyState>
          );
        }
        return (
          <>
            <Table stickyHeader className={linkTable.table}>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Klasse`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Kort`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Foresatt`}</Table.HeaderCell>
                  <Table.HeaderCell className="kk-number">{t`Disponibelt`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Påminnet`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((pupil) => (
                  <Table.Row key={pupil.pupilId}>
                    <Table.Cell>
                      <Link
                        className="ds-link"
                        to="/$schoolId/elever/$pupilId"
                        params={{ schoolId, pupilId: pupil.pupilId }}
                      >
                        {pupil.name}
                      </Link>
                    </Table.Cell>
                    <Table.Cell>{pupil.className}</Table.Cell>
                    <Table.Cell>{answer(pupil.hasCard)}</Table.Cell>
                    <Table.Cell>{answer(pupil.hasGuardian)}</Table.Cell>
                    <Table.Cell className="kk-number">
                      <Money ore={pupil.availableOre} />
                    </Table.Cell>
                    <Table.Cell>
                      {pupil.remindedOn !== null && <DateTime iso={pupil.remindedOn} show="date" />}
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
            {pupils.hasNextPage && (
              <div>
                <Button
                  variant="secondary"
                  loading={pupils.isFetchingNextPage}
                  onClick={() => void pupils.fetchNextPage()}
                >
                  <Trans>Vis flere</Trans>
                </Button>
              </div>
            )}
          </>
        );
      }}
    </QueryState>
  );
}
