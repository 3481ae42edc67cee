import { Button, Table } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { DateTime, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { InviteStaff } from './invite-staff.tsx';
import styles from './staff.module.css';
import { RemoveStaff } from './remove-staff.tsx';

type Member = Reply<'/schools/{schoolId}/staff', 'get'>['items'][number];
type Role = Member['role'];

/** Who works here in the office and in customer service, and who is invited. */
export function Staff() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const [isInviting, setIsInviting] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const staff = api.query.useQuery('get', '/schools/{schoolId}/staff', { params: { path: { schoolId } } });
  const roleNames: Readonly<Record<Role, string>> = { office: t`Administrasjon`, support: t`Kundeservice` };
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader
        title={t`Ansatte`}
        actions={
          <Button onClick={() => setIsInviting(true)}>
            <Trans>Inviter ansatt</Trans>
          </Button>
        }
      />
      <QueryState query={staff}>
        {({ items, invitations }) => (
          <Table>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
                <Table.HeaderCell>{t`Rolle`}</Table.HeaderCell>
                <Table.HeaderCell>{t`Tilgang`}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {items.map((member) => (
                <Table.Row key={`${member.personId}-${member.role}`}>
                  <Table.Cell>
                    {member.name}
                    <div className={`kk-subtle ${styles.email}`}>{member.email}</div>
                  </Table.Cell>
                  <Table.Cell>{roleNames[member.role]}</Table.Cell>
                  <Table.Cell>
                    {!isLastOffice(items, member) && (
                      <Button
                        variant="tertiary"
                        data-color="danger"
                        aria-label={t`Fjern ${member.name}`}
                        onClick={() => setLeaving(member)}
                      >
                        <Trans>Fjern</Trans>
                      </Button>
                    )}
                  </Table.Cell>
                </Table.Row>
              ))}
              {invitations.map(({ id, email, role, expiresAt }) => (
                <Table.Row key={id}>
                  <Table.Cell>
                    <span className="kk-subtle">{t`Invitert`}</span>
                    <div className={styles.email}>{email}</div>
                  </Table.Cell>
                  <Table.Cell>{roleNames[role]}</Table.Cell>
                  <Table.Cell className="kk-subtle">
                    <Trans>
                      Gjelder til <DateTime iso={expiresAt} show="date" />
                    </Trans>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        )}
      </QueryState>
      {leaving && <RemoveStaff {...leaving} onClose={() => setLeaving(undefined)} />}
      {isInviting && <InviteStaff onClose={() => setIsInviting(false)} />}
    </div>
  );
}

/** The server keeps the last one of the office. */
function isLastOffice(items: readonly Pick<Member, 'role'>[], { role }: Pick<Member, 'role'>): boolean {
  return role === 'office' && items.filter((member) => member.role === 'office').length === 1;
}
