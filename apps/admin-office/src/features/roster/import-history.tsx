import { Button, Heading, Table, Tag } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, QueryState, useFormat, osloDay } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { UndoImport } from './undo-import.tsx';

type Import = Item<'/schools/{schoolId}/roster-imports'>;

/** The files that were applied. Those of today can be undone. */
export function ImportHistory() {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const schoolId = useSchoolId();
  const [undoing, setUndoing] = useState<Import>();
  const history = api.query.useQuery('get', '/schools/{schoolId}/roster-imports', { params: { path: { schoolId } } });
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="tidligere">
      <Heading level={2} data-size="xs" id="tidligere">
        <Trans>Tidligere importer</Trans>
      </Heading>
      <QueryState query={history}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="kk-subtle">{t`Her ser du filene som er importert. De kan angres samme dag.`}</p>
          ) : (
            <Table>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Når`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Fil`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Importert av`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Hva skjedde`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Angre`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((one) => (
                  <Table.Row key={one.id}>
                    <Table.Cell>
                      <DateTime iso={one.appliedAt} />
                    </Table.Cell>
                    <Table.Cell>{one.fileName}</Table.Cell>
                    <Table.Cell>{one.appliedBy}</Table.Cell>
                    <Table.Cell>
                      <Trans>
                        {one.result.created} nye, {one.result.changed} endret, {one.result.left} sluttet
                      </Trans>
                    </Table.Cell>
                    <Table.Cell>
                      {one.undoneAt !== null && (
                        <Tag data-color="neutral">
                          <Trans>Angret</Trans>
                        </Tag>
                      )}
                      {one.undoneAt === null && osloDay(one.appliedAt) === osloDay() && (
                        <Button
                          variant="tertiary"
                          data-color="danger"
                          aria-label={t`Angre import: ${one.fileName} ${dateTime(one.appliedAt)}`}
                          onClick={() => setUndoing(one)}
                        >
                          <Trans>Angre import</Trans>
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
      {undoing && <UndoImport {...undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  );
}
