import { Button } from '@digdir/designsystemet-react';
import { EmptyState, PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { WalletIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';

/** A new profile: nothing to show yet, one thing to do. */
export function NoChildren({ isWaiting }: { isWaiting: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Barna dine`} />
      <EmptyState
        icon={<WalletIcon />}
        title={isWaiting ? t`Flere kort?` : t`Legg til det første kortet`}
        action={
          <Button asChild>
            <Link to="/kort">
              <Trans>Registrer kort</Trans>
            </Link>
          </Button>
        }
      >
        <Trans>Ha brevet fra skolen klart. Her ser du etterpå saldo, kjøp og kort.</Trans>
      </EmptyState>
    </>
  );
}
