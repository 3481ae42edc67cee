import { Table } from '@digdir/designsystemet-react';
import { DateTime, EmptyState, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { PrintCards } from './print-cards.tsx';

/** Printing cards and letters, and what was printed before. */
export function Cards() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
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
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map(({ id, className, cardCount, createdAt, createdBy }) => (
                  <Table.Row key={id}>
                    <Table.Cell>
                      <DateTime iso={createdAt} />
                    </Table.Cell>
                    <Table.Cell>{className ?? t`Lager`}</Table.Cell>
                    <Table.Cell className="kk-number">{cardCount}</Table.Cell>
                    <Table.Cell>{createdBy}</Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          )
        }
      </QueryState>
    </div>
  );
}
