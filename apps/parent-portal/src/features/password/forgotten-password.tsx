import './texts.ts';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { Body } from '@kantinekortet/api-client';
import { Form, FormField, PageHeader, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { EnvelopeClosedIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { emailPattern } from '../../components/email-pattern.ts';
import { Notice } from '../../components/notice.tsx';

export function ForgottenPassword() {
  const { t } = useLingui();
  const form = useForm({ defaultValues: { email: '' }, shouldFocusError: false });
  const ask = useMutation({
    mutationFn: (body: Body<'/password-resets', 'post'>) => api.client.POST('/password-resets', { body }),
  });

  if (ask.isSuccess) {
    return (
      <Notice
        icon={<EnvelopeClosedIcon />}
        tone="info"
        title={t`Sjekk e-posten din`}
        actions={
          <Button asChild variant="secondary">
            <Link to="/logg-inn">
              <Trans>Til innlogging</Trans>
            </Link>
          </Button>
        }
      >
        <Paragraph>
          <Trans>
            Har <strong>{ask.variables.email}</strong> en profil hos oss, ligger det nå en lenke i innboksen. Åpne den
            og velg et nytt passord.
          </Trans>
        </Paragraph>
      </Notice>
    );
  }
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Glemt passordet?`}>
        <Trans>Skriv e-postadressen din, så sender vi deg en lenke.</Trans>
      </PageHeader>
      <ProblemAlert error={ask.error} />
      <Form form={form} onSubmit={(values) => ask.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="email"
          label={t`E-post`}
          type="email"
          autoComplete="username"
          rules={{
            required: t`Skriv e-postadressen din`,
            pattern: { value: emailPattern, message: t`Skriv hele e-postadressen, som kari@eksempel.no` },
          }}
        />
        <SubmitButton busy={ask.isPending} fullWidth>
          <Trans>Send lenke</Trans>
        </SubmitButton>
      </Form>
    </div>
  );
}
