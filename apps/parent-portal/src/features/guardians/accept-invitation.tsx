import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { PageHeader, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { childrenKey } from '../../components/children.ts';

export type Accepted = Reply<'/guardian-links/{token}/accept', 'post'>;

const texts = {
  invitation_for_other: msg`Invitasjonen ble sendt til en annen e-post enn den i profilen din. Logg ut, og logg inn med riktig profil.`,
  link_not_valid: msg`Invitasjonen er brukt, trukket tilbake eller for gammel.`,
};

interface AcceptInvitationProps {
  token: string;
  invitation: Reply<'/guardian-links/{token}', 'get'>;
  onAccepted: (accepted: Accepted) => void;
}

/** Who invites to what, and the one answer; whoever is not signed in does that first and comes back. */
export function AcceptInvitation({ token, invitation, onAccepted }: AcceptInvitationProps) {
  const { t } = useLingui();
  const session = useSession();
  const queryClient = useQueryClient();
  const { email, pupilInitials, schoolName, inviterName } = invitation;
  const til = `/invitasjon?token=${token}`;
  const accept = useMutation({
    mutationFn: () => api.client.POST('/guardian-links/{token}/accept', { params: { path: { token } } }),
    onSuccess: async ({ data }) => {
      await queryClient.invalidateQueries({ queryKey: childrenKey });
      if (data) onAccepted(data);
    },
  });
  const submit = useSingleFlight(() => accept.mutateAsync().catch(() => undefined));
  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader title={t`Du er invitert`}>
        {inviterName === null ? (
          <Trans>
            {schoolName} inviterer deg til å følge kantinekortet til {pupilInitials}.
          </Trans>
        ) : (
          <Trans>
            {inviterName} inviterer deg til å følge kantinekortet til {pupilInitials} på {schoolName}.
          </Trans>
        )}
      </PageHeader>
      <Paragraph>
        <Trans>Du ser saldo og kjøp, og kan fylle på. Invitasjonen gjelder profilen med e-posten {email}.</Trans>
      </Paragraph>
      <ProblemAlert error={accept.error} texts={texts} />
      {session === null ? (
        <div className="kk-stack" data-gap="3">
          <Button asChild className="kk-full">
            <Link to="/logg-inn" search={{ til }}>
              <Trans>Logg inn</Trans>
            </Link>
          </Button>
          <Button asChild variant="secondary" className="kk-full">
            <Link to="/ny-profil" search={{ til }}>
              <Trans>Lag profil</Trans>
            </Link>
          </Button>
        </div>
      ) : (
        <Button className="kk-full" loading={accept.isPending} onClick={() => void submit()}>
          <Trans>Si ja</Trans>
        </Button>
      )}
    </div>
  );
}
