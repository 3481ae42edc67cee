import { Link as TextLink } from '@digdir/designsystemet-react';
import { AppShell, contactEmail, LanguageSwitch, ThemeSwitch, Wordmark } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { Link, Outlet } from '@tanstack/react-router';
import { AccountLink } from './account-link.tsx';
import { useSession } from './session.ts';
import styles from './layout.module.css';

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
          <AccountLink session={session} />
        </>
      }
      footer={
        <>
          <nav className={styles.links}>
            <TextLink href={`mailto:${contactEmail}`}>
              <Trans>Kontakt</Trans>
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
