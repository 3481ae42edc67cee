import { Button, Paragraph } from '@digdir/designsystemet-react';
import { changeSession } from '@kantinekortet/api-client';
import { ProblemAlert } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { sessionQuery } from '../../app/session.ts';
import { Section } from './section.tsx';

/** Ends this session, or all of the guardian's sessions. */
export function SignOutSection() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: (which: 'here' | 'everywhere') =>
      which === 'here' ? api.client.DELETE('/sessions/current') : api.client.DELETE('/sessions'),
    onSuccess: async () => {
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/' });
      changeSession(queryClient, null);
    },
  });

  return (
    <Section title={t`Logg ut`}>
      <ProblemAlert error={signOut.error} />
      <div className="kk-row" data-gap="3">
        <Button variant="secondary" loading={signOut.isPending} onClick={() => signOut.mutate('here')}>
          <Trans>Logg ut</Trans>
        </Button>
        <Button variant="tertiary" data-color="danger" onClick={() => signOut.mutate('everywhere')}>
          <Trans>Logg ut overalt</Trans>
        </Button>
      </div>
      <Paragraph className="kk-subtle" data-size="sm">
        <Trans>«Overalt» logger ut alle telefoner og maskiner der du er logget inn.</Trans>
      </Paragraph>
    </Section>
  );
}
