import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Child, shortNameOf, placeOf } from '../../components/children.ts';
import styles from './balance-panel.module.css';

/** What the child can spend, as the biggest text of the screen, and the way to add to it. */
export function BalancePanel({ child }: { child: Child }) {
  const { t } = useLingui();
  const { wallet } = child;
  const name = shortNameOf(child);

  useEffect(() => {
    document.title = `${name} – Kantinekortet`;
  }, [name]);

  return (
    <section className={styles.panel} aria-label={t`Penger på kortet`}>
      <div>
        <Heading level={1} data-size="xs">
          {child.name}
        </Heading>
        <Paragraph data-size="sm" className={styles.quiet}>
          {placeOf(child)}
        </Paragraph>
      </div>
      <div>
        <Paragraph data-size="sm" className={styles.quiet}>
          <Trans>Disponibelt</Trans>
        </Paragraph>
        <Money ore={wallet.availableOre} className={styles.amount ?? ''} />
        {wallet.heldOre > 0 && (
          <Paragraph data-size="sm" className={styles.quiet}>
            <Trans>
              Saldo <Money ore={wallet.balanceOre} />, reservert <Money ore={wallet.heldOre} />
            </Trans>
          </Paragraph>
        )}
      </div>
      {child.status === 'enrolled' && (
        <Button asChild className="kk-full">
          <Link to="/barn/$pupilId/fyll-paa" params={{ pupilId: child.pupilId }}>
            <Trans>Fyll på</Trans>
          </Link>
        </Button>
      )}
    </section>
  );
}
