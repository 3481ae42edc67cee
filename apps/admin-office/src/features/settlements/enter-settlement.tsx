import { Checkbox, Field, Label, Select } from '@digdir/designsystemet-react';
import { newId } from '@kantinekortet/api-client';
import { parseOre } from '@kantinekortet/money';
import { Form, FormField, osloDay, ProblemAlert, TitledDialog, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { KronerField } from '../../components/kroner-field.tsx';
import type { Clearing } from './settlement-types.ts';
import { useSettlementWords } from './use-settlement-words.ts';

interface EntryValues {
  clearing: string;
  receivedOn: string;
  received: string;
  cost: string;
  reference: string;
  isMirror: boolean;
}

const texts: ProblemTexts = {
  settlement_known: msg`Det er ført et oppgjør med denne referansen før.`,
  received_on_ahead: msg`Velg en dag som har vært.`,
};

/** Money on the client account that no report tells of, as a person saw it in the bank. */
export function EnterSettlement({ clearings, onClose }: { clearings: readonly Clearing[]; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const { methodName } = useSettlementWords();
  const [id] = useState(newId);
  const first = clearings.find(({ hasReports, waitingOre }) => !hasReports && waitingOre > 0) ?? clearings.at(-1);
  const form = useForm<EntryValues>({
    defaultValues: {
      clearing: first?.clearing ?? '',
      receivedOn: osloDay(),
      received: '',
      cost: '0',
      reference: '',
      isMirror: false,
    },
    shouldFocusError: false,
  });
  const enter = useMutation({
    mutationFn: ({ clearing, receivedOn, received, cost, reference, isMirror }: EntryValues) => {
      const sign = isMirror ? -1 : 1;
      const [receivedOre, costOre] = [sign * (parseOre(received) ?? 0), sign * (parseOre(cost) ?? 0)];
      return api.client.POST('/schools/{schoolId}/settlements', {
        params: { path: { schoolId } },
        body: { id, clearing, receivedOn, receivedOre, costOre, reference },
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const hasCome = (day: string) => day <= osloDay() || t`Velg en dag som har vært`;
  return (
    <TitledDialog title={t`Før et oppgjør`} onClose={onClose}>
      <ProblemAlert
        error={enter.error}
        texts={{
          ...texts,
          settlement_beyond_waiting: msg`Det er mer enn det som venter på oppgjør. Kontroller beløpet og kostnaden.`,
        }}
      />
      <Form form={form} onSubmit={(values) => enter.mutateAsync(values).catch(() => undefined)}>
        <Field>
          <Label htmlFor="clearing">
            <Trans>Betalt med</Trans>
          </Label>
          <Select id="clearing" {...form.register('clearing')}>
            {clearings.map(({ clearing, method, waitingOre }) => (
              <Select.Option key={clearing} value={clearing}>
                {methodName(method)} ({format.kr(waitingOre)})
              </Select.Option>
            ))}
          </Select>
        </Field>
        <FormField
          form={form}
          name="receivedOn"
          label={t`Bokført i banken`}
          type="date"
          rules={{ required: t`Velg dato`, validate: hasCome }}
        />
        <KronerField form={form} name="received" label={t`Beløp på klientkontoen`} />
        <KronerField
          form={form}
          name="cost"
          label={t`Trukket i kostnad`}
          description={t`Det banken eller leverandøren tok før pengene kom. Ofte 0.`}
        />
        <FormField
          form={form}
          name="reference"
          label={t`Referanse i kontoutskriften`}
          maxLength={100}
          rules={{ required: t`Skriv referansen` }}
        />
        <Checkbox
          label={t`Dette retter et oppgjør som er ført feil: beløpene trekkes fra`}
          {...form.register('isMirror')}
        />
        <FormActions busy={enter.isPending} onCancel={onClose}>
          <Trans>Før oppgjøret</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
