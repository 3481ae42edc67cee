import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { ProblemAlert } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { PupilDetails } from '../../components/cards/pupil-details.ts';
import styles from './pupils.module.css';

/** Who follows this pupil's card, and who waits for a yes. */
export function Guardians({ details }: { details: PupilDetails }) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: 'approve' | 'reject' }) =>
      api.client.POST(
        verdict === 'approve'
          ? '/schools/{schoolId}/guardianships/{id}/approve'
          : '/schools/{schoolId}/guardianships/{id}/reject',
        { params: { path: { schoolId, id } } },
      ),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="foresatte">
      <Heading level={2} data-size="2xs" id="foresatte">
        <Trans>Foresatte</Trans>
      </Heading>
      <ProblemAlert error={decide.error} />
      {details.guardians.length === 0 && (
        <Paragraph className="kk-subtle">
          <Trans>Ingen foresatte har registrert kortet ennå.</Trans>
        </Paragraph>
      )}
      <ul className={styles.list}>
        {details.guardians.map(({ guardianshipId, name, email, status }) => (
          <li key={guardianshipId} className={styles.guardian}>
            <span>
              {name}
              <br />
              <span className="kk-subtle">{email}</span>
            </span>
            {status === 'pending' && (
              <span className="kk-row">
                <Tag data-color="warning">
                  <Trans>Venter</Trans>
                </Tag>
                <Button onClick={() => decide.mutate({ id: guardianshipId, verdict: 'approve' })}>
                  <Trans>Godkjenn</Trans>
                </Button>
                <Button
                  variant="secondary"
                  data-color="neutral"
                  onClick={() => decide.mutate({ id: guardianshipId, verdict: 'reject' })}
                >
                  <Trans>Avslå</Trans>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
