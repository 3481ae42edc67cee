import { Alert, Details } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { NewPasswordField, useWeakPassword } from '../../components/password-field.tsx';
import { Section } from './section.tsx';

const texts = { invalid_credentials: msg`Passordet du har i dag er feil.` };

interface Passwords {
  currentPassword: string;
  password: string;
}

/** Another password; whoever else is signed in as this person is signed out. */
export function PasswordSection() {
  const { t } = useLingui();
  const form = useForm<Passwords>({ defaultValues: { currentPassword: '', password: '' }, shouldFocusError: false });
  const showWeakPassword = useWeakPassword();
  const [problem, setProblem] = useState<unknown>();
  const change = useMutation({
    mutationFn: (body: Passwords) => api.client.PUT('/guardians/me/password', { body }),
    onMutate: () => setProblem(undefined),
    onSuccess: () => form.reset(),
    onError: (error) => setProblem(showWeakPassword(form, error, 'password') ? undefined : error),
  });

  return (
    <Section title={t`Passord`}>
      <div role="status" className="kk-live">
        {change.isSuccess && (
          <Alert data-color="success">
            <Trans>Passordet er endret. Alle andre telefoner og maskiner er logget ut.</Trans>
          </Alert>
        )}
      </div>
      <Details>
        <Details.Summary>
          <Trans>Bytt passord</Trans>
        </Details.Summary>
        <Details.Content>
          <div className="kk-stack">
            <ProblemAlert error={problem} texts={texts} />
            <Form form={form} onSubmit={(values) => change.mutateAsync(values).catch(() => undefined)}>
              <FormField
                form={form}
                name="currentPassword"
                label={t`Passordet du har i dag`}
                type="password"
                autoComplete="current-password"
                rules={{ required: t`Skriv passordet du har i dag` }}
              />
              <NewPasswordField form={form} name="password" label={t`Nytt passord`} />
              <div>
                <SubmitButton busy={change.isPending}>
                  <Trans>Bytt passord</Trans>
                </SubmitButton>
              </div>
            </Form>
          </div>
        </Details.Content>
      </Details>
    </Section>
  );
}
