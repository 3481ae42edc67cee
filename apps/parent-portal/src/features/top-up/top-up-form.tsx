import { Alert, Button, Field, Fieldset, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { Money, PageHeader, ProblemAlert, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useRef, useState } from 'react';
import { BackLink } from '../../components/back-link.tsx';
import { type Child, firstNameOf } from '../../components/children.ts';
import { useStartTopUp } from '../../components/use-start-top-up.ts';
import { type Judged, judgeTyped, usualAmounts } from './amounts.ts';
import { TopUpSum } from './top-up-sum.tsx';
import styles from './top-up.module.css';
import { useJudgement } from './use-judgement.ts';

/** Chooses an amount, shows what the balance becomes, and goes to the payment page. */
export function TopUpForm({ child, provider }: { child: Child; provider: string }) {
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
  const { pay, busy, error, texts } = useStartTopUp(wallet.id, provider);
  const say = useJudgement(topUp);

  const judged: Judged =
    chosen === 'other' ? judgeTyped(typed, topUp, filledOre) : judgeTyped(String(chosen / 100), topUp, filledOre);
  const amountOre = judged.kind === 'ok' ? judged.amountOre : undefined;
  const refusal = isRefused && judged.kind !== 'ok' ? say(judged) : undefined;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setIsRefused(amountOre === undefined);
    if (amountOre === undefined) input.current?.focus();
    else void pay(amountOre);
  }

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Fyll på kortet til ${firstNameOf(child)}`} above={<BackLink pupilId={child.pupilId} />} />
      <form noValidate className="kk-stack" data-gap="5" onSubmit={submit}>
        <Fieldset>
          <Fieldset.Legend>
            <Trans>Hvor mye?</Trans>
          </Fieldset.Legend>
          <div className={styles.amounts}>
            {offered.map((amount) => (
              <label key={amount} className={styles.amount}>
                <input type="radio" name="amount" checked={chosen === amount} onChange={() => setChosen(amount)} />
                <span className="kk-money">{amount / 100} kr</span>
              </label>
            ))}
            <label className={`${styles.amount} ${styles.other}`}>
              <input type="radio" name="amount" checked={chosen === 'other'} onChange={() => setChosen('other')} />
              <span>
                <Trans>Annet beløp</Trans>
              </span>
            </label>
          </div>
        </Fieldset>
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
        <ProblemAlert error={error} texts={texts} />
        <Button type="submit" loading={busy} className="kk-full">
          {amountOre === undefined ? <Trans>Betal</Trans> : <Trans>Betal {format.kr(amountOre)}</Trans>}
        </Button>
        <p className="kk-subtle">
          <Trans>Du betaler med bankkort på neste side. Vi tar ikke gebyr.</Trans>
        </p>
      </form>
    </div>
  );
}
