import { Form, FormField, ProblemAlert, TitledDialog, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import type { Task } from './task-words.ts';

const texts: ProblemTexts = {
  task_resolved: msg`En kollega har løst oppgaven. Last siden på nytt.`,
};

/** Ends a task by what was done about it, in words that stay. */
export function ResolveTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { resolution: '' }, shouldFocusError: false });
  const resolve = useMutation({
    mutationFn: (resolution: string) =>
      api.client.POST('/schools/{schoolId}/tasks/{id}/resolve', {
        params: { path: { schoolId, id: task.id } },
        body: { resolution },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Merk oppgaven som løst`} onClose={onClose}>
      <ProblemAlert error={resolve.error} texts={texts} />
      <Form form={form} onSubmit={({ resolution }) => resolve.mutateAsync(resolution.trim()).catch(() => undefined)}>
        <FormField
          form={form}
          name="resolution"
          label={t`Hva ble gjort?`}
          maxLength={500}
          rules={{ validate: (text) => text.trim() !== '' || t`Skriv hva som ble gjort` }}
        />
        <FormActions busy={resolve.isPending} onCancel={onClose}>
          <Trans>Merk som løst</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
