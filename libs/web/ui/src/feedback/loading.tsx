import { Skeleton, Spinner } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';

/** Grey bars where a list or card will come; says so to screen readers. */
export function Loading({ rows = 3, height = 56 }: { rows?: number; height?: number }) {
  const { t } = useLingui();
  return (
    <div className="kk-stack" data-gap="3" role="status" aria-label={t`Laster`} aria-busy>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width="100%" />
      ))}
    </div>
  );
}

/** A spinner with its reason beside it, for a wait that is not the shape of a list. */
export function Waiting({ children }: { children: string }) {
  return (
    <div className="kk-row" role="status">
      <Spinner aria-hidden data-size="md" />
      <span>{children}</span>
    </div>
  );
}
