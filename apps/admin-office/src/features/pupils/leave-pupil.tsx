import { Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';

interface LeavePupilProps {
  pupilId: string;
  name: string;
  onClose: () => void;
}

/** Says what leaving means, asks why, and does it. */
export function LeavePupil({ pupilId, name, onClose }: LeavePupilProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { reason: '' }, shouldFocusError: false });
  const leave = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      api.client.POST('/schools/{schoolId}/pupils/{pupilId}/leave', {
        params: { path: { schoolId, pupilId } },
        body: reason.trim() === '' ? {} : { reason },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={<Trans>Slutter {name}?</Trans>} onClose={onClose}>
      <Paragraph>
        <Trans>
          Kassene stopper kortet med én gang. Du kan ta eleven inn igjen. Etter midnatt avsluttes kortet, og de
          foresatte får e-post om pengene som står igjen.
        </Trans>
      </Paragraph>
      <ProblemAlert error={leave.error} />
      <Form form={form} onSubmit={(values) => leave.mutateAsync(values).catch(() => undefined)}>
        <FormField form={form} name="reason" label={t`Årsak (valgfritt)`} maxLength={500} autoComplete="off" />
        <FormActions busy={leave.isPending} onCancel={onClose}>
          <Trans>Eleven slutter</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
