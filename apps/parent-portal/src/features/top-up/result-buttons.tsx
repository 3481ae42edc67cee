import { Button } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

interface ResultButtonProps {
  pupilId: string | undefined;
  isPrimary?: boolean;
}

export function OverviewButton({ pupilId, isPrimary = false }: ResultButtonProps) {
  return (
    <Button asChild variant={isPrimary ? 'primary' : 'secondary'}>
      <Link to="/barn" search={pupilId === undefined ? {} : { elev: pupilId }}>
        <Trans>Til oversikten</Trans>
      </Link>
    </Button>
  );
}

/** Nothing while we do not know whose wallet it was. */
export function TryAgainButton({ pupilId, isPrimary = false }: ResultButtonProps) {
  if (pupilId === undefined) return null;
  return (
    <Button asChild variant={isPrimary ? 'primary' : 'tertiary'}>
      <Link to="/barn/$pupilId/fyll-paa" params={{ pupilId }}>
        <Trans>Prøv igjen</Trans>
      </Link>
    </Button>
  );
}
