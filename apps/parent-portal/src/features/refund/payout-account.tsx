import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import type { Refundable } from './refundable.ts';

/** Where the bank sends what no card takes back. */
export function PayoutAccount({ refundable: { account } }: { refundable: Refundable }) {
  return (
    <section className="kk-stack" data-gap="2">
      <Heading level={2} data-size="2xs">
        <Trans>Bankkonto</Trans>
      </Heading>
      {account === null ? (
        <Alert data-color="info">
          <Trans>Noe av dette kan bare sendes til en bankkonto. Spør skolekontoret.</Trans>
        </Alert>
      ) : (
        <Paragraph>
          <Trans>Konto som slutter på {account.last4}</Trans>
        </Paragraph>
      )}
    </section>
  );
}
