import { EmptyState, Loading, ProblemScreen } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { BackLink } from './back-link.tsx';
import { type Child, useChildren } from './children.ts';

/** Draws a screen about one child of the guardian: waiting, failed, not one of theirs, or ready. */
export function ChildScreen({ pupilId, children }: { pupilId: string; children: (child: Child) => ReactNode }) {
  const { t } = useLingui();
  const query = useChildren();
  if (query.data) {
    const child = query.data.items.find((one) => one.pupilId === pupilId);
    if (child) return children(child);
    return (
      <EmptyState isScreen title={t`Vi finner ikke barnet`} action={<BackLink />}>
        <Trans>Barnet er ikke knyttet til profilen din.</Trans>
      </EmptyState>
    );
  }
  if (query.isError) return <ProblemScreen error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
