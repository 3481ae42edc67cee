import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { formatAccountNumber, parseAccountNumber } from '@kantinekortet/codes';
import { Form, FormField, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Books } from './books.ts';
import styles from './books.module.css';

interface AccountValues {
  accountNumber: string;
  bic: string;
}

/** Which bank account keeps the money of the pupils. */
export function ClientAccount({ account }: { account: Books['clientAccount'] }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const defaultValues = {
    accountNumber: account === null ? '' : formatAccountNumber(account.accountNumber),
    bic: account?.bic ?? '',
  };
  const form = useForm<AccountValues>({ defaultValues, shouldFocusError: false });
  const save = useMutation({
    mutationFn: ({ accountNumber, bic }: AccountValues) =>
      api.client.PUT('/schools/{schoolId}/client-account', {
        params: { path: { schoolId } },
        body: { accountNumber, ...(bic.trim() !== '' && { bic: bic.trim().toUpperCase() }) },
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const isAccount = (text: string) =>
    parseAccountNumber(text) !== undefined || t`Kontonummeret er ikke riktig. Se over sifrene`;
  const isBic = (text: string) =>
    /^$|^[a-z]{6}[a-z0-9]{2}([a-z0-9]{3})?$/i.test(text.trim()) || t`BIC har 8 eller 11 tegn`;
  return (
    <section className={`kk-panel kk-stack ${styles.form ?? ''}`} data-gap="4" aria-labelledby="klientkonto">
      <Heading level={2} data-size="2xs" id="klientkonto">
        <Trans>Klientkonto</Trans>
      </Heading>
      <Paragraph>
        <Trans>Bankkontoen der pengene til elevene ligger, adskilt fra driften. Utbetalinger trekkes herfra.</Trans>
      </Paragraph>
      <ProblemAlert error={save.error} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="accountNumber"
          label={t`Kontonummer`}
          inputMode="numeric"
          autoComplete="off"
          rules={{ required: t`Skriv kontonummeret`, validate: isAccount }}
        />
        <FormField
          form={form}
          name="bic"
          label={t`BIC (valgfritt)`}
          description={t`Noen banker krever den i betalingsfiler.`}
          autoComplete="off"
          rules={{ validate: isBic }}
        />
        <div className="kk-row">
          <SubmitButton busy={save.isPending}>
            <Trans>Lagre kontoen</Trans>
          </SubmitButton>
          <span role="status">{save.isSuccess && <Trans>Lagret</Trans>}</span>
        </div>
      </Form>
    </section>
  );
}
