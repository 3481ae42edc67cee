import { Dropdown } from '@digdir/designsystemet-react';
import { changeSession, type Session } from '@kantinekortet/api-client';
import { Trans } from '@lingui/react/macro';
import { ChevronDownIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from './api.ts';
import { schoolsOf } from './school.ts';

interface AccountMenuProps {
  session: Session;
  schoolId?: string;
}

/** Who is signed in and at which school; change school, sign out. */
export function AccountMenu({ session, schoolId }: AccountMenuProps) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const schools = schoolsOf(session);
  const current = schools.find(({ id }) => id === schoolId);
  const signOut = useMutation({
    mutationFn: () => api.client.DELETE('/sessions/current'),
    onSettled: async () => {
      changeSession(queryClient, null);
      await navigate({ to: '/logg-inn' });
    },
  });
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary" data-color="neutral">
        <span className="kk-nowrap">{current?.name ?? session.person.name}</span>
        <ChevronDownIcon aria-hidden />
      </Dropdown.Trigger>
      <Dropdown placement="bottom-end" data-color="neutral">
        <Dropdown.Heading>{session.person.name}</Dropdown.Heading>
        <Dropdown.List>
          {schools.length > 1 &&
            schools.map(({ id, name }) => (
              <Dropdown.Item key={id}>
                <Dropdown.Button
                  aria-current={id === schoolId}
                  popoverTargetAction="hide"
                  onClick={() => void navigate({ to: '/$schoolId', params: { schoolId: id } })}
                >
                  {name}
                </Dropdown.Button>
              </Dropdown.Item>
            ))}
          <Dropdown.Item>
            <Dropdown.Button onClick={() => signOut.mutate()}>
              <Trans>Logg ut</Trans>
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
