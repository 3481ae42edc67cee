import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, PageHeader, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';

/** Asks for a link; the answer is the same whether the address is known or not. */
export function ForgottenPassword() {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { email: '' }, shouldFocusError: false });
  const ask = useMutation({
    mutationFn: (body: { email: string }) => api.client.POST('/password-resets', { body }),
  });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Nytt passord`}>
        <Trans>Vi sender en lenke til e-postadressen din.</Trans>
      </PageHeader>
      <ProblemAlert error={ask.error} />
      {ask.isSuccess ? (
        <Alert data-color="success" role="status">
          <Paragraph>
            <Trans>Hvis adressen er registrert, ligger lenken i innboksen om et øyeblikk.</Trans>
          </Paragraph>
        </Alert>
      ) : (
        <Form form={form} onSubmit={(values) => ask.mutateAsync(values).catch(() => undefined)}>
          <FormField
            form={form}
            name="email"
            label={t`E-post`}
            type="email"
            autoComplete="username"
            rules={{ required: t`Skriv e-postadressen din` }}
          />
          <SubmitButton busy={ask.isPending}>
            <Trans>Send lenke</Trans>
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
