import { Paragraph } from '@digdir/designsystemet-react';
import { newId, type Item } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, TitledDialog, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';

const texts: ProblemTexts = {
  replacement_waived: msg`Dette er ettergitt fra før.`,
};

interface WaiveReplacementProps {
  replacement: Pick<Item<'/schools/{schoolId}/pupils/{pupilId}/replacements'>, 'id' | 'feeOre' | 'reason'>;
  onClose: () => void;
}

/** Takes back a fee, or that a theft counts as a loss, with a reason that is kept. */
export function WaiveReplacement({ replacement, onClose }: WaiveReplacementProps) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { reason: '' }, shouldFocusError: false });
  const attempt = useRef<{ id: string; reason: string }>(undefined);
  const waive = useMutation({
    mutationFn: (reason: string) => {
      if (attempt.current?.reason !== reason) attempt.current = { id: newId(), reason };
      return api.client.POST('/schools/{schoolId}/replacements/{id}/waiver', {
        params: { path: { schoolId, id: replacement.id } },
        body: attempt.current,
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog
      title={replacement.feeOre > 0 ? t`Ettergi ${kr(replacement.feeOre)}?` : t`Ettergi tapet?`}
      onClose={onClose}
    >
      <Paragraph>
        {replacement.feeOre > 0 && (
          <Trans>Det som er trukket eller betalt, kommer tilbake på kortet. Det som er skyldig, slettes.</Trans>
        )}{' '}
        {replacement.reason === 'stolen' ? (
          <Trans>Tyveriet teller ikke lenger som tap.</Trans>
        ) : (
          <Trans>Tapet teller fortsatt.</Trans>
        )}
      </Paragraph>
      <ProblemAlert error={waive.error} texts={texts} />
      <Form form={form} onSubmit={({ reason }) => waive.mutateAsync(reason.trim()).catch(() => undefined)}>
        <FormField
          form={form}
          name="reason"
          label={t`Begrunnelse`}
          maxLength={500}
          rules={{ validate: (text) => text.trim() !== '' || t`Skriv en begrunnelse` }}
        />
        <FormActions busy={waive.isPending} onCancel={onClose}>
          <Trans>Ettergi</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
