import { AppShell, LanguageSwitch, ThemeSwitch, Wordmark } from '@kantinekortet/ui';
import { Link, Outlet } from '@tanstack/react-router';

export function Layout() {
  return (
    <AppShell
      width="page"
      brand={
        <Link to="/">
          <Wordmark />
        </Link>
      }
      actions={
        <>
          <ThemeSwitch />
          <LanguageSwitch />
        </>
      }
    >
      <Outlet />
    </AppShell>
  );
}
