import { Alert, Button, Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { Money, PageHeader, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { BackLink } from '../../components/back-link.tsx';
import { type Child, shortNameOf } from '../../components/children.ts';
import { ChoiceTiles } from '../../components/choice-tiles.tsx';
import { PaymentMethodChoice } from '../../components/paying/payment-method-choice.tsx';
import { useMethodName, type PaymentMethod } from '../../components/paying/payment-method.ts';
import { StartProblem } from '../../components/paying/start-problem.tsx';
import { useStartTopUp } from '../../components/paying/use-start-top-up.ts';
import { type Judged, judgeTyped, offeredAs, usualAmounts } from './amounts.ts';
import { SiblingAmounts } from './sibling-amounts.tsx';
import { TopUpSum } from './top-up-sum.tsx';
import { useJudgement } from './use-judgement.ts';
import { useRefusedChildren } from './use-refused-children.ts';
import { partsToPay, totalToPay, useSiblingAmounts } from './use-sibling-amounts.ts';

interface TopUpFormProps {
  child: Child;
  methods: readonly PaymentMethod[];
  method: PaymentMethod;
  onChooseMethod: (method: PaymentMethod) => void;
  /** What a link asks for. */
  suggestedKroner: string | undefined;
}

/** Chooses an amount, for siblings too, and how to pay, shows what the balance becomes, and goes to the payment page. */
export function TopUpForm({ child, methods, method, onChooseMethod, suggestedKroner }: TopUpFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { wallet, topUp } = child;
  // What is owed makes room: a top-up pays it first.
  const filledOre = wallet.balanceOre - wallet.claimedOre;
  const offered = usualAmounts(topUp, filledOre);
  const [chosen, setChosen] = useState<number | 'other'>(() =>
    suggestedKroner === undefined
      ? (offered[1] ?? offered[0] ?? 'other')
      : (offeredAs(suggestedKroner, offered) ?? 'other'),
  );
  const [typed, setTyped] = useState(suggestedKroner?.replace('.', ',') ?? '');
  const [isRefused, setIsRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const start = useStartTopUp(wallet.id, undefined, useRefusedChildren());
  const nameOf = useMethodName();
  const say = useJudgement(topUp);
  const siblings = useSiblingAmounts(child, method.provider);

  const judged: Judged =
    chosen === 'other' ? judgeTyped(typed, topUp, filledOre) : judgeTyped(String(chosen / 100), topUp, filledOre);
  const amountOre = judged.kind === 'ok' ? judged.amountOre : undefined;
  const siblingParts = partsToPay(siblings.parts);
  const totalOre = totalToPay(amountOre, siblingParts);
  const refusal = isRefused && judged.kind !== 'ok' ? say(judged) : undefined;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    payBy(method);
  }

  function payBy(by: PaymentMethod) {
    onChooseMethod(by);
    // Drawn at once, so that the first refused field is there to take the focus.
    flushSync(() => setIsRefused(totalOre === undefined));
    if (amountOre !== undefined && siblingParts !== undefined) {
      void start.pay({ amountOre, siblings: siblingParts, by });
    } else form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Fyll på kortet til ${shortNameOf(child)}`} above={<BackLink pupilId={child.pupilId} />} />
      <form ref={form} noValidate className="kk-stack" data-gap="5" onSubmit={submit}>
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
        <SiblingAmounts parts={siblings.parts} isRefused={isRefused} onType={siblings.type} />
        <PaymentMethodChoice methods={methods} chosen={method} onChoose={onChooseMethod} />
        <StartProblem start={start} methods={methods} onPayBy={payBy} />
        <Button type="submit" loading={start.busy} className="kk-full">
          {totalOre === undefined ? <Trans>Betal</Trans> : <Trans>Betal {format.kr(totalOre)}</Trans>}
        </Button>
        <p className="kk-subtle">
          <Trans>Du betaler med {nameOf(method.method)} på neste side. Vi tar ikke gebyr.</Trans>
        </p>
      </form>
    </div>
  );
}
