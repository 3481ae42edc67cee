import { Alert, Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { Money, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { Plural, Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { autoTopUpKey, type Rule } from './auto-top-up-query.ts';
import { RunState } from './run-state.tsx';
import { useReasons } from './use-reasons.ts';

/** How the rule stands: on, waiting for something, or off and why. */
export function RuleState({ rule, walletId }: { rule: Rule; walletId: string }) {
  const reasons = useReasons();
  if (rule.status === 'waiting_for_card') {
    return (
      <Alert data-color="warning">
        <Trans>Automatisk påfylling er ikke i gang ennå. Den begynner når du har lagret et bankkort.</Trans>
      </Alert>
    );
  }
  if (rule.status === 'switched_off') {
    const reason = rule.reason === null ? null : reasons[rule.reason];
    return (
      <Alert data-color={rule.reason === 'by_guardian' ? 'info' : 'warning'}>
        <Heading level={2} data-size="2xs">
          <Trans>Automatisk påfylling er slått av</Trans>
        </Heading>
        {reason !== null && <Paragraph>{reason}</Paragraph>}
      </Alert>
    );
  }
  return <ActiveRule rule={rule} walletId={walletId} />;
}

function ActiveRule({ rule, walletId }: { rule: Rule; walletId: string }) {
  const queryClient = useQueryClient();
  const off = useMutation({
    mutationFn: () => api.client.DELETE('/top-ups/auto-top-ups/{walletId}', { params: { path: { walletId } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: autoTopUpKey }),
  });
  const switchOff = useSingleFlight(() => off.mutateAsync().catch(() => undefined));
  return (
    <section className="kk-panel kk-stack" data-gap="3">
      <div className="kk-row" data-gap="2">
        <Heading level={2} data-size="2xs">
          <Trans>Slik er det nå</Trans>
        </Heading>
        <Tag data-color="success">
          <Trans>På</Trans>
        </Tag>
      </div>
      <Paragraph>
        <Trans>
          Når det er mindre enn <Money ore={rule.belowOre} /> igjen etter et kjøp, fyller vi på med{' '}
          <Money ore={rule.amountOre} />.
        </Trans>
      </Paragraph>
      <Paragraph className="kk-subtle">
        <Plural
          value={rule.timesAMonth}
          one={`Brukt ${rule.timesThisMonth} av # gang denne måneden.`}
          other={`Brukt ${rule.timesThisMonth} av # ganger denne måneden.`}
        />
      </Paragraph>
      {rule.run && <RunState run={rule.run} />}
      <ProblemAlert error={off.error} />
      <div>
        <Button variant="secondary" data-color="neutral" onClick={() => void switchOff()}>
          <Trans>Slå av</Trans>
        </Button>
      </div>
    </section>
  );
}
