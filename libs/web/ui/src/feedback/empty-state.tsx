import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** What a list looks like before it has anything: an icon, what will appear here, and one action. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  isScreen = false,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** All of the screen, so that its title is the screen's heading. */
  isScreen?: boolean;
}) {
  return (
    <div className="kk-empty">
      {icon && (
        <div className="kk-empty-icon" aria-hidden>
          {icon}
        </div>
      )}
      <Heading level={isScreen ? 1 : 2} data-size="xs">
        {title}
      </Heading>
      {children && <Paragraph className="kk-subtle">{children}</Paragraph>}
      {action}
    </div>
  );
}
