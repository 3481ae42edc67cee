import { Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, osloDay, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
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
  const form = useForm({ defaultValues: { lastDay: '', reason: '' }, shouldFocusError: false });
  const leave = useMutation({
    mutationFn: ({ lastDay, reason }: { lastDay: string; reason: string }) =>
      api.client.POST('/schools/{schoolId}/pupils/{pupilId}/leave', {
        params: { path: { schoolId, pupilId } },
        body: { ...(lastDay !== '' && { lastDay }), ...(reason.trim() !== '' && { reason }) },
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
          Uten dato stopper kassene kortet med én gang. Med dato virker det til og med siste skoledag. Natten etter
          avsluttes kortet, og de foresatte får e-post om pengene som står igjen. Til da kan du angre.
        </Trans>
      </Paragraph>
      <ProblemAlert error={leave.error} />
      <Form form={form} onSubmit={(values) => leave.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="lastDay"
          type="date"
          label={t`Siste skoledag (valgfritt)`}
          rules={{ validate: (day) => day === '' || day >= osloDay() || t`Velg i dag eller en senere dag` }}
        />
        <FormField form={form} name="reason" label={t`Årsak (valgfritt)`} maxLength={500} autoComplete="off" />
        <FormActions busy={leave.isPending} onCancel={onClose}>
          <Trans>Eleven slutter</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
