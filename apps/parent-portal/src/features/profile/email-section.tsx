import '@digdir/designsystemet-web/details';
import { Alert, Details, Paragraph } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { emailPattern } from '../../components/email-pattern.ts';
import type { Guardian } from './guardian.ts';
import { Section } from './section.tsx';

const texts = {
  invalid_credentials: msg`Passordet er feil.`,
  email_taken: msg`Denne adressen kan ikke brukes.`,
};

/** The sign-in address. A new one counts when both the old and the new have opened our mail. */
export function EmailSection({ guardian }: { guardian: Guardian }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { newEmail: '', password: '' }, shouldFocusError: false });
  const change = useMutation({
    mutationFn: (body: { newEmail: string; password: string }) =>
      api.client.POST('/guardians/me/email-change', { body }),
    onSuccess: async () => {
      form.reset();
      await queryClient.invalidateQueries({ queryKey: ['get', '/guardians/me'] });
    },
  });
  const pending = change.isSuccess ? change.variables.newEmail : guardian.emailChangePending;

  return (
    <Section title={t`E-post`}>
      <Paragraph>{guardian.email}</Paragraph>
      <div role="status" className="kk-live">
        {pending && (
          <Alert data-color="info">
            <Trans>
              Vi har sendt lenker til {guardian.email} og {pending}. Åpne begge, så bytter vi adresse.
            </Trans>
          </Alert>
        )}
      </div>
      <Details>
        <Details.Summary>
          <Trans>Bytt e-postadresse</Trans>
        </Details.Summary>
        <Details.Content>
          <div className="kk-stack">
            <ProblemAlert error={change.error} texts={texts} />
            <Form form={form} onSubmit={(values) => change.mutateAsync(values).catch(() => undefined)}>
              <FormField
                form={form}
                name="newEmail"
                label={t`Ny e-post`}
                type="email"
                autoComplete="email"
                rules={{
                  required: t`Skriv den nye e-postadressen`,
                  pattern: { value: emailPattern, message: t`Skriv hele e-postadressen, som kari@eksempel.no` },
                }}
              />
              <FormField
                form={form}
                name="password"
                label={t`Passordet ditt`}
                type="password"
                autoComplete="current-password"
                rules={{ required: t`Skriv passordet ditt` }}
              />
              <div>
                <SubmitButton busy={change.isPending}>
                  <Trans>Send lenker</Trans>
                </SubmitButton>
              </div>
            </Form>
          </div>
        </Details.Content>
      </Details>
    </Section>
  );
}
