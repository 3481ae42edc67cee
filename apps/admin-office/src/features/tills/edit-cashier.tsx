import { Checkbox } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, type ProblemTexts, TitledDialog } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import type { Cashier } from './cashier.ts';

const texts: ProblemTexts = {
  cashier_name_taken: msg`En annen kasserer har dette navnet.`,
  weak_pin: msg`Velg en PIN som er vanskeligere å gjette.`,
};

interface CashierValues {
  name: string;
  pin: string;
  active: boolean;
}

/** A cashier's name and PIN; an empty PIN keeps the one there is. */
export function EditCashier({ cashier, onClose }: { cashier: Cashier | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm<CashierValues>({
    defaultValues: { name: cashier?.name ?? '', pin: '', active: cashier?.active ?? true },
    shouldFocusError: false,
  });
  const save = useSaveCashier(cashier, onClose);
  const isSixDigits = (pin: string) =>
    /^\d{6}$/.test(pin) || (pin === '' && cashier !== undefined) || t`PIN må ha seks siffer`;
  return (
    <TitledDialog title={cashier ? cashier.name : t`Ny kasserer`} onClose={onClose}>
      <ProblemAlert error={save.error} texts={texts} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <FormField form={form} name="name" label={t`Navn`} maxLength={60} rules={{ required: t`Skriv et navn` }} />
        <FormField
          form={form}
          name="pin"
          label={cashier ? t`Ny PIN (valgfritt)` : t`PIN, seks siffer`}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          rules={{ validate: isSixDigits }}
        />
        {cashier && <Checkbox label={t`Kan selge`} {...form.register('active')} />}
        <FormActions busy={save.isPending} onCancel={onClose}>
          <Trans>Lagre</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}

function useSaveCashier(cashier: Cashier | undefined, onSaved: () => void) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, pin, active }: CashierValues) => {
      if (cashier === undefined) {
        await api.client.POST('/schools/{schoolId}/cashiers', { params: { path: { schoolId } }, body: { name, pin } });
      } else {
        await api.client.PATCH('/schools/{schoolId}/cashiers/{id}', {
          params: { path: { schoolId, id: cashier.id } },
          body: { name, active, ...(pin !== '' && { pin }) },
        });
      }
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/cashiers'] });
      onSaved();
    },
  });
}
