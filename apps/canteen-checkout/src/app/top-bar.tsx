import { Button } from '@digdir/designsystemet-react';
import { DateTime, LanguageSwitch, ThemeSwitch, Wordmark } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { CloudIcon, CloudSlashIcon, ReceiptIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import styles from './layout.module.css';
import { PlaceLink } from './place-link.tsx';
import { registerQuery } from './register.ts';
import { SignOutButton } from './sign-out-button.tsx';
import { useClock } from './use-clock.ts';
import { useOnline } from './use-online.ts';

/** Register, cashier, clock and connection; never an overlay. */
export function TopBar({ place }: { place: string }) {
  const { data: current } = useQuery(registerQuery);
  const session = current?.cashierSession;
  return (
    <header className={styles.bar} data-size="sm">
      <div className={`${styles.group ?? ''} ${styles.place ?? ''}`}>
        <span className={styles.brand} data-compact={Boolean(session)}>
          <Wordmark />
        </span>
        {current && (
          <span className={styles.name}>
            {current.register.name} · {current.school.name}
          </span>
        )}
      </div>
      <div className={styles.group}>
        <Connection />
        <DateTime iso={useClock()} show="time" />
        {session && (
          <>
            <Button asChild variant="tertiary" data-color="neutral" className={styles.menu}>
              {place === '/dagens-salg' ? (
                <PlaceLink to="/">
                  <Trans>Til salg</Trans>
                </PlaceLink>
              ) : (
                <PlaceLink to="/dagens-salg">
                  <ReceiptIcon aria-hidden />
                  <Trans>Dagens salg</Trans>
                </PlaceLink>
              )}
            </Button>
            <SignOutButton sessionId={session.id} cashierName={session.cashierName} />
          </>
        )}
        {!session && (
          <>
            <ThemeSwitch />
            <LanguageSwitch />
          </>
        )}
      </div>
    </header>
  );
}

function Connection() {
  const isOnline = useOnline();
  return (
    <span className={styles.connection} data-online={isOnline} role="status">
      {isOnline ? (
        <>
          <CloudIcon aria-hidden />
          <Trans>På nett</Trans>
        </>
      ) : (
        <>
          <CloudSlashIcon aria-hidden />
          <Trans>Frakoblet</Trans>
        </>
      )}
    </span>
  );
}
