import { Button } from '@digdir/designsystemet-react';
import { useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useBandContent } from './band-content.tsx';
import styles from './result-band.module.css';
import type { SaleDesk } from './sale-desk.ts';
import type { SaleState } from './sale-state.ts';

interface ResultBandProps {
  readonly sale: SaleState;
  readonly amountOre: number;
  readonly desk: SaleDesk;
}

/** The answer of the last card, told by colour, icon, words and sound alike. It never covers the grid. */
export function ResultBand({ sale, amountOre, desk }: ResultBandProps) {
  const { tone, icon, headline, detail } = useBandContent(sale, amountOre);
  return (
    <section className={styles.band} data-tone={tone} data-state={sale.kind}>
      <div className={styles.message} role="status" aria-live="assertive" aria-atomic>
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
        <div>
          <p className={styles.headline}>{headline}</p>
          {detail && <p className={styles.detail}>{detail}</p>}
        </div>
      </div>
      <div className={styles.actions}>
        <BandActions sale={sale} amountOre={amountOre} desk={desk} />
      </div>
    </section>
  );
}

function BandActions({ sale, amountOre, desk }: ResultBandProps): ReactNode {
  const { t } = useLingui();
  const { kr } = useFormat();
  switch (sale.kind) {
    case 'holder_shown':
      return (
        <>
          {amountOre > 0 && <Button onClick={() => void desk.charge()}>{t`Trekk ${kr(amountOre)}`}</Button>}
          <Button variant="secondary" data-color="neutral" onClick={() => desk.dismiss()}>
            <Trans>Avbryt</Trans>
          </Button>
        </>
      );
    case 'asks_repeat':
      return (
        <>
          <Button onClick={() => void desk.charge()}>{t`Trekk ${kr(sale.amountOre)}`}</Button>
          <Button variant="secondary" data-color="neutral" onClick={() => desk.dismiss()}>
            <Trans>Ikke trekk</Trans>
          </Button>
        </>
      );
    case 'sold':
      return (
        <Button variant="secondary" data-color="neutral" onClick={() => void desk.undo()}>
          <Trans>Angre siste</Trans>
        </Button>
      );
    case 'unknown':
      return (
        <Button variant="secondary" data-color="neutral" loading={sale.isGivingUp} onClick={() => void desk.giveUp()}>
          <Trans>Gi opp salget</Trans>
        </Button>
      );
    case 'ready':
    case 'looking_up':
    case 'sending':
    case 'refused':
    case 'given_up':
    case 'undone':
      return null;
  }
}
