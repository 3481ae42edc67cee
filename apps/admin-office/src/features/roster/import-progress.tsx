import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './roster.module.css';

interface ImportProgressProps {
  children: ReactNode;
  /** How many pupils are written of how many, once that is known. */
  written?: number | undefined;
  total?: number | undefined;
}

/** How far the server has come with a whole file. All of it is kept at once, so what is written is nobody's to see yet. */
export function ImportProgress({ children, written = 0, total }: ImportProgressProps) {
  const { t, i18n } = useLingui();
  const numbers = new Intl.NumberFormat(i18n.locale);
  return (
    <div className="kk-stack" data-gap="2">
      <p role="status">
        {children} <Trans>Alt lagres på én gang. Du kan la siden stå.</Trans>
      </p>
      <progress
        className={styles.progress}
        aria-label={t`Framdrift`}
        {...(total !== undefined && { value: written, max: total })}
      />
      {total !== undefined && (
        <span className="kk-subtle">
          <Trans>
            {numbers.format(written)} av {numbers.format(total)} elever
          </Trans>
        </span>
      )}
    </div>
  );
}
