import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './roster.module.css';

/** That the server is at work with a whole file: all of it is done at once, so there is no half to show. */
export function ImportProgress({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="kk-stack" data-gap="2">
      <p>
        {children} <Trans>Alt lagres på én gang. Du kan la siden stå.</Trans>
      </p>
      <progress className={styles.progress} aria-hidden />
    </div>
  );
}
