import { Checkbox } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { parseOre } from '@kantinekortet/money';
import { Form, PageHeader, ProblemAlert, QueryState, SubmitButton, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { KronerField, toKronerText } from '../../components/kroner-field.tsx';

interface SettingsValues {
  topUpMin: string;
  topUpMax: string;
  balanceCap: string;
  replacementFee: string;
  lunchFloor: string;
  allowWithoutCard: boolean;
  printNameOnCard: boolean;
}

type School = Reply<'/schools/{schoolId}', 'get'>;

const texts: ProblemTexts = {
  settings_contradict: msg`Minste påfyll må være lavere enn største, og største lavere enn taket.`,
};

/** The school's own limits and choices. */
export function Settings() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const school = api.query.useQuery('get', '/schools/{schoolId}', { params: { path: { schoolId } } });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Innstillinger`} />
      <QueryState query={school}>{(data) => <SettingsForm school={data} />}</QueryState>
    </div>
  );
}

function SettingsForm({ school }: { school: School }) {
  const { t } = useLingui();
  const { settings } = school;
  const form = useForm<SettingsValues>({
    defaultValues: {
      topUpMin: toKronerText(settings.topUpMinOre),
      topUpMax: toKronerText(settings.topUpMaxOre),
      balanceCap: toKronerText(settings.balanceCapOre),
      replacementFee: toKronerText(settings.replacementFeeOre),
      lunchFloor: toKronerText(settings.lunchFloorOre),
      allowWithoutCard: settings.allowWithoutCard,
      printNameOnCard: settings.printNameOnCard,
    },
    shouldFocusError: false,
  });
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: ({ topUpMin, topUpMax, balanceCap, replacementFee, lunchFloor, ...choices }: SettingsValues) =>
      api.client.PATCH('/schools/{schoolId}/settings', {
        params: { path: { schoolId: school.id } },
        body: {
          topUpMinOre: parseOre(topUpMin) ?? 0,
          topUpMaxOre: parseOre(topUpMax) ?? 0,
          balanceCapOre: parseOre(balanceCap) ?? 0,
          replacementFeeOre: parseOre(replacementFee) ?? 0,
          lunchFloorOre: parseOre(lunchFloor) ?? 0,
          ...choices,
        },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}'] }),
  });
  return (
    <section className="kk-panel kk-stack kk-text" data-gap="4">
      <p className="kk-subtle">
        <Trans>
          {school.name} – pengene går til {school.merchantName}.
        </Trans>
      </p>
      <ProblemAlert error={save.error} texts={texts} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <KronerField form={form} name="topUpMin" label={t`Minste påfyll`} />
        <KronerField form={form} name="topUpMax" label={t`Største påfyll`} />
        <KronerField
          form={form}
          name="balanceCap"
          label={t`Høyeste saldo`}
          description={t`En påfylling som ville gitt mer, blir stoppet før betaling.`}
        />
        <KronerField
          form={form}
          name="replacementFee"
          label={t`Gebyr for nytt kort`}
          description={t`Gjelder fra andre gang eleven mister kortet.`}
        />
        <KronerField
          form={form}
          name="lunchFloor"
          label={t`Lunsjgrense`}
          description={t`Et gebyr trekkes aldri så langt ned at eleven ikke får lunsj.`}
        />
        <Checkbox label={t`Kassen kan selge uten kort`} {...form.register('allowWithoutCard')} />
        <Checkbox label={t`Navn på kortet`} {...form.register('printNameOnCard')} />
        <SubmitButton busy={save.isPending}>
          <Trans>Lagre</Trans>
        </SubmitButton>
      </Form>
      <div role="status">{save.isSuccess && <Trans>Lagret.</Trans>}</div>
    </section>
  );
}
