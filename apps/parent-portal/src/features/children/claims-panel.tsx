import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { Money, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import type { Child } from '../../components/children.ts';
import { useClaimReason } from '../../components/claim-reason.ts';
import { PaymentMethodChoice } from '../../components/paying/payment-method-choice.tsx';
import { usePaymentMethods, type PaymentMethod } from '../../components/paying/payment-method.ts';
import { StartProblem } from '../../components/paying/start-problem.tsx';
import { useStartTopUp } from '../../components/paying/use-start-top-up.ts';

type Claim = Item<'/wallets/{id}/claims'>;

/** What is owed, what for, and one tap to pay it; else the next top-up does. Nothing when nothing is owed. */
export function ClaimsPanel({ child }: { child: Child }) {
  return child.wallet.claimedOre > 0 ? <Claims child={child} /> : null;
}

function Claims({ child }: { child: Child }) {
  const paying = usePaymentMethods(child);
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
          {({ items }) => items.map((claim) => <ClaimRow key={claim.id} claim={claim} child={child} paying={paying} />)}
        </QueryState>
        {paying.chosen && (
          <PaymentMethodChoice methods={paying.methods} chosen={paying.chosen} onChoose={paying.choose} />
        )}
        <Paragraph data-size="sm">
          <Trans>
            Betaler du ikke nå, trekker vi det neste gang du fyller på. Pengene på kortet kan brukes som vanlig.
          </Trans>
        </Paragraph>
      </div>
    </Alert>
  );
}

interface ClaimRowProps {
  claim: Claim;
  child: Child;
  paying: ReturnType<typeof usePaymentMethods>;
}

function ClaimRow({ claim, child, paying: { methods, chosen, choose } }: ClaimRowProps) {
  const { kr, date } = useFormat();
  const reasonOf = useClaimReason();
  const start = useStartTopUp(child.wallet.id, claim.id);
  const reason = reasonOf(claim.reason);
  const amount = kr(claim.outstandingOre);

  function payBy(method: PaymentMethod) {
    choose(method);
    void start.pay({ amountOre: claim.outstandingOre, by: method });
  }

  return (
    <div className="kk-stack" data-gap="2">
      <Paragraph>
        <Trans>
          {amount}, {reason}, {date(claim.since)}
        </Trans>
      </Paragraph>
      <StartProblem start={start} methods={methods} onPayBy={payBy} />
      {chosen && (
        <div>
          <Button data-color="primary" loading={start.busy} onClick={() => payBy(chosen)}>
            <Trans>Betal {amount} nå</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
