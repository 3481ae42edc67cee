import { SkipLink } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface AppShellProps {
  /** The wordmark, usually inside a link home. */
  brand: ReactNode;
  /** Right side of the header: menus and switches. */
  actions?: ReactNode;
  /** A column of links left of the content on wide screens, above it on narrow ones. */
  navigation?: ReactNode;
  footer?: ReactNode;
  /** How wide the content may grow: a phone column, a page, or all of the window. */
  width?: 'column' | 'page' | 'full';
  children: ReactNode;
}

/** The frame of a screen: skip link, header, optional navigation, main, footer. */
export function AppShell({ brand, actions, navigation, footer, width = 'page', children }: AppShellProps) {
  return (
    <div className="kk-shell" data-width={width}>
      <SkipLink href="#innhold">
        <Trans>Hopp til innholdet</Trans>
      </SkipLink>
      <header className="kk-shell-header">
        <div className="kk-shell-bar">
          {brand}
          <div className="kk-row kk-shell-actions">{actions}</div>
        </div>
      </header>
      <div className="kk-shell-body">
        {navigation}
        <main id="innhold" tabIndex={-1} className="kk-shell-main">
          {children}
        </main>
      </div>
      {footer && (
        <footer className="kk-shell-footer">
          <div className="kk-shell-bar">{footer}</div>
        </footer>
      )}
    </div>
  );
}
