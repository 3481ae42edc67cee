import './texts.ts';
import { Heading } from '@digdir/designsystemet-react';
import { PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { BackLink } from '../../components/back-link.tsx';
import { ChildScreen } from '../../components/child-screen.tsx';
import { type Child, shortNameOf } from '../../components/children.ts';
import { useFamily } from '../../components/family.ts';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/foresatte');

export function Guardians() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <Family child={child} />}</ChildScreen>;
}

/** Who follows a child's card, who is invited, and the form that invites another. */
function Family({ child }: { child: Child }) {
  const { t } = useLingui();
  const family = useFamily(child.pupilId);
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Foresatte til ${shortNameOf(child)}`} above={<BackLink pupilId={child.pupilId} />}>
        <Trans>Alle ser de samme kjøpene. Hvem som har betalt hva, ser bare den som betalte.</Trans>
      </PageHeader>
      <QueryState query={family}>
        {({ guardians, invitations }) => (
          <>
            <section className="kk-stack" data-gap="2" aria-labelledby="foresatte">
              <Heading level={2} data-size="2xs" id="foresatte">
                <Trans>Følger kortet</Trans>
              </Heading>
              <ul className="kk-stack" data-gap="3">
                {guardians.map(({ name, isMe }) => (
                  <li key={name}>{isMe ? t`${name} (deg)` : name}</li>
                ))}
              </ul>
            </section>
            <Invitations pupilId={child.pupilId} invitations={invitations} />
          </>
        )}
      </QueryState>
      <InviteForm pupilId={child.pupilId} />
    </div>
  );
}
