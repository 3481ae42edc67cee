import { Field, Fieldset, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { shortNameOf } from '../../components/children.ts';
import { useJudgement } from './use-judgement.ts';
import type { SiblingPart } from './use-sibling-amounts.ts';

interface SiblingAmountsProps {
  parts: readonly SiblingPart[];
  /** Whether a payment was tried with what is in the fields. */
  isRefused: boolean;
  onType: (walletId: string, text: string) => void;
}

/** An amount for each sibling, in the same payment. Nothing for an only child. */
export function SiblingAmounts({ parts, isRefused, onType }: SiblingAmountsProps) {
  if (parts.length === 0) return null;
  return (
    <Fieldset>
      <Fieldset.Legend>
        <Trans>Fyll på for flere barn?</Trans>
      </Fieldset.Legend>
      <Fieldset.Description>
        <Trans>Valgfritt. Alt betales i én betaling.</Trans>
      </Fieldset.Description>
      {parts.map((part) => (
        <SiblingAmount key={part.child.wallet.id} part={part} isRefused={isRefused} onType={onType} />
      ))}
    </Fieldset>
  );
}

function SiblingAmount({ part, isRefused, onType }: Omit<SiblingAmountsProps, 'parts'> & { part: SiblingPart }) {
  const { kr } = useFormat();
  const { child, typed, judged } = part;
  const say = useJudgement(child.topUp);
  const refusal = isRefused && judged && judged.kind !== 'ok' ? say(judged) : undefined;
  return (
    <Field>
      <Label>
        <Trans>Beløp til {shortNameOf(child)}</Trans>
      </Label>
      <Field.Description>
        <Trans>Disponibelt nå: {kr(child.wallet.availableOre)}</Trans>
      </Field.Description>
      <Field.Affixes>
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          aria-invalid={refusal !== undefined || undefined}
          onChange={(event) => onType(child.wallet.id, event.target.value)}
        />
        <Field.Affix>kr</Field.Affix>
      </Field.Affixes>
      {refusal !== undefined && <ValidationMessage>{refusal}</ValidationMessage>}
    </Field>
  );
}
