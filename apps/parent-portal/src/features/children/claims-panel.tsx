import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { Money, ProblemAlert, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import type { Child } from '../../components/children.ts';
import { useClaimReason } from '../../components/claim-reason.ts';
import { useStartTopUp } from '../../components/use-start-top-up.ts';

type Claim = Item<'/wallets/{id}/claims'>;

/** What is owed, what for, and one tap to pay it; else the next top-up does. Nothing when nothing is owed. */
export function ClaimsPanel({ child }: { child: Child }) {
  return child.wallet.claimedOre > 0 ? <Claims child={child} /> : null;
}

function Claims({ child }: { child: Child }) {
  const [provider] = child.topUp.providers;
  const claims = api.query.useQuery('get', '/wallets/{id}/claims', { params: { path: { id: child.wallet.id } } });
  return (
    <Alert data-color="warning">
      <div className="kk-stack" data-gap="3">
        <Heading level={2} data-size="2xs">
          <Trans>
            <Money ore={child.wallet.claimedOre} /> gjenstår å betale
          </Trans>
        </Heading>
        <QueryState query={claims}>
          {({ items }) =>
            items.map((claim) => <ClaimRow key={claim.id} claim={claim} child={child} provider={provider} />)
          }
        </QueryState>
        <Paragraph data-size="sm">
          <Trans>
            Betaler du ikke nå, trekker vi det neste gang du fyller på. Pengene på kortet kan brukes som vanlig.
          </Trans>
        </Paragraph>
      </div>
    </Alert>
  );
}

function ClaimRow({ claim, child, provider }: { claim: Claim; child: Child; provider: string | undefined }) {
  const { kr, date } = useFormat();
  const reasonOf = useClaimReason();
  const { pay, busy, error, texts } = useStartTopUp(child.wallet.id, provider ?? '', claim.id);
  const reason = reasonOf(claim.reason);
  const amount = kr(claim.outstandingOre);
  return (
    <div className="kk-stack" data-gap="2">
      <Paragraph>
        <Trans>
          {amount}, {reason}, {date(claim.since)}
        </Trans>
      </Paragraph>
      <ProblemAlert error={error} texts={texts} />
      {provider !== undefined && (
        <div>
          <Button data-color="primary" loading={busy} onClick={() => void pay(claim.outstandingOre)}>
            <Trans>Betal {amount} nå</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
