import { Button } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Child } from '../../components/children.ts';

/** The way to those who follow the card too. */
export function GuardiansLink({ child }: { child: Child }) {
  return (
    <Button asChild variant="secondary" data-color="neutral" className="kk-full">
      <Link to="/barn/$pupilId/foresatte" params={{ pupilId: child.pupilId }}>
        <Trans>Foresatte</Trans>
      </Link>
    </Button>
  );
}
