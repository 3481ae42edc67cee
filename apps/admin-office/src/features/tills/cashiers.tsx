import { Button, Heading, Table, Tag } from '@digdir/designsystemet-react';
import { EmptyState, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Cashier } from './cashier.ts';
import { EditCashier } from './edit-cashier.tsx';
import styles from './tills.module.css';

/** Who may sell at the school's tills. */
export function Cashiers() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const cashiers = api.query.useQuery('get', '/schools/{schoolId}/cashiers', { params: { path: { schoolId } } });
  const [editing, setEditing] = useState<Cashier | 'new'>();
  return (
    <section className="kk-stack" data-gap="4" aria-labelledby="kasserere">
      <div className="kk-row" data-between>
        <Heading level={2} data-size="xs" id="kasserere">
          <Trans>Kasserere</Trans>
        </Heading>
        <Button onClick={() => setEditing('new')}>
          <Trans>Ny kasserer</Trans>
        </Button>
      </div>
      <QueryState query={cashiers}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t`Ingen kasserere ennå`}>
              <Trans>Kassereren velger navnet sitt på kassen og logger inn med PIN.</Trans>
            </EmptyState>
          ) : (
            <Table>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Status`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((cashier) => (
                  <Table.Row key={cashier.id}>
                    <Table.Cell>
                      <Button variant="tertiary" className={styles.name} onClick={() => setEditing(cashier)}>
                        {cashier.name}
                      </Button>
                    </Table.Cell>
                    <Table.Cell>
                      {cashier.active ? (
                        <Tag data-color="success">{t`Kan selge`}</Tag>
                      ) : (
                        <Tag data-color="neutral">{t`Har sluttet`}</Tag>
                      )}
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          )
        }
      </QueryState>
      {editing !== undefined && (
        <EditCashier cashier={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </section>
  );
}
