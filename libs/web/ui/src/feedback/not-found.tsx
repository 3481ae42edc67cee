import { Button } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from './empty-state.tsx';

/** All of a screen at an address that leads nowhere. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <EmptyState
      isScreen
      title={t`Denne siden finnes ikke`}
      action={
        <Button asChild>
          <a href="/">
            <Trans>Gå til forsiden</Trans>
          </a>
        </Button>
      }
    >
      <Trans>Lenken kan være feil, eller siden er flyttet.</Trans>
    </EmptyState>
  );
}
