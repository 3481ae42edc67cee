import { Button, Heading } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { DateTime, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { familyKey } from '../../components/family.ts';

interface InvitationsProps {
  pupilId: string;
  invitations: Reply<'/pupils/{pupilId}/guardians', 'get'>['invitations'];
}

/** Who is invited and has not answered; one's own can be withdrawn. */
export function Invitations({ pupilId, invitations }: InvitationsProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      api.client.DELETE('/pupils/{pupilId}/guardian-invitations/{id}', { params: { path: { pupilId, id } } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: familyKey }),
  });
  const submit = useSingleFlight((id: string) => withdraw.mutateAsync(id).catch(() => undefined));
  if (invitations.length === 0) return null;
  return (
    <section className="kk-stack" data-gap="2" aria-labelledby="invitert">
      <Heading level={2} data-size="2xs" id="invitert">
        <Trans>Invitert</Trans>
      </Heading>
      <ProblemAlert error={withdraw.error} />
      <ul className="kk-stack" data-gap="3">
        {invitations.map(({ id, email, isMine, expiresAt }) => (
          <li key={id} className="kk-row" data-between data-gap="3">
            <span>
              {email}
              <br />
              <span className="kk-subtle">
                <Trans>
                  Gjelder til <DateTime iso={expiresAt} show="date" />
                </Trans>
              </span>
            </span>
            {isMine && (
              <Button
                variant="secondary"
                data-color="neutral"
                aria-label={t`Trekk tilbake invitasjonen til ${email}`}
                onClick={() => void submit(id)}
              >
                <Trans>Trekk tilbake</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
