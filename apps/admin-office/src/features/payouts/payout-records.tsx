import { Button, Heading } from '@digdir/designsystemet-react';
import { DateTime, download, ProblemAlert } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Payout } from './payout-types.ts';

/** What is kept of a file that has left, to save again: its lines as a table, and what the bank answered. */
export function PayoutRecords({ payout: { id, messageId, answers } }: { payout: Payout }) {
  const schoolId = useSchoolId();
  const path = { schoolId, id };
  const saveLines = useMutation({
    mutationFn: async () => {
      const request = { params: { path }, parseAs: 'blob' } as const;
      const { data } = await api.client.GET('/schools/{schoolId}/payouts/{id}/lines.csv', request);
      if (data) download(data, `${messageId}-linjer.csv`);
    },
  });
  const saveAnswer = useMutation({
    mutationFn: async (answerId: string) => {
      const request = { params: { path: { ...path, answerId } }, parseAs: 'blob' } as const;
      const { data } = await api.client.GET('/schools/{schoolId}/payouts/{id}/answers/{answerId}/file', request);
      if (data) download(data, `${messageId}-svar.xml`);
    },
  });
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="til-arkivet">
      <Heading level={2} data-size="2xs" id="til-arkivet">
        <Trans>Til arkivet</Trans>
      </Heading>
      <ProblemAlert error={saveLines.error ?? saveAnswer.error} />
      <div className="kk-row">
        <Button variant="secondary" loading={saveLines.isPending} onClick={() => saveLines.mutate()}>
          <Trans>Last ned linjene</Trans>
        </Button>
        {answers.map(({ id: answerId, receivedAt }) => (
          <Button
            key={answerId}
            variant="secondary"
            loading={saveAnswer.isPending && saveAnswer.variables === answerId}
            onClick={() => saveAnswer.mutate(answerId)}
          >
            <Trans>
              Bankens svar, <DateTime iso={receivedAt} />
            </Trans>
          </Button>
        ))}
      </div>
    </section>
  );
}
