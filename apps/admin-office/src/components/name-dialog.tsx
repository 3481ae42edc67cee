import { Form, FormField, ProblemAlert, type ProblemTexts, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { FormActions } from './form-actions.tsx';

interface NameDialogProps {
  title: string;
  texts?: ProblemTexts;
  /** Stores the name; a refusal is shown in the dialog. */
  save: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Gives something new a name. */
export function NameDialog({ title, texts, save, onClose }: NameDialogProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { name: '' }, shouldFocusError: false });
  const saving = useMutation({
    mutationFn: ({ name }: { name: string }) => save(name.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={title} onClose={onClose}>
      <ProblemAlert error={saving.error} {...(texts && { texts })} />
      <Form form={form} onSubmit={(values) => saving.mutateAsync(values).catch(() => undefined)}>
        <FormField form={form} name="name" label={t`Navn`} maxLength={40} rules={{ required: t`Skriv et navn` }} />
        <FormActions busy={saving.isPending} onCancel={onClose}>
          <Trans>Lagre</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
