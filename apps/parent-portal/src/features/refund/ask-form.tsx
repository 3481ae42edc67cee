import { Button, Field, Input, Label, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { parseOre } from '@kantinekortet/money';
import { Money, PageHeader, ProblemAlert, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { PasswordAgain } from './password-again.tsx';
import { PayoutAccount } from './payout-account.tsx';
import { RefundWays } from './refund-ways.tsx';
import { type Refundable, useRefundable } from './refundable.ts';
import { useAccountChoice } from './use-account-choice.ts';
import { useAskRefund } from './use-ask-refund.ts';

/** The amount, all of it to begin with; where it goes and when it is there; and one button. */
export function AskForm({ all, back }: { all: Refundable; back: ReactNode }) {
  const { t } = useLingui();
  const format = useFormat();
  const [typed, setTyped] = useState((all.refundableOre / 100).toFixed(2).replace('.', ','));
  const [isRefused, setIsRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const accountInput = useRef<HTMLInputElement>(null);
  const choice = useAccountChoice(all.account);
  const parsed = parseOre(typed);
  const amountOre = parsed !== undefined && parsed > 0 && parsed <= all.refundableOre ? parsed : undefined;
  const isEverything = amountOre === all.refundableOre;
  const asked = useRefundable(all.walletId, isEverything ? undefined : amountOre);
  const { ask, busy, error, texts, isPasswordWanted, password, setPassword } = useAskRefund(all);
  const shown = asked.data ?? all;
  const needsAccount = shown.ways.some(({ route }) => route === 'bank');

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setIsRefused(amountOre === undefined);
    const account = needsAccount ? choice.chosen() : null;
    if (amountOre === undefined) input.current?.focus();
    else if (account === undefined) accountInput.current?.focus();
    else void ask({ ...(!isEverything && { amountOre }), account });
  }

  return (
    <>
      <PageHeader title={t`Få pengene tilbake`} above={back} />
      <form noValidate className="kk-stack" data-gap="5" onSubmit={submit}>
        <Field>
          <Label>
            <Trans>Beløp</Trans>
          </Label>
          <Field.Description>
            <Trans>
              Du kan få tilbake inntil {format.kr(all.refundableOre)} fra kortet til {all.firstName}
            </Trans>
          </Field.Description>
          <Field.Affixes>
            <Input
              ref={input}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              aria-invalid={isRefused || undefined}
              onChange={(event) => {
                setTyped(event.target.value);
                setIsRefused(false);
              }}
            />
            <Field.Affix>kr</Field.Affix>
          </Field.Affixes>
          {isRefused && (
            <ValidationMessage>
              <Trans>Skriv et beløp fra 0,01 kr til {format.kr(all.refundableOre)}</Trans>
            </ValidationMessage>
          )}
        </Field>
        <WhoseMoney refundable={all} />
        <RefundWays ways={shown.ways} account={all.account} />
        {isEverything && all.registersUntil !== null && (
          <Paragraph className="kk-subtle">
            <Trans>
              Når du tar ut alt, venter vi til kassene har meldt inn dagens kjøp, senest{' '}
              {format.dateTime(all.registersUntil)}.
            </Trans>
          </Paragraph>
        )}
        {needsAccount && <PayoutAccount choice={choice} inputRef={accountInput} />}
        {isPasswordWanted && <PasswordAgain value={password} onChange={setPassword} />}
        <ProblemAlert error={error} texts={texts} />
        <Button type="submit" loading={busy} className="kk-full">
          {amountOre === undefined ? <Trans>Få tilbake</Trans> : <Trans>Få tilbake {format.kr(amountOre)}</Trans>}
        </Button>
        <p className="kk-subtle">
          <Trans>Vi setter av pengene med en gang, så de kan ikke brukes i kantina. Vi tar ikke gebyr.</Trans>
        </p>
      </form>
    </>
  );
}

/** Why it is this much and not all that is on the card, in one sentence. */
function WhoseMoney({ refundable: { othersOre, claimedOre } }: { refundable: Refundable }) {
  if (claimedOre > 0) {
    return (
      <Paragraph>
        <Trans>
          Vi trekker først <Money ore={claimedOre} /> som gjenstår å betale, og du får det som er igjen av pengene du
          selv har betalt inn.
        </Trans>
      </Paragraph>
    );
  }
  if (othersOre === 0) return null;
  return (
    <Paragraph>
      <Trans>
        Du får det som er igjen av pengene du selv har betalt inn; resten av saldoen, <Money ore={othersOre} />, har
        andre betalt.
      </Trans>
    </Paragraph>
  );
}
