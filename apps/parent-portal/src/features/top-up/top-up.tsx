import './texts.ts';
import { EmptyState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { BackLink } from '../../components/back-link.tsx';
import { ChildScreen } from '../../components/child-screen.tsx';
import type { Child } from '../../components/children.ts';
import { usePaymentMethods } from '../../components/paying/payment-method.ts';
import { TopUpForm } from './top-up-form.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/fyll-paa');

/** Fills a child's card in one of the ways that the school has; a school may have none yet. */
export function TopUp() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <TopUpOfChild key={child.pupilId} child={child} />}</ChildScreen>;
}

function TopUpOfChild({ child }: { child: Child }) {
  const { t } = useLingui();
  const { belop } = route.useSearch();
  const { methods, chosen, choose } = usePaymentMethods(child);
  if (chosen) {
    return (
      <TopUpForm child={child} methods={methods} method={chosen} onChooseMethod={choose} suggestedKroner={belop} />
    );
  }
  return (
    <EmptyState isScreen title={t`Kortet kan ikke fylles på her`} action={<BackLink pupilId={child.pupilId} />}>
      <Trans>Skolen tar ikke imot betaling her ennå. Spør skolekontoret.</Trans>
    </EmptyState>
  );
}
