import { Outlet } from '@tanstack/react-router';
import styles from './layout.module.css';
import { TopBar } from './top-bar.tsx';

/** The whole window, as on a machine that does one thing. */
export function Layout() {
  return (
    <div className={styles.till}>
      <TopBar />
      <main className={styles.main} id="innhold">
        <Outlet />
      </main>
    </div>
  );
}
