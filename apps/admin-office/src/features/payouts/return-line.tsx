import { Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, osloDay, ProblemAlert, TitledDialog, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import type { PayoutLine } from './payout-types.ts';
import { payoutProblems } from './use-payout-words.ts';

interface ReturnLineProps {
  payoutId: string;
  line: PayoutLine;
  onClose: () => void;
}

/** A person has seen at the bank that one line came back. */
export function ReturnLine({ payoutId, line, onClose }: ReturnLineProps) {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { bookedOn: osloDay(), reason: '' }, shouldFocusError: false });
  const giveBack = useMutation({
    mutationFn: (body: { bookedOn: string; reason: string }) =>
      api.client.POST('/schools/{schoolId}/payouts/{id}/lines/{number}/return', {
        params: { path: { schoolId, id: payoutId, number: line.number } },
        body,
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const amount = format.kr(line.amountOre);
  const { pupilName } = line;
  return (
    <TitledDialog title={t`Kom i retur: ${line.holderName}`} onClose={onClose}>
      <Paragraph>
        <Trans>
          {amount} settes tilbake på kortet til {pupilName}.
        </Trans>
      </Paragraph>
      <ProblemAlert error={giveBack.error} texts={payoutProblems} />
      <Form form={form} onSubmit={(values) => giveBack.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="bookedOn"
          type="date"
          label={t`Bokført i banken`}
          rules={{ required: t`Velg dato` }}
        />
        <FormField
          form={form}
          name="reason"
          label={t`Hva sier banken?`}
          autoComplete="off"
          maxLength={200}
          rules={{ required: t`Skriv hvorfor pengene kom i retur` }}
        />
        <FormActions busy={giveBack.isPending} onCancel={onClose}>
          <Trans>Sett pengene tilbake</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
