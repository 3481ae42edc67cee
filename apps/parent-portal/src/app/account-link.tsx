import { Button } from '@digdir/designsystemet-react';
import type { Session } from '@kantinekortet/api-client';
import { Trans, useLingui } from '@lingui/react/macro';
import { PersonCircleIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';

/** "Logg inn" for a visitor, the way to the profile for a guardian; nothing while we do not know. */
export function AccountLink({ session }: { session: Session | null | undefined }) {
  const { t } = useLingui();
  if (session === undefined) return null;
  if (session === null) {
    return (
      <Button asChild variant="tertiary">
        <Link to="/logg-inn">
          <Trans>Logg inn</Trans>
        </Link>
      </Button>
    );
  }
  return (
    <Button asChild variant="tertiary" data-color="neutral" icon>
      <Link to="/profil" aria-label={t`Profilen din`} title={session.person.name}>
        <PersonCircleIcon aria-hidden />
      </Link>
    </Button>
  );
}
