import { Paragraph } from '@digdir/designsystemet-react';
import { parseAccountNumber } from '@kantinekortet/codes';
import { Form, FormField, ProblemAlert } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../form-actions.tsx';

interface HouseholdAccountProps {
  pupilId: string;
  onRecorded: () => void;
  onCancel: () => void;
}

/** Writes down the account that a family without a profile gives. */
export function HouseholdAccount({ pupilId, onRecorded, onCancel }: HouseholdAccountProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { holderName: '', accountNumber: '' }, shouldFocusError: false });
  const record = useMutation({
    mutationFn: (body: { holderName: string; accountNumber: string }) =>
      api.client.PUT('/schools/{schoolId}/pupils/{pupilId}/payout-account', {
        params: { path: { schoolId, pupilId } },
        body,
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onRecorded();
    },
  });
  return (
    <>
      <Paragraph>
        <Trans>En ny konto kan brukes etter 72 timer. Er foresatte registrert, får de beskjed på e-post.</Trans>
      </Paragraph>
      <ProblemAlert error={record.error} />
      <Form form={form} onSubmit={(values) => record.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="holderName"
          label={t`Kontoeier`}
          autoComplete="off"
          maxLength={100}
          rules={{ required: t`Skriv navnet på kontoeieren` }}
        />
        <FormField
          form={form}
          name="accountNumber"
          label={t`Kontonummer`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          rules={{
            required: t`Skriv kontonummeret`,
            validate: (text) => parseAccountNumber(text) !== undefined || t`Dette er ikke et kontonummer`,
          }}
        />
        <FormActions busy={record.isPending} onCancel={onCancel}>
          <Trans>Lagre kontoen</Trans>
        </FormActions>
      </Form>
    </>
  );
}
