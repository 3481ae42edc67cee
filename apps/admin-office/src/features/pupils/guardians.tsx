import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { DateTime, ProblemAlert, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { AddGuardian } from './add-guardian.tsx';
import { Guardian } from './guardian.tsx';
import styles from './pupils.module.css';

/** Who follows this pupil's card, who waits for a yes, and who is invited. */
export function Guardians({ pupilId }: { pupilId: string }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const isOffice = useIsOffice();
  const [isAdding, setIsAdding] = useState(false);
  const guardians = api.query.useQuery('get', '/schools/{schoolId}/pupils/{pupilId}/guardians', {
    params: { path: { schoolId, pupilId } },
  });
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      api.client.DELETE('/schools/{schoolId}/pupils/{pupilId}/guardian-invitations/{id}', {
        params: { path: { schoolId, pupilId, id } },
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="foresatte">
      <Heading level={2} data-size="2xs" id="foresatte">
        <Trans>Foresatte</Trans>
      </Heading>
      <ProblemAlert error={withdraw.error} />
      <QueryState query={guardians}>
        {({ items, invitations }) => (
          <>
            {items.length === 0 && (
              <Paragraph className="kk-subtle">
                <Trans>Ingen foresatte har registrert kortet ennå.</Trans>
              </Paragraph>
            )}
            <ul className={styles.list}>
              {items.map((guardian) => (
                <Guardian key={guardian.guardianshipId} guardian={guardian} />
              ))}
              {invitations.map(({ id, email, expiresAt }) => (
                <li key={id} className={styles.guardian}>
                  <span>
                    {email}
                    <br />
                    <span className="kk-subtle">
                      <Trans>
                        Invitert, gjelder til <DateTime iso={expiresAt} show="date" />
                      </Trans>
                    </span>
                  </span>
                  {isOffice && (
                    <Button
                      variant="tertiary"
                      data-color="danger"
                      aria-label={t`Trekk tilbake invitasjonen til ${email}`}
                      onClick={() => withdraw.isPending || withdraw.mutate(id)}
                    >
                      <Trans>Trekk tilbake</Trans>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryState>
      {isOffice && (
        <div>
          <Button variant="secondary" onClick={() => setIsAdding(true)}>
            <Trans>Legg til foresatt</Trans>
          </Button>
        </div>
      )}
      {isAdding && <AddGuardian pupilId={pupilId} onClose={() => setIsAdding(false)} />}
    </section>
  );
}
