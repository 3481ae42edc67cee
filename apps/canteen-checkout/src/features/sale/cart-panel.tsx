import { Button } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { MinusIcon, PadlockLockedIcon, PadlockUnlockedIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import styles from './cart-panel.module.css';
import { totalOre, type Cart } from './cart.ts';
import type { SaleDesk } from './sale-desk.ts';

interface CartPanelProps {
  readonly cart: Cart;
  readonly desk: SaleDesk;
  readonly keepsCart: boolean;
  readonly isLocked: boolean;
}

/** What the next card will pay. While a sale's outcome is unknown nothing here can be changed. */
export function CartPanel({ cart, desk, keepsCart, isLocked }: CartPanelProps) {
  const { t } = useLingui();
  const count = cart.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <section className={styles.panel} aria-label={t`Handlekurv`} aria-busy={isLocked}>
      <ul className={styles.lines}>
        {cart.map(({ product, quantity }) => (
          <li key={product.id} className={styles.line}>
            <div className={styles.text}>
              <span className={styles.name}>{product.name}</span>
              <Money ore={product.priceOre * quantity} className={styles.amount ?? ''} />
            </div>
            <div className={styles.quantity}>
              <button
                type="button"
                aria-label={t`Én færre ${product.name}`}
                onClick={() => desk.setQuantity(product.id, quantity - 1)}
              >
                <MinusIcon aria-hidden />
              </button>
              <span aria-label={t`${quantity} stykker`}>{quantity}</span>
              <button type="button" aria-label={t`Én til ${product.name}`} onClick={() => desk.add(product)}>
                <PlusIcon aria-hidden />
              </button>
            </div>
          </li>
        ))}
      </ul>
      {cart.length === 0 && (
        <p className={styles.empty}>
          <Trans>Trykk på en vare, og skann kortet.</Trans>
        </p>
      )}
      <div className={styles.total} aria-live="polite">
        <span>{count === 0 ? <Trans>Sum</Trans> : <Plural value={count} one="# vare" other="# varer" />}</span>
        <Money ore={totalOre(cart)} className={styles.sum ?? ''} />
      </div>
      <div className={styles.actions}>
        <Button
          variant={keepsCart ? 'primary' : 'secondary'}
          data-color="neutral"
          aria-pressed={keepsCart}
          onClick={() => desk.toggleKeepsCart()}
        >
          {keepsCart ? <PadlockLockedIcon aria-hidden /> : <PadlockUnlockedIcon aria-hidden />}
          <Trans>Lås vare</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={() => desk.clear()}>
          <TrashIcon aria-hidden />
          <Trans>Tøm</Trans>
        </Button>
      </div>
    </section>
  );
}
