import { Money } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import type { Child } from '../../components/children.ts';
import styles from './top-up.module.css';

/** What the child can spend after the top-up; what is owed is paid from it first. */
export function TopUpSum({ wallet, amountOre }: { wallet: Child['wallet']; amountOre: number | undefined }) {
  const settledOre = Math.min(amountOre ?? 0, wallet.claimedOre);
  return (
    <dl className={styles.sum} aria-live="polite">
      <div>
        <dt>
          <Trans>Disponibelt nå</Trans>
        </dt>
        <dd>
          <Money ore={wallet.availableOre} />
        </dd>
      </div>
      {settledOre > 0 && (
        <div>
          <dt>
            <Trans>Betaler det som gjenstår</Trans>
          </dt>
          <dd>
            <Money ore={settledOre} />
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>Blir</Trans>
        </dt>
        <dd>{amountOre === undefined ? '–' : <Money ore={wallet.availableOre + amountOre - settledOre} />}</dd>
      </div>
    </dl>
  );
}
