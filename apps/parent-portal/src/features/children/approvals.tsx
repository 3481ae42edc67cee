import type { Item } from '@kantinekortet/api-client';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { DateTime, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';

const path = '/guardians/me/approvals';

/** Those who ask to follow a card that this guardian already follows. Nothing is shown while nobody asks. */
export function Approvals() {
  const approvals = api.query.useQuery('get', path);
  return (approvals.data?.items ?? []).map((approval) => (
    <Approval key={approval.guardianshipId} approval={approval} />
  ));
}

function Approval({ approval }: { approval: Item<typeof path> }) {
  const { guardianshipId, applicantName, pupilName, requestedAt } = approval;
  const queryClient = useQueryClient();
  const params = { path: { id: guardianshipId } };
  const answer = useMutation({
    mutationFn: (verdict: 'approve' | 'reject') =>
      verdict === 'approve'
        ? api.client.POST('/guardianships/{id}/approve', { params })
        : api.client.POST('/guardianships/{id}/reject', { params }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', path] }),
  });
  const give = useSingleFlight((verdict: 'approve' | 'reject') => answer.mutateAsync(verdict).catch(() => undefined));

  return (
    <section className="kk-panel kk-stack" data-gap="3" data-color="warm">
      <div>
        <Heading level={2} data-size="2xs">
          <Trans>
            {applicantName} vil følge kortet til {pupilName}
          </Trans>
        </Heading>
        <Paragraph className="kk-subtle">
          <Trans>
            Spurte <DateTime iso={requestedAt} show="date" />. Dere ser da de samme kjøpene og kan begge fylle på.
          </Trans>
        </Paragraph>
      </div>
      <ProblemAlert error={answer.error} />
      <div className="kk-row" data-gap="3">
        <Button data-color="primary" loading={answer.isPending} onClick={() => void give('approve')}>
          <Trans>Godkjenn</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={() => void give('reject')}>
          <Trans>Avslå</Trans>
        </Button>
      </div>
    </section>
  );
}
