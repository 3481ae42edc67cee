import { Button, Heading, Table } from '@digdir/designsystemet-react';
import { download, Money, ProblemAlert, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { Settlement, SettlementLine } from './settlement-types.ts';
import styles from './settlements.module.css';
import { useSettlementWords } from './use-settlement-words.ts';

/** What a settlement is made of, on the screen and as a file for the accountant. */
export function SettlementLines({ settlement: { id, receivedOn } }: { settlement: Settlement }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const path = { schoolId, id };
  const lines = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/settlements/{id}/lines',
    { params: { path } },
    { initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await api.client.GET('/schools/{schoolId}/settlements/{id}/lines.csv', {
        params: { path },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Oppgjør`} ${receivedOn}.csv`);
    },
  });
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="linjer">
      <Heading level={2} data-size="2xs" id="linjer">
        <Trans>Linjer</Trans>
      </Heading>
      <ProblemAlert error={save.error} />
      <div>
        <Button variant="secondary" loading={save.isPending} onClick={() => save.mutate()}>
          <Trans>Last ned linjene</Trans>
        </Button>
      </div>
      <QueryState query={lines}>{({ pages }) => <Lines items={pages.flatMap(({ items }) => items)} />}</QueryState>
      {lines.hasNextPage && (
        <div>
          <Button variant="secondary" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
            <Trans>Vis flere</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function Lines({ items }: { items: readonly SettlementLine[] }) {
  const { t } = useLingui();
  const { kinds } = useSettlementWords();
  return (
    <div className={linkTable.scroll}>
      <Table className={linkTable.table} data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t`Gjelder`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Bilag`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`Beløp`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`Kostnad`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`På kontoen`}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {items.map(({ number, kind, subjectId, amountOre, costOre }) => (
            <Table.Row key={number}>
              <Table.Cell>{kinds[kind]}</Table.Cell>
              <Table.Cell className={styles.reference ?? ''}>{subjectId}</Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={amountOre} />
              </Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={costOre} />
              </Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={amountOre - costOre} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
