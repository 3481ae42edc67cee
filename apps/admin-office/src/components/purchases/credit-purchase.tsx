import { Paragraph } from '@digdir/designsystemet-react';
import { newId } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, TitledDialog, useFormat, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../form-actions.tsx';
import type { Purchase } from './recent-purchases.tsx';

const texts: ProblemTexts = {
  sale_already_returned: msg`Kjøpet er returnert eller godskrevet fra før.`,
};

interface CreditPurchaseProps {
  purchase: Purchase;
  name: string;
  supportCase: { id: string; number: number };
  onClose: () => void;
}

/** Gives a purchase back: how much, to whom, and why; the case it is done from is the reason unless one says another. */
export function CreditPurchase({ purchase, name, supportCase, onClose }: CreditPurchaseProps) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { reason: t`Sak ${supportCase.number}` }, shouldFocusError: false });
  const attempt = useRef<{ id: string; reason: string }>(undefined);
  const credit = useMutation({
    mutationFn: (reason: string) => {
      if (attempt.current?.reason !== reason) attempt.current = { id: newId(), reason };
      return api.client.POST('/schools/{schoolId}/sales/{saleId}/credits', {
        params: { path: { schoolId, saleId: purchase.id } },
        body: { ...attempt.current, caseId: supportCase.id },
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const amount = kr(-(purchase.amountOre ?? 0));
  return (
    <TitledDialog title={t`Godskriv ${amount}?`} onClose={onClose}>
      <Paragraph>
        <Trans>
          {amount} går tilbake til kortet til {name}, som pengene til dem som betalte. Skolen dekker beløpet, og kassens
          regnskap blir stående.
        </Trans>
      </Paragraph>
      <ProblemAlert error={credit.error} texts={texts} />
      <Form form={form} onSubmit={({ reason }) => credit.mutateAsync(reason.trim()).catch(() => undefined)}>
        <FormField
          form={form}
          name="reason"
          label={t`Begrunnelse`}
          maxLength={500}
          rules={{ validate: (text) => text.trim() !== '' || t`Skriv en begrunnelse` }}
        />
        <FormActions busy={credit.isPending} onCancel={onClose}>
          <Trans>Godskriv</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
