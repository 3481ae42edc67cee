import { Button, Table } from '@digdir/designsystemet-react';
import { DateTime, PageHeader, ProblemAlert, QueryState, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { InviteStaff } from './invite-staff.tsx';

type Role = 'office' | 'support';

const texts: ProblemTexts = {
  last_office: msg`Skolen må ha minst én i administrasjonen.`,
};

/** Who works here in the office and in customer service, and who is invited. */
export function Staff() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [isInviting, setIsInviting] = useState(false);
  const staff = api.query.useQuery('get', '/schools/{schoolId}/staff', { params: { path: { schoolId } } });
  const roleNames: Readonly<Record<Role, string>> = { office: t`Administrasjon`, support: t`Kundeservice` };
  const remove = useMutation({
    mutationFn: (path: { personId: string; role: Role }) =>
      api.client.DELETE('/schools/{schoolId}/staff/{personId}/{role}', { params: { path: { schoolId, ...path } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/staff'] }),
  });
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
      <ProblemAlert error={remove.error} texts={texts} />
      <QueryState query={staff}>
        {({ items, invitations }) => (
          <Table>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
                <Table.HeaderCell>{t`E-post`}</Table.HeaderCell>
                <Table.HeaderCell>{t`Rolle`}</Table.HeaderCell>
                <Table.HeaderCell>{t`Tilgang`}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {items.map(({ personId, name, email, role }) => (
                <Table.Row key={`${personId}-${role}`}>
                  <Table.Cell>{name}</Table.Cell>
                  <Table.Cell>{email}</Table.Cell>
                  <Table.Cell>{roleNames[role]}</Table.Cell>
                  <Table.Cell>
                    <Button
                      variant="tertiary"
                      data-color="danger"
                      aria-label={t`Fjern ${name}`}
                      onClick={() => remove.mutate({ personId, role })}
                    >
                      <Trans>Fjern</Trans>
                    </Button>
                  </Table.Cell>
                </Table.Row>
              ))}
              {invitations.map(({ id, email, role, expiresAt }) => (
                <Table.Row key={id}>
                  <Table.Cell className="kk-subtle">{t`Invitert`}</Table.Cell>
                  <Table.Cell>{email}</Table.Cell>
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
      {isInviting && <InviteStaff onClose={() => setIsInviting(false)} />}
    </div>
  );
}
