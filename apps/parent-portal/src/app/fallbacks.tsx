import { Button } from '@digdir/designsystemet-react';
import { EmptyState, ProblemScreen } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';

/** A route whose data or code could not be loaded. */
export function LoadFailed({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <ProblemScreen error={error} onRetry={() => void router.invalidate()} />;
}

export function NotFound() {
  const { t } = useLingui();
  return (
    <EmptyState
      isScreen
      title={t`Denne siden finnes ikke`}
      action={
        <Button asChild>
          <Link to="/">
            <Trans>Gå til forsiden</Trans>
          </Link>
        </Button>
      }
    >
      <Trans>Lenken kan være feil, eller siden er flyttet.</Trans>
    </EmptyState>
  );
}
