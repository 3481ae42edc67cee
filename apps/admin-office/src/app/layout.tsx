import { LanguageSwitch, ThemeSwitch, Wordmark, AppShell } from '@kantinekortet/ui';
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { QuickSearch } from '../features/quick-search/quick-search.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useSession } from './session.ts';
import { SideNavigation } from './side-navigation.tsx';

/** The frame of every screen: the school's rooms to the left once one is signed in. */
export function Layout() {
  const session = useSession();
  const match = useMatchRoute()({ to: '/$schoolId', fuzzy: true });
  const schoolId = match && 'schoolId' in match ? match.schoolId : undefined;
  const isInside = session?.roles.some((role) => role.schoolId === schoolId) === true;
  return (
    <AppShell
      width={isInside ? 'full' : 'column'}
      brand={
        <Link to="/">
          <Wordmark />
        </Link>
      }
      actions={
        <>
          {isInside && schoolId !== undefined && <QuickSearch schoolId={schoolId} />}
          <ThemeSwitch />
          <LanguageSwitch />
          {session && <AccountMenu session={session} {...(schoolId !== undefined && { schoolId })} />}
        </>
      }
      navigation={isInside && schoolId !== undefined ? <SideNavigation schoolId={schoolId} /> : undefined}
    >
      <Outlet />
    </AppShell>
  );
}
