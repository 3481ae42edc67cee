import { Button, Switch, Tag } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { ProblemAlert } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import styles from './pupils.module.css';
import { UnlinkGuardian } from './unlink-guardian.tsx';

interface GuardianProps {
  guardian: Item<'/schools/{schoolId}/pupils/{pupilId}/guardians'>;
}

/** One guardian, or one who asks to be: yes or no, whether the others may know, and the end of it. */
export function Guardian({ guardian: { guardianshipId: id, name, email, status, isDiscreet } }: GuardianProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const isOffice = useIsOffice();
  const [isUnlinking, setIsUnlinking] = useState(false);
  // What was chosen, at once, until the answer is on the screen.
  const [chosen, setChosen] = useState<boolean>();
  const params = { path: { schoolId, id } };
  const onSuccess = () => queryClient.invalidateQueries();
  const decide = useMutation({
    mutationFn: (verdict: 'approve' | 'reject') =>
      verdict === 'approve'
        ? api.client.POST('/schools/{schoolId}/guardianships/{id}/approve', { params })
        : api.client.POST('/schools/{schoolId}/guardianships/{id}/reject', { params }),
    onSuccess,
  });
  const setDiscretion = useMutation({
    mutationFn: (body: { isDiscreet: boolean }) =>
      api.client.PUT('/schools/{schoolId}/guardianships/{id}/discretion', { params, body }),
    onSuccess,
  });
  const choose = (wanted: boolean): void => {
    setChosen(wanted);
    setDiscretion.mutate({ isDiscreet: wanted }, { onSettled: () => setChosen(undefined) });
  };
  return (
    <li className={styles.guardian}>
      <span>
        {name}
        <br />
        <span className="kk-subtle">{email}</span>
      </span>
      {status === 'pending' ? (
        <span className="kk-row">
          <Tag data-color="warning">
            <Trans>Venter</Trans>
          </Tag>
          {isOffice && (
            <>
              <Button onClick={() => decide.isPending || decide.mutate('approve')}>
                <Trans>Godkjenn</Trans>
              </Button>
              <Button
                variant="secondary"
                data-color="neutral"
                onClick={() => decide.isPending || decide.mutate('reject')}
              >
                <Trans>Avslå</Trans>
              </Button>
            </>
          )}
        </span>
      ) : (
        isOffice && (
          <Button
            variant="tertiary"
            data-color="danger"
            aria-label={t`Koble fra ${name}`}
            onClick={() => setIsUnlinking(true)}
          >
            <Trans>Koble fra</Trans>
          </Button>
        )
      )}
      {isOffice ? (
        <Switch
          className="kk-full"
          label={t`Skjermet: ${name} og de andre foresatte får ikke vite om hverandre`}
          checked={chosen ?? isDiscreet}
          onChange={(event) => chosen === undefined && choose(event.target.checked)}
        />
      ) : (
        isDiscreet && (
          <span className="kk-full">
            <Trans>Skjermet for de andre foresatte</Trans>
          </span>
        )
      )}
      <ProblemAlert error={decide.error ?? setDiscretion.error} />
      {isUnlinking && <UnlinkGuardian id={id} name={name} onClose={() => setIsUnlinking(false)} />}
    </li>
  );
}
