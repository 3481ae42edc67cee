import { Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  icon: ReactNode;
  tone?: 'success' | 'warning' | 'danger' | 'info';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** The end or the pause of a task, alone on the screen: what happened, and the next step. Takes the focus when it comes. */
export function Notice({ icon, tone = 'success', title, children, actions }: NoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – Kantinekortet`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <section className={styles.notice} data-color={tone}>
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
      <Heading ref={heading} level={1} data-size="md" tabIndex={-1}>
        {title}
      </Heading>
      {children && (
        <div className="kk-stack" data-gap="3">
          {children}
        </div>
      )}
      {actions && (
        <div className={styles.actions} data-color="primary">
          {actions}
        </div>
      )}
    </section>
  );
}
