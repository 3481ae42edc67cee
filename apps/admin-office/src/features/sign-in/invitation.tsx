import {
  Form,
  FormField,
  PageHeader,
  ProblemAlert,
  QueryState,
  showFieldErrors,
  SubmitButton,
} from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { PasswordField, usePasswordTexts } from './password-field.tsx';

const route = getRouteApi('/invitasjon');

/** A colleague's first visit: who invited, name, password. */
export function Invitation() {
  const { token = '' } = route.useSearch();
  const invitation = api.query.useQuery('get', '/staff-invitations/{token}', { params: { path: { token } } });
  return (
    <div className="kk-stack" data-gap="6">
      <QueryState query={invitation} isScreen>
        {({ email, schoolName }) => <AcceptInvitation token={token} email={email} schoolName={schoolName} />}
      </QueryState>
    </div>
  );
}

function AcceptInvitation({ token, email, schoolName }: { token: string; email: string; schoolName: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const textOf = usePasswordTexts();
  const form = useForm({ defaultValues: { name: '', password: '' }, shouldFocusError: false });
  const accept = useMutation({
    mutationFn: (body: { name: string; password: string }) =>
      api.client.POST('/staff-invitations/{token}/accept', { params: { path: { token } }, body }),
    onSuccess: () => navigate({ to: '/logg-inn' }),
    onError: (error) => showFieldErrors(form, error, ['name', 'password'], textOf),
  });
  return (
    <>
      <PageHeader title={t`Velkommen til ${schoolName}`}>
        <Trans>Du logger inn med {email}.</Trans>
      </PageHeader>
      <ProblemAlert error={accept.error} />
      <Form form={form} onSubmit={(values) => accept.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="name"
          label={t`Navn`}
          autoComplete="name"
          rules={{ required: t`Skriv navnet ditt` }}
        />
        <PasswordField form={form} name="password" />
        <SubmitButton busy={accept.isPending}>
          <Trans>Ta i bruk profilen</Trans>
        </SubmitButton>
      </Form>
    </>
  );
}
