import { newId } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';

interface StaffValues {
  firstName: string;
  lastName: string;
}

/** Lets someone of the staff have a card. */
export function AddStaffCard({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  const form = useForm<StaffValues>({ defaultValues: { firstName: '', lastName: '' }, shouldFocusError: false });
  const add = useMutation({
    mutationFn: (values: StaffValues) =>
      api.client.POST('/schools/{schoolId}/staff-cards', { params: { path: { schoolId } }, body: { id, ...values } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const rules = { required: t`Skriv et navn` };
  return (
    <TitledDialog title={t`Ny ansatt`} onClose={onClose}>
      <ProblemAlert error={add.error} />
      <Form form={form} onSubmit={(values) => add.mutateAsync(values).catch(() => undefined)}>
        <FormField form={form} name="firstName" label={t`Fornavn`} autoComplete="off" maxLength={100} rules={rules} />
        <FormField form={form} name="lastName" label={t`Etternavn`} autoComplete="off" maxLength={100} rules={rules} />
        <FormActions busy={add.isPending} onCancel={onClose}>
          <Trans>Lagre</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
