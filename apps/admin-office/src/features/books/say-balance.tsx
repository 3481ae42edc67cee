import { newId } from '@kantinekortet/api-client';
import { parseOre } from '@kantinekortet/money';
import { Form, FormField, ProblemAlert, TitledDialog, type ProblemTexts, osloDay } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { KronerField } from '../../components/kroner-field.tsx';

interface BalanceValues {
  day: string;
  balance: string;
  note: string;
}

const texts: ProblemTexts = {
  day_not_over: msg`Velg en dag som er over.`,
  client_account_missing: msg`Registrer kontonummeret først.`,
};

/** The balance of the client account, read at the bank by a person. */
export function SayBalance({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  const form = useForm<BalanceValues>({ defaultValues: { day: '', balance: '', note: '' }, shouldFocusError: false });
  const say = useMutation({
    mutationFn: ({ day, balance, note }: BalanceValues) =>
      api.client.POST('/schools/{schoolId}/client-money/balances', {
        params: { path: { schoolId } },
        body: { id, day, balanceOre: parseOre(balance) ?? 0, ...(note.trim() !== '' && { note }) },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const isOver = (day: string) => day < osloDay() || t`Velg en dag som er over`;
  return (
    <TitledDialog title={t`Saldo på klientkontoen`} onClose={onClose}>
      <ProblemAlert error={say.error} texts={texts} />
      <Form form={form} onSubmit={(values) => say.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="day"
          label={t`Ved slutten av dagen`}
          type="date"
          rules={{ required: t`Velg dato`, validate: isOver }}
        />
        <KronerField form={form} name="balance" label={t`Bokført saldo`} />
        <FormField form={form} name="note" label={t`Merknad (valgfritt)`} maxLength={500} />
        <FormActions busy={say.isPending} onCancel={onClose}>
          <Trans>Lagre saldoen</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
