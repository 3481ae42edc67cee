import { Link as TextLink } from '@digdir/designsystemet-react';
import { changeSession } from '@kantinekortet/api-client';
import {
  Form,
  FormField,
  isLanguage,
  isOwnPath,
  PageHeader,
  ProblemAlert,
  SubmitButton,
  switchLanguage,
} from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';

const route = getRouteApi('/logg-inn');

export function SignIn() {
  const { t } = useLingui();
  const { til } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { email: '', password: '' }, shouldFocusError: false });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => api.client.POST('/sessions', { body }),
    onSuccess: async ({ data }) => {
      changeSession(queryClient, data ?? null);
      if (isLanguage(data?.person.language)) await switchLanguage(data.person.language);
      await navigate({ href: isOwnPath(til) ? til : '/', replace: true });
    },
  });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Logg inn`}>
        <Trans>For skolekontoret og kundeservice.</Trans>
      </PageHeader>
      <ProblemAlert error={signIn.error} />
      <Form form={form} onSubmit={(values) => signIn.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="email"
          label={t`E-post`}
          type="email"
          autoComplete="username"
          rules={{ required: t`Skriv e-postadressen din` }}
        />
        <FormField
          form={form}
          name="password"
          label={t`Passord`}
          type="password"
          autoComplete="current-password"
          rules={{ required: t`Skriv passordet ditt` }}
        />
        <SubmitButton busy={signIn.isPending}>
          <Trans>Logg inn</Trans>
        </SubmitButton>
      </Form>
      <TextLink asChild>
        <Link to="/glemt-passord">
          <Trans>Har du glemt passordet?</Trans>
        </Link>
      </TextLink>
    </div>
  );
}
