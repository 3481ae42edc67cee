import './texts.ts';
import { Button } from '@digdir/designsystemet-react';
import { Waiting } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { DeadLink } from '../../components/dead-link.tsx';
import { AcceptInvitation, type Accepted } from './accept-invitation.tsx';
import { InvitationAccepted } from './invitation-accepted.tsx';

const route = getRouteApi('/invitasjon');

/** Where an invitation's link leads: what it is about, and yes; or that it no longer works. */
export function Invitation() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const [accepted, setAccepted] = useState<Accepted>();
  const invitation = api.query.useQuery(
    'get',
    '/guardian-links/{token}',
    { params: { path: { token } } },
    // Once: after a yes the link is used up, and that is no news.
    { retry: false, staleTime: Infinity },
  );
  if (accepted) return <InvitationAccepted accepted={accepted} />;
  if (invitation.isPending) return <Waiting>{t`Henter invitasjonen …`}</Waiting>;
  if (invitation.isError) {
    return (
      <DeadLink error={invitation.error}>
        <Button asChild>
          <Link to="/barn">
            <Trans>Til oversikten</Trans>
          </Link>
        </Button>
      </DeadLink>
    );
  }
  return <AcceptInvitation token={token} invitation={invitation.data} onAccepted={setAccepted} />;
}
