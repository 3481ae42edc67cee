import { Link as TextLink, Paragraph } from '@digdir/designsystemet-react';
import { type Body, changeSession } from '@kantinekortet/api-client';
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
import { takeNextStop } from '../../app/next-stop.ts';

const route = getRouteApi('/logg-inn');

export function SignIn() {
  const { t } = useLingui();
  const { til } = route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { email: '', password: '' }, shouldFocusError: false });

  const signIn = useMutation({
    mutationFn: (body: Body<'/sessions', 'post'>) => api.client.POST('/sessions', { body }),
    onSuccess: async ({ data }) => {
      changeSession(queryClient, data ?? null);
      if (isLanguage(data?.person.language)) await switchLanguage(data.person.language);
      const kept = takeNextStop();
      await navigate({ href: isOwnPath(til) ? til : (kept ?? '/barn'), replace: true });
    },
  });

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Logg inn`} />
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
        <SubmitButton busy={signIn.isPending} fullWidth>
          <Trans>Logg inn</Trans>
        </SubmitButton>
      </Form>
      <div className="kk-stack" data-gap="2">
        <Paragraph>
          <TextLink asChild>
            <Link to="/glemt-passord">
              <Trans>Glemt passordet?</Trans>
            </Link>
          </TextLink>
        </Paragraph>
        <Paragraph>
          <Trans>Ny her?</Trans>{' '}
          <TextLink asChild>
            <Link to="/ny-profil" search={til === undefined ? {} : { til }}>
              <Trans>Lag profil</Trans>
            </Link>
          </TextLink>
        </Paragraph>
      </div>
    </div>
  );
}
