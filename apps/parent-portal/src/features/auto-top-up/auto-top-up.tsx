import './texts.ts';
import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { BackLink } from '../../components/back-link.tsx';
import { ChildScreen } from '../../components/child-screen.tsx';
import { type Child, firstNameOf } from '../../components/children.ts';
import { type AutoTopUpState, useAutoTopUp } from './auto-top-up-query.ts';
import { BankCard } from './bank-card.tsx';
import { CardBeingSaved } from './card-being-saved.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleState } from './rule-state.tsx';

const route = getRouteApi('/signed-in/barn/$pupilId/automatisk');

/** Lets the card fill itself when little is left, within limits that the guardian sets. */
export function AutoTopUp() {
  const { pupilId } = route.useParams();
  return <ChildScreen pupilId={pupilId}>{(child) => <OfChild child={child} />}</ChildScreen>;
}

function OfChild({ child }: { child: Child }) {
  const { t } = useLingui();
  const { bankkort } = route.useSearch();
  const query = useAutoTopUp(child.wallet.id);
  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader
        title={t`Automatisk påfylling for ${firstNameOf(child)}`}
        above={<BackLink pupilId={child.pupilId} />}
      >
        <Trans>Kortet fylles av seg selv når et kjøp gjør at det er lite igjen.</Trans>
      </PageHeader>
      <QueryState query={query}>
        {(state) => (
          <>
            {bankkort !== undefined && <CardBeingSaved id={bankkort} />}
            <Sections child={child} state={state} />
          </>
        )}
      </QueryState>
    </div>
  );
}

function Sections({ child, state }: { child: Child; state: AutoTopUpState }) {
  const { rule, savedCard, isOffered } = state;
  if (child.status === 'left') {
    return (
      <Paragraph>
        <Trans>{firstNameOf(child)} går ikke lenger på skolen. Kortet kan ikke fylles på.</Trans>
      </Paragraph>
    );
  }
  if (!isOffered) {
    return (
      <Alert data-color="info">
        <Trans>Skolen kan ikke trekke lagrede bankkort ennå. Du kan fylle på selv.</Trans>
      </Alert>
    );
  }
  return (
    <>
      {rule && <RuleState rule={rule} walletId={state.walletId} />}
      <RuleForm key={rule?.status} state={state} />
      {savedCard?.card && <BankCard id={savedCard.id} card={savedCard.card} walletId={state.walletId} />}
    </>
  );
}
