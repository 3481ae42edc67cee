import { Button, Paragraph } from '@digdir/designsystemet-react';
import { download, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Payout } from './payout-types.ts';
import { SettleRest } from './settle-rest.tsx';
import { payoutProblems } from './use-payout-words.ts';

/** What can be done with a file as it stands. */
export function PayoutSteps({ payout }: { payout: Payout }) {
  const [isSettling, setIsSettling] = useState(false);
  const { error, isBusy, approve, withdraw, fetchFile } = usePayoutSteps(payout);
  const { status, isPreparedByMe } = payout;
  const isOpen = status === 'prepared' || status === 'approved';
  return (
    <>
      {status === 'prepared' && isPreparedByMe && (
        <Paragraph>
          <Trans>Du laget filen. En annen i administrasjonen må godkjenne den.</Trans>
        </Paragraph>
      )}
      {status === 'approved' && (
        <Paragraph>
          <Trans>Når filen lastes ned, trekkes pengene fra kortene. Last den opp i nettbanken med en gang.</Trans>
        </Paragraph>
      )}
      <ProblemAlert error={error} texts={payoutProblems} />
      <div className="kk-row">
        {status === 'prepared' && !isPreparedByMe && (
          <Button loading={isBusy} onClick={approve}>
            <Trans>Godkjenn filen</Trans>
          </Button>
        )}
        {!['prepared', 'withdrawn'].includes(status) && (
          <Button variant={status === 'approved' ? 'primary' : 'secondary'} loading={isBusy} onClick={fetchFile}>
            {status === 'approved' ? <Trans>Last ned til banken</Trans> : <Trans>Last ned igjen</Trans>}
          </Button>
        )}
        {status === 'sent' && (
          <Button variant="secondary" onClick={() => setIsSettling(true)}>
            <Trans>Banken har betalt resten</Trans>
          </Button>
        )}
        {isOpen && (
          <Button variant="secondary" data-color="danger" loading={isBusy} onClick={withdraw}>
            <Trans>Trekk tilbake</Trans>
          </Button>
        )}
      </div>
      {isSettling && <SettleRest payout={payout} onClose={() => setIsSettling(false)} />}
    </>
  );
}

function usePayoutSteps({ id, messageId }: Payout) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const params = { path: { schoolId, id } };
  const step = useMutation({
    mutationFn: async (name: 'approve' | 'withdraw' | 'file') => {
      if (name === 'approve') await api.client.POST('/schools/{schoolId}/payouts/{id}/approve', { params });
      if (name === 'withdraw') await api.client.POST('/schools/{schoolId}/payouts/{id}/withdraw', { params });
      if (name !== 'file') return;
      const { data } = await api.client.POST('/schools/{schoolId}/payouts/{id}/file', { params, parseAs: 'blob' });
      if (data) download(data, `${messageId}.xml`);
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  const run = useSingleFlight((name: 'approve' | 'withdraw' | 'file') => step.mutateAsync(name).catch(() => undefined));
  return {
    error: step.error,
    isBusy: step.isPending,
    approve: () => void run('approve'),
    withdraw: () => void run('withdraw'),
    fetchFile: () => void run('file'),
  };
}
