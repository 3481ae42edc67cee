import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** One panel of the profile. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="kk-panel kk-stack" data-gap="4">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      {children}
    </section>
  );
}
