import './texts.ts';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { problemOf } from '@kantinekortet/api-client';
import { Form, PageHeader, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { DeadLink } from '../../components/dead-link.tsx';
import { Notice } from '../../components/notice.tsx';
import { NewPasswordField, useWeakPassword } from '../../components/password-field.tsx';

const route = getRouteApi('/nytt-passord');

export function NewPassword() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const form = useForm({ defaultValues: { password: '' }, shouldFocusError: false });
  const showWeakPassword = useWeakPassword();
  const [problem, setProblem] = useState<unknown>();
  const save = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      api.client.POST('/password-resets/confirm', { body: { token, password } }),
    onError: (error) => setProblem(showWeakPassword(form, error, 'password') ? undefined : error),
  });

  if (save.isSuccess) {
    return (
      <Notice
        icon={<CheckmarkIcon />}
        title={t`Passordet er endret`}
        actions={
          <Button asChild>
            <Link to="/logg-inn">
              <Trans>Logg inn</Trans>
            </Link>
          </Button>
        }
      >
        <Paragraph>
          <Trans>Du er logget ut overalt. Logg inn med det nye passordet.</Trans>
        </Paragraph>
      </Notice>
    );
  }
  if (problem !== undefined && isAboutTheLink(problem)) {
    return (
      <DeadLink error={problem}>
        <Button asChild>
          <Link to="/glemt-passord">
            <Trans>Be om ny lenke</Trans>
          </Link>
        </Button>
      </DeadLink>
    );
  }
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Velg nytt passord`} />
      <ProblemAlert error={problem} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <NewPasswordField form={form} name="password" label={t`Nytt passord`} />
        <SubmitButton busy={save.isPending} fullWidth>
          <Trans>Lagre passordet</Trans>
        </SubmitButton>
      </Form>
    </div>
  );
}

function isAboutTheLink(problem: unknown): boolean {
  return problemOf(problem).code === 'link_not_valid';
}
