import { Button, Heading, Table } from '@digdir/designsystemet-react';
import { DateTime, EmptyState, Money, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { Settlement } from './settlement-types.ts';
import { useSettlementWords } from './use-settlement-words.ts';

/** Every settlement, the newest first. */
export function SettlementList() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const settlements = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/settlements',
    { params: { path: { schoolId } } },
    { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="oppgjor">
      <Heading level={2} data-size="2xs" id="oppgjor">
        <Trans>Kommet til klientkontoen</Trans>
      </Heading>
      <QueryState query={settlements}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyState title={t`Ingen oppgjør ennå`}>
                <Trans>De hentes hver natt, eller dere fører dem når pengene er på klientkontoen.</Trans>
              </EmptyState>
            );
          }
          return <List items={items} />;
        }}
      </QueryState>
      {settlements.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            loading={settlements.isFetchingNextPage}
            onClick={() => void settlements.fetchNextPage()}
          >
            <Trans>Vis flere</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function List({ items }: { items: readonly Settlement[] }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { methodName } = useSettlementWords();
  return (
    <div className={linkTable.scroll}>
      <Table className={linkTable.table}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t`Dato`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Betalt med`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Ført`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`Brutto`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`Kostnad`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`På kontoen`}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {items.map(({ id, receivedOn, method, source, recordedBy, grossOre, costOre, netOre }) => (
            <Table.Row key={id}>
              <Table.Cell>
                <Link
                  className="ds-link"
                  to="/$schoolId/regnskap/oppgjor/$settlementId"
                  params={{ schoolId, settlementId: id }}
                >
                  <DateTime iso={receivedOn} show="date" />
                </Link>
              </Table.Cell>
              <Table.Cell>{methodName(method)}</Table.Cell>
              <Table.Cell>{source === 'report' ? t`Av rapporten` : recordedBy}</Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={grossOre} />
              </Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={costOre} />
              </Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={netOre} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
