import { Button, Table } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, EmptyState, PageHeader, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { PrintCards } from './print-cards.tsx';
import { ReprintBatch } from './reprint-batch.tsx';

/** Printing cards and letters, and what was printed before. */
export function Cards() {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const [reprinting, setReprinting] = useState<Item<'/schools/{schoolId}/card-batches'> | undefined>();
  const batches = api.query.useQuery('get', '/schools/{schoolId}/card-batches', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Kort`}>
        <Trans>Kort og brev skrives ut samtidig. Kodene lages på nytt hver gang og lagres ikke.</Trans>
      </PageHeader>
      <PrintCards />
      <QueryState query={batches}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t`Ingen utskrifter ennå`}>
              <Trans>Utskriftene vises her med dato og antall.</Trans>
            </EmptyState>
          ) : (
            <Table>
              <caption>
                <Trans>Tidligere utskrifter</Trans>
              </caption>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Tid`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Klasse`}</Table.HeaderCell>
                  <Table.HeaderCell className="kk-number">{t`Antall kort`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Skrevet ut av`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Skriv ut på nytt`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((batch) => (
                  <Table.Row key={batch.id}>
                    <Table.Cell>
                      <DateTime iso={batch.createdAt} />
                    </Table.Cell>
                    <Table.Cell>{batch.className ?? t`Lager`}</Table.Cell>
                    <Table.Cell className="kk-number">{batch.cardCount}</Table.Cell>
                    <Table.Cell>{batch.createdBy}</Table.Cell>
                    <Table.Cell>
                      {batch.reprintableCount > 0 && (
                        <Button
                          variant="secondary"
                          aria-label={t`Skriv ut ${batch.className ?? t`Lager`} på nytt, ${format.dateTime(batch.createdAt)}`}
                          onClick={() => setReprinting(batch)}
                        >
                          <Trans>Skriv ut</Trans>
                        </Button>
                      )}
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          )
        }
      </QueryState>
      {reprinting && <ReprintBatch batch={reprinting} onClose={() => setReprinting(undefined)} />}
    </div>
  );
}
