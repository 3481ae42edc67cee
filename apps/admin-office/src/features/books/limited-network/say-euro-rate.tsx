import { newId } from '@kantinekortet/api-client';
import { Form, FormField, osloDay, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import { FormActions } from '../../../components/form-actions.tsx';
import { parseRate } from './rate-text.ts';

interface RateValues {
  rate: string;
  day: string;
  source: string;
}

/** What a euro costs, as somebody has just read it. */
export function SayEuroRate({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  const form = useForm<RateValues>({
    defaultValues: { rate: '', day: osloDay(), source: 'Norges Bank' },
    shouldFocusError: false,
  });
  const say = useMutation({
    mutationFn: ({ rate, day, source }: RateValues) =>
      api.client.POST('/schools/{schoolId}/limited-network/euro-rates', {
        params: { path: { schoolId } },
        body: { id, day, nokPerEurE4: parseRate(rate) ?? 0, source },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const isRate = (text: string) => parseRate(text) !== undefined || t`Skriv kursen som 11,8234`;
  const isNotToCome = (day: string) => day <= osloDay() || t`Velg en dag som ikke er i fremtiden`;
  return (
    <TitledDialog title={t`Eurokurs`} onClose={onClose}>
      <ProblemAlert error={say.error} />
      <Form form={form} onSubmit={(values) => say.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="rate"
          label={t`Kroner for én euro`}
          inputMode="decimal"
          autoComplete="off"
          rules={{ required: t`Skriv kursen`, validate: isRate }}
        />
        <FormField
          form={form}
          name="day"
          label={t`Kursen gjaldt`}
          type="date"
          rules={{ required: t`Velg dato`, validate: isNotToCome }}
        />
        <FormField
          form={form}
          name="source"
          label={t`Kilde`}
          maxLength={200}
          rules={{ validate: (text) => text.trim() !== '' || t`Skriv hvor kursen er fra` }}
        />
        <FormActions busy={say.isPending} onCancel={onClose}>
          <Trans>Lagre kursen</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
