import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { parseOre } from '@kantinekortet/money';
import { Form, FormField, ProblemAlert, SubmitButton, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { autoTopUpKey, type AutoTopUpState } from './auto-top-up-query.ts';
import { useRuleRules } from './use-rule-rules.ts';
import { useSaveCard } from './use-save-card.ts';

const usual = { belowOre: 5_000, amountOre: 20_000, timesAMonth: 4 };

interface RuleValues {
  below: string;
  amount: string;
  times: string;
}

/** Sets the rule up or changes it; without a saved card the next stop is the provider's page. */
export function RuleForm({ state }: { state: AutoTopUpState }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const { rule, savedCard, walletId, availableOre } = state;
  const hasCard = savedCard !== null && rule?.reason !== 'card_expired';
  const queryClient = useQueryClient();
  const card = useSaveCard(walletId);
  const { belowOre, amountOre, timesAMonth } = rule ?? usual;
  const form = useForm<RuleValues>({
    defaultValues: { below: inKroner(belowOre), amount: inKroner(amountOre), times: String(timesAMonth) },
    shouldFocusError: false,
  });
  const rules = useRuleRules(state, () => parseOre(form.getValues('below')) ?? 0);
  const save = useMutation({
    mutationFn: ({ below, amount, times }: RuleValues) =>
      api.client.PUT('/top-ups/auto-top-ups/{walletId}', {
        params: { path: { walletId } },
        body: { belowOre: parseOre(below) ?? 0, amountOre: parseOre(amount) ?? 0, timesAMonth: Number(times) },
      }),
    onSuccess: async () => {
      if (!hasCard) await card.leave();
      await queryClient.invalidateQueries({ queryKey: autoTopUpKey });
    },
  });
  const below = useWatch({ control: form.control, name: 'below' });
  const isLow = availableOre < (parseOre(below) ?? 0);
  const isOn = rule?.status === 'active';

  return (
    <section className="kk-panel kk-stack" data-gap="4">
      <Heading level={2} data-size="2xs">
        {isOn ? <Trans>Endre</Trans> : <Trans>Slå på</Trans>}
      </Heading>
      <ProblemAlert error={save.error ?? card.error} texts={{ ...card.texts, ...rules.texts }} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="below"
          label={t`Fyll på når det er mindre enn`}
          inputMode="decimal"
          autoComplete="off"
          suffix="kr"
          rules={rules.below}
        />
        <FormField
          form={form}
          name="amount"
          label={t`Fyll på med`}
          inputMode="decimal"
          autoComplete="off"
          suffix="kr"
          rules={rules.amount}
        />
        <FormField
          form={form}
          name="times"
          label={t`Høyst så mange ganger i måneden`}
          inputMode="numeric"
          autoComplete="off"
          rules={rules.times}
        />
        {isLow && !isOn && (
          <Paragraph>
            <Trans>Det er {kr(availableOre)} på kortet nå, så vi fyller på med en gang dette er slått på.</Trans>
          </Paragraph>
        )}
        <Paragraph className="kk-subtle">
          <Trans>
            Du lar oss trekke bankkortet ditt uten å spørre hver gang, innenfor disse grensene. Du får kvittering på
            e-post for hver påfylling, og kan slå av når du vil. Vi tar ikke gebyr.
          </Trans>
        </Paragraph>
        <SubmitButton busy={save.isPending || card.busy}>
          {!hasCard ? <Trans>Lagre bankkort</Trans> : isOn ? <Trans>Lagre endringene</Trans> : <Trans>Slå på</Trans>}
        </SubmitButton>
      </Form>
    </section>
  );
}

function inKroner(ore: number): string {
  return String(ore / 100).replace('.', ',');
}
