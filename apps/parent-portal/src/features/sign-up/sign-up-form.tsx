import { Link as TextLink, Paragraph } from '@digdir/designsystemet-react';
import type { Body } from '@kantinekortet/api-client';
import { currentLanguage, Form, FormField, PageHeader, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { emailPattern } from '../../components/email-pattern.ts';
import { NewPasswordField, useWeakPassword } from '../../components/password-field.tsx';

interface SignUpFormProps {
  /** Where the visitor was going; kept for after the sign-in. */
  nextStop: string | undefined;
  onSent: (email: string) => void;
}

export function SignUpForm({ nextStop, onSent }: SignUpFormProps) {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { name: '', email: '', password: '' }, shouldFocusError: false });
  const showWeakPassword = useWeakPassword();
  const [problem, setProblem] = useState<unknown>();

  const signUp = useMutation({
    mutationFn: (body: Body<'/guardians', 'post'>) => api.client.POST('/guardians', { body }),
    onSuccess: (_, { email }) => onSent(email),
    onError: (error) => setProblem(showWeakPassword(form, error, 'password') ? undefined : error),
  });

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Lag profil`}>
        {nextStop?.startsWith('/kort?') === true ? (
          <Trans>Profilen er din. Vi husker kortet fra brevet, og du legger det til når du har logget inn.</Trans>
        ) : (
          <Trans>Profilen er din. Barna legger du til etterpå, med brevet fra skolen.</Trans>
        )}
      </PageHeader>
      <ProblemAlert error={problem} />
      <Form
        form={form}
        onSubmit={(values) => signUp.mutateAsync({ ...values, language: currentLanguage() }).catch(() => undefined)}
      >
        <FormField
          form={form}
          name="name"
          label={t`Navnet ditt`}
          autoComplete="name"
          rules={{ required: t`Skriv navnet ditt` }}
        />
        <FormField
          form={form}
          name="email"
          label={t`E-post`}
          type="email"
          autoComplete="email"
          rules={{
            required: t`Skriv e-postadressen din`,
            pattern: { value: emailPattern, message: t`Skriv hele e-postadressen, som kari@eksempel.no` },
          }}
        />
        <NewPasswordField form={form} name="password" label={t`Passord`} />
        <SubmitButton busy={signUp.isPending} fullWidth>
          <Trans>Lag profil</Trans>
        </SubmitButton>
      </Form>
      <Paragraph>
        <Trans>Har du profil fra før?</Trans>{' '}
        <TextLink asChild>
          <Link to="/logg-inn" search={nextStop === undefined ? {} : { til: nextStop }}>
            <Trans>Logg inn</Trans>
          </Link>
        </TextLink>
      </Paragraph>
    </div>
  );
}
