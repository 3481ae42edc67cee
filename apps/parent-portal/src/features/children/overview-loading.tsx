import { Skeleton } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';

/** The overview's shape in grey, so that nothing jumps when the numbers come. */
export function OverviewLoading() {
  const { t } = useLingui();
  return (
    <div className="kk-stack" data-gap="5" role="status" aria-label={t`Laster`} aria-busy>
      <Skeleton height={48} width="60%" />
      <Skeleton height={236} width="100%" />
      <Skeleton height={96} width="100%" />
      <Skeleton height={220} width="100%" />
    </div>
  );
}
