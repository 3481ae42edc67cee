import { Alert, Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { Money, PageHeader, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useRef, useState } from 'react';
import { BackLink } from '../../components/back-link.tsx';
import { type Child, firstNameOf } from '../../components/children.ts';
import { ChoiceTiles } from '../../components/choice-tiles.tsx';
import { PaymentMethodChoice } from '../../components/paying/payment-method-choice.tsx';
import { useMethodName, type PaymentMethod } from '../../components/paying/payment-method.ts';
import { StartProblem } from '../../components/paying/start-problem.tsx';
import { useStartTopUp } from '../../components/paying/use-start-top-up.ts';
import { type Judged, judgeTyped, usualAmounts } from './amounts.ts';
import { TopUpSum } from './top-up-sum.tsx';
import { useJudgement } from './use-judgement.ts';

interface TopUpFormProps {
  child: Child;
  methods: readonly PaymentMethod[];
  method: PaymentMethod;
  onChooseMethod: (method: PaymentMethod) => void;
}

/** Chooses an amount and how to pay, shows what the balance becomes, and goes to the payment page. */
export function TopUpForm({ child, methods, method, onChooseMethod }: TopUpFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { wallet, topUp } = child;
  // What is owed makes room: a top-up pays it first.
  const filledOre = wallet.balanceOre - wallet.claimedOre;
  const offered = usualAmounts(topUp, filledOre);
  const [chosen, setChosen] = useState<number | 'other'>(offered[1] ?? offered[0] ?? 'other');
  const [typed, setTyped] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const start = useStartTopUp(wallet.id);
  const nameOf = useMethodName();
  const say = useJudgement(topUp);

  const judged: Judged =
    chosen === 'other' ? judgeTyped(typed, topUp, filledOre) : judgeTyped(String(chosen / 100), topUp, filledOre);
  const amountOre = judged.kind === 'ok' ? judged.amountOre : undefined;
  const refusal = isRefused && judged.kind !== 'ok' ? say(judged) : undefined;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    payBy(method);
  }

  function payBy(by: PaymentMethod) {
    onChooseMethod(by);
    setIsRefused(amountOre === undefined);
    if (amountOre === undefined) input.current?.focus();
    else void start.pay({ amountOre, by });
  }

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Fyll på kortet til ${firstNameOf(child)}`} above={<BackLink pupilId={child.pupilId} />} />
      <form noValidate className="kk-stack" data-gap="5" onSubmit={submit}>
        <ChoiceTiles<number | 'other'>
          legend={<Trans>Hvor mye?</Trans>}
          columns={3}
          tiles={[
            ...offered.map((amount) => ({ value: amount, label: <span className="kk-money">{amount / 100} kr</span> })),
            { value: 'other', label: <Trans>Annet beløp</Trans>, isWide: true, isLow: true },
          ]}
          chosen={chosen}
          onChoose={setChosen}
        />
        {chosen === 'other' && (
          <Field>
            <Label>
              <Trans>Beløp i kroner</Trans>
            </Label>
            <Field.Description>
              <Trans>
                Fra {format.kr(topUp.minOre)} til {format.kr(topUp.maxOre)}
              </Trans>
            </Field.Description>
            <Field.Affixes>
              <Input
                ref={input}
                inputMode="decimal"
                autoComplete="off"
                value={typed}
                aria-invalid={refusal !== undefined || undefined}
                onChange={(event) => setTyped(event.target.value)}
              />
              <Field.Affix>kr</Field.Affix>
            </Field.Affixes>
            {refusal !== undefined && <ValidationMessage>{refusal}</ValidationMessage>}
          </Field>
        )}
        {wallet.claimedOre > 0 && (
          <Alert data-color="warning">
            <Trans>
              <Money ore={wallet.claimedOre} /> gjenstår fra før. Vi trekker det fra påfyllingen først.
            </Trans>
          </Alert>
        )}
        <TopUpSum wallet={wallet} amountOre={amountOre} />
        <PaymentMethodChoice methods={methods} chosen={method} onChoose={onChooseMethod} />
        <StartProblem start={start} methods={methods} onPayBy={payBy} />
        <Button type="submit" loading={start.busy} className="kk-full">
          {amountOre === undefined ? <Trans>Betal</Trans> : <Trans>Betal {format.kr(amountOre)}</Trans>}
        </Button>
        <p className="kk-subtle">
          <Trans>Du betaler med {nameOf(method.method)} på neste side. Vi tar ikke gebyr.</Trans>
        </p>
      </form>
    </div>
  );
}
