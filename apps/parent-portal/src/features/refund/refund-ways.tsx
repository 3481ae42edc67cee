import { Heading } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { WayName } from './way-name.tsx';
import { OnDay } from './on-day.tsx';
import styles from './refund.module.css';
import type { Refundable, Way } from './refundable.ts';

/** Where the money goes, how much each way, and when it is there. */
export function RefundWays({ ways, account }: { ways: readonly Way[]; account: Refundable['account'] }) {
  return (
    <section className="kk-stack" data-gap="2" aria-live="polite">
      <Heading level={2} data-size="2xs">
        <Trans>Dit går pengene</Trans>
      </Heading>
      <ul className={styles.ways}>
        {ways.map((way) => (
          <li key={`${way.route} ${way.provider ?? ''} ${way.cardLast4 ?? ''} ${way.amountOre}`}>
            <span>
              <WayName way={way} accountLast4={account?.last4 ?? null} />
              <span className="kk-subtle">
                <OnDay day={way.expectedOn} needsApproval={way.needsApproval} />
              </span>
            </span>
            <Money ore={way.amountOre} />
          </li>
        ))}
      </ul>
    </section>
  );
}
