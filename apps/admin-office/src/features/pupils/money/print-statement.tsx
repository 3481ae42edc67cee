import { currentLanguage, Form, FormField, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import { download } from '../../../components/download.ts';
import { FormActions } from '../../../components/form-actions.tsx';
import { osloDay } from '../../../components/oslo-day.ts';
import type { PupilDetails } from '../../../components/cards/pupil-details.ts';

/** A statement of a pupil's card on paper, for this year unless other days are chosen. */
export function PrintStatement({ details, onClose }: { details: PupilDetails; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const today = osloDay();
  const form = useForm({ defaultValues: { from: `${today.slice(0, 4)}-01-01`, to: today }, shouldFocusError: false });
  const print = useMutation({
    mutationFn: async ({ from, to }: { from: string; to: string }) => {
      const { data } = await api.client.GET('/schools/{schoolId}/pupils/{pupilId}/statement.pdf', {
        params: { path: { schoolId, pupilId: details.pupilId }, query: { from, to, language: currentLanguage() } },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kontoutskrift`} ${details.name}.pdf`);
    },
    onSuccess: onClose,
  });
  const isAfterFrom = (to: string) => to >= form.getValues('from') || t`Til-datoen må være etter fra-datoen`;
  return (
    <TitledDialog title={t`Kontoutskrift for ${details.name}`} onClose={onClose}>
      <ProblemAlert error={print.error} />
      <Form form={form} onSubmit={(values) => print.mutateAsync(values).catch(() => undefined)}>
        <FormField form={form} name="from" label={t`Fra`} type="date" rules={{ required: t`Velg dato` }} />
        <FormField
          form={form}
          name="to"
          label={t`Til`}
          type="date"
          rules={{ required: t`Velg dato`, validate: isAfterFrom }}
        />
        <FormActions busy={print.isPending} onCancel={onClose}>
          <Trans>Lag PDF</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
