import { Paragraph } from '@digdir/designsystemet-react';
import { useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { shortNameOf, useChildren } from '../../components/children.ts';
import type { TopUpState } from './top-up-outcome.ts';

type Part = TopUpState['siblings'][number];

/** What one payment did for each child. */
export function PaidForSeveral({ topUps }: { topUps: readonly Part[] }) {
  return (
    <>
      {topUps.map((topUp) => (
        <Paragraph key={topUp.id}>
          <PaidPart topUp={topUp} />
        </Paragraph>
      ))}
    </>
  );
}

function PaidPart({ topUp }: { topUp: Part }) {
  const { kr } = useFormat();
  const child = useChildren().data?.items.find(({ wallet }) => wallet.id === topUp.walletId);
  const amount = kr(topUp.amountOre);
  // Whose guardian one is no longer has no name here any more.
  if (!child || topUp.balanceOre === null) return amount;
  const name = shortNameOf(child);
  return (topUp.settledOre ?? 0) === 0 ? (
    <Trans>
      {name}: {amount}. Ny saldo {kr(topUp.balanceOre)}.
    </Trans>
  ) : (
    <Trans>
      {name}: {amount}, hvorav {kr(topUp.settledOre ?? 0)} gikk til det som gjensto. Ny saldo {kr(topUp.balanceOre)}.
    </Trans>
  );
}
