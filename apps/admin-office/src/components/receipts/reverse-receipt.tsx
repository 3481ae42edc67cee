import { Paragraph } from '@digdir/designsystemet-react';
import { newId } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, TitledDialog, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../form-actions.tsx';
import type { Receipt } from './use-method-names.ts';

const texts: ProblemTexts = {
  receipt_money_spent: msg`Noe av pengene er brukt. Da må resten betales tilbake som refusjon.`,
  receipt_of_another_day: msg`Innbetalingen ble registrert en annen dag. Betal pengene tilbake som refusjon.`,
  terminal_day_closed: msg`Dagen er gjort opp, så innbetalingen kan ikke annulleres.`,
  reversed_already: msg`Innbetalingen er annullert fra før.`,
};

/** Takes back a receipt that was a mistake; asks why. */
export function ReverseReceipt({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [id] = useState(newId);
  const form = useForm({ defaultValues: { reason: '' }, shouldFocusError: false });
  const reverse = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      api.client.POST('/schools/{schoolId}/office-receipts/{id}/reversal', {
        params: { path: { schoolId, id: receipt.id } },
        body: { id, reason },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const amount = format.kr(receipt.amountOre);
  return (
    <TitledDialog title={t`Annullere innbetalingen på ${amount}?`} onClose={onClose}>
      <Paragraph>
        <Trans>
          Pengene trekkes fra kortet til {receipt.pupilName}. Har familien betalt, må du betale tilbake på
          bankterminalen.
        </Trans>
      </Paragraph>
      <ProblemAlert error={reverse.error} texts={texts} />
      <Form form={form} onSubmit={(values) => reverse.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="reason"
          label={t`Hvorfor?`}
          maxLength={500}
          rules={{ required: t`Skriv hvorfor` }}
        />
        <FormActions busy={reverse.isPending} onCancel={onClose}>
          <Trans>Annuller innbetalingen</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
