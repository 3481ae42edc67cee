import { Form, PageHeader, ProblemAlert, showFieldErrors, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { PasswordField, usePasswordTexts } from './password-field.tsx';

const route = getRouteApi('/nytt-passord');

/** The page behind the link of a password mail. */
export function NewPassword() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const navigate = useNavigate();
  const textOf = usePasswordTexts();
  const form = useForm({ defaultValues: { password: '' }, shouldFocusError: false });
  const save = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      api.client.POST('/password-resets/confirm', { body: { token, password } }),
    onSuccess: () => navigate({ to: '/logg-inn' }),
    onError: (error) => showFieldErrors(form, error, ['password'], textOf),
  });
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Velg nytt passord`} />
      <ProblemAlert error={save.error} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <PasswordField form={form} name="password" />
        <SubmitButton busy={save.isPending}>
          <Trans>Lagre passord</Trans>
        </SubmitButton>
      </Form>
    </div>
  );
}
