import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { type Child, shortNameOf } from '../../components/children.ts';
import type { AutoTopUpState } from './auto-top-up-query.ts';
import { BankCard } from './bank-card.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleState } from './rule-state.tsx';

/** How automatic top-up stands for a child, and what may be done about it. */
export function Sections({ child, state }: { child: Child; state: AutoTopUpState }) {
  const { rule, savedCard, isOffered } = state;
  if (child.status === 'left') {
    return (
      <Paragraph>
        <Trans>{shortNameOf(child)} går ikke lenger på skolen. Kortet kan ikke fylles på.</Trans>
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
