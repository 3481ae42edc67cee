import { Link as TextLink } from '@digdir/designsystemet-react';
import { AppShell, LanguageSwitch, ThemeSwitch, Wordmark } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSession } from './session.ts';
import styles from './layout.module.css';

// It has nothing to show until the session is known, so a first picture need not wait for it.
const AccountLink = lazy(async () => ({ default: (await import('./account-link.tsx')).AccountLink }));

/** The frame of every screen of the portal: one narrow column, the same on a phone and a desk. */
export function Layout() {
  const session = useSession();
  return (
    <AppShell
      width="column"
      brand={
        <Link to={session ? '/barn' : '/'}>
          <Wordmark />
        </Link>
      }
      actions={
        <>
          <LanguageSwitch />
          <Suspense>
            <AccountLink session={session} />
          </Suspense>
        </>
      }
      footer={
        <>
          <nav className={styles.links}>
            <TextLink asChild>
              <Link to="/kontakt">
                <Trans>Kontakt</Trans>
              </Link>
            </TextLink>
            <TextLink asChild>
              <Link to="/tilgjengelighet">
                <Trans>Tilgjengelighet</Trans>
              </Link>
            </TextLink>
          </nav>
          <ThemeSwitch />
        </>
      }
    >
      <Outlet />
    </AppShell>
  );
}
