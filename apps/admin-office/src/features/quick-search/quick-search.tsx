import { Button } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import styles from './quick-search.module.css';

const QuickSearchDialog = lazy(() =>
  import('./quick-search-dialog.tsx').then(({ QuickSearchDialog: component }) => ({ default: component })),
);

/** Finds a pupil from any room: a button in the header, or Ctrl+K. */
export function QuickSearch({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const openOnShortcut = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      // A dialog that is open has the screen to itself.
      if (!isShortcut || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', openOnShortcut);
    return () => window.removeEventListener('keydown', openOnShortcut);
  }, []);

  return (
    <>
      <Button variant="tertiary" data-color="neutral" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        <MagnifyingGlassIcon aria-hidden />
        <Trans>Finn elev</Trans>
        <kbd className={styles.shortcut} aria-hidden>
          {t`Ctrl K`}
        </kbd>
      </Button>
      {isOpen && (
        <Suspense>
          <QuickSearchDialog schoolId={schoolId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
