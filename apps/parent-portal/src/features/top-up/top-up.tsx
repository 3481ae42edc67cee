import './texts.ts';
import { EmptyState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { BackLink } from '../../components/back-link.tsx';
import { ChildScreen } from '../../components/child-screen.tsx';
import { TopUpForm } from './top-up-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/fyll-paa');

/** Fills a child's card by the first provider that the school has; a school may have none yet. */
export function TopUp() {
  const { t } = useLingui();
  const { pupilId } = route.useParams();
  return (
    <ChildScreen pupilId={pupilId}>
      {(child) => {
        const [provider] = child.topUp.providers;
        if (provider !== undefined) return <TopUpForm child={child} provider={provider} />;
        return (
          <EmptyState isScreen title={t`Kortet kan ikke fylles på her`} action={<BackLink pupilId={pupilId} />}>
            <Trans>Skolen tar ikke imot kortbetaling ennå. Spør skolekontoret.</Trans>
          </EmptyState>
        );
      }}
    </ChildScreen>
  );
}
