import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';

type Quote = Reply<'/cards/{id}/replacement-quote', 'get'>;

/** What the new card costs and what becomes of the balance, said before anyone confirms. */
export function ReplacementFee({ quote, isWaived }: { quote: Quote; isWaived: boolean }) {
  const { kr } = useFormat();
  const { lossNumber, feeOre, drawnOre, claimedOre, balanceAfterOre } = quote;
  return (
    <Alert data-color={feeOre > 0 ? 'warning' : 'info'}>
      <div className="kk-stack" data-gap="1">
        <Paragraph>
          <LossText lossNumber={lossNumber} feeOre={feeOre} isWaived={isWaived} />
        </Paragraph>
        {feeOre > 0 && (
          <Paragraph>
            {drawnOre > 0 && <Trans>Vi trekker {kr(drawnOre)} fra saldoen.</Trans>}{' '}
            {claimedOre > 0 && (
              <Trans>
                {kr(claimedOre)} blir skyldig og trekkes fra neste påfylling, så det er igjen penger til lunsj.
              </Trans>
            )}
          </Paragraph>
        )}
        <Paragraph>
          {feeOre > 0 ? (
            <Trans>Ny saldo blir {kr(balanceAfterOre)}.</Trans>
          ) : (
            <Trans>Saldoen på {kr(balanceAfterOre)} følger med.</Trans>
          )}
        </Paragraph>
      </div>
    </Alert>
  );
}

function LossText({ lossNumber, feeOre, isWaived }: Pick<Quote, 'lossNumber' | 'feeOre'> & { isWaived: boolean }) {
  const { kr } = useFormat();
  if (lossNumber === null) return <Trans>Dette teller ikke som tap. Ingen gebyr.</Trans>;
  if (feeOre > 0) {
    return (
      <Trans>
        Dette er tap nr. {lossNumber}. Gebyr {kr(feeOre)}.
      </Trans>
    );
  }
  if (isWaived) return <Trans>Dette er tap nr. {lossNumber}. Gebyret er ettergitt.</Trans>;
  return <Trans>Dette er tap nr. {lossNumber}. Ingen gebyr.</Trans>;
}
