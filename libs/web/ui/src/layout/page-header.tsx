import { Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageHeaderProps {
  title: string;
  /** A sentence or link above the heading, such as the way back. */
  above?: ReactNode;
  /** A sentence under the heading. */
  children?: ReactNode;
  /** Buttons to the right of the heading. */
  actions?: ReactNode;
}

/** The screen's one h1. It names the browser tab, and takes the focus that the previous screen left behind. */
export function PageHeader({ title, above, children, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – Kantinekortet`;
  }, [title]);

  useEffect(() => {
    // A link that was clicked is gone with its screen, and the browser then forgets where a keyboard user was.
    if (performance.now() > 2000 && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className="kk-page-header">
      <div className="kk-stack" data-gap="2">
        {above}
        <Heading ref={heading} level={1} data-size="md" tabIndex={-1}>
          {title}
        </Heading>
        {children && <div className="kk-subtle">{children}</div>}
      </div>
      {actions && <div className="kk-row">{actions}</div>}
    </div>
  );
}
