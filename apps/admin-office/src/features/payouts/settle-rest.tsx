import { Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, osloDay, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import type { Payout } from './payout-types.ts';
import { payoutProblems } from './use-payout-words.ts';

/** A person has seen at the bank that the lines that are still open were paid. */
export function SettleRest({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { bookedOn: osloDay() }, shouldFocusError: false });
  const settle = useMutation({
    mutationFn: (body: { bookedOn: string }) =>
      api.client.POST('/schools/{schoolId}/payouts/{id}/settle', {
        params: { path: { schoolId, id: payout.id } },
        body,
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Banken har betalt resten`} onClose={onClose}>
      <Paragraph>
        <Trans>Før opp det som kom i retur først. Alle andre linjer blir utbetalt.</Trans>
      </Paragraph>
      <ProblemAlert error={settle.error} texts={payoutProblems} />
      <Form form={form} onSubmit={(values) => settle.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="bookedOn"
          type="date"
          label={t`Bokført i banken`}
          rules={{ required: t`Velg dato` }}
        />
        <FormActions busy={settle.isPending} onCancel={onClose}>
          <Trans>Før opp som utbetalt</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
