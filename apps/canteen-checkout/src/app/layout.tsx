import { Loading } from '@kantinekortet/ui';
import { Suspense } from 'react';
import { FailureBoundary } from './failure-boundary.tsx';
import styles from './layout.module.css';
import { usePlace } from './place.ts';
import { Screen } from './screen.tsx';
import { TopBar } from './top-bar.tsx';

/** The whole window, as on a machine that does one thing. */
export function Layout() {
  const place = usePlace();
  return (
    <div className={styles.till}>
      <TopBar place={place} />
      <main className={styles.main} id="innhold">
        <Suspense fallback={<Loading />}>
          <FailureBoundary key={place}>
            <Screen place={place} />
          </FailureBoundary>
        </Suspense>
      </main>
    </div>
  );
}
