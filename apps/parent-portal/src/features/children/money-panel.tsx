import { Heading } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { ChevronRightIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import type { Child } from '../../components/children.ts';
import styles from './money-panel.module.css';

/** What can be done with the money beside filling the card: a row each, its screen behind it. */
export function MoneyPanel({ child }: { child: Child }) {
  return (
    <section className="kk-panel kk-stack" data-gap="2">
      <Heading level={2} data-size="2xs">
        <Trans>Penger</Trans>
      </Heading>
      <ul className={styles.rows}>
        {child.status === 'enrolled' && (
          <li>
            <Link className={styles.row} to="/barn/$pupilId/automatisk" params={{ pupilId: child.pupilId }}>
              <Trans>Automatisk påfylling</Trans>
              <ChevronRightIcon aria-hidden fontSize="1.5rem" />
            </Link>
          </li>
        )}
        {child.status === 'enrolled' && (
          <li>
            <Link className={styles.row} to="/barn/$pupilId/lav-saldo" params={{ pupilId: child.pupilId }}>
              <Trans>Beskjed om lav saldo</Trans>
              <ChevronRightIcon aria-hidden fontSize="1.5rem" />
            </Link>
          </li>
        )}
        <li>
          <Link className={styles.row} to="/faa-tilbake/$walletId" params={{ walletId: child.wallet.id }}>
            <Trans>Få pengene tilbake</Trans>
            <ChevronRightIcon aria-hidden fontSize="1.5rem" />
          </Link>
        </li>
      </ul>
    </section>
  );
}
