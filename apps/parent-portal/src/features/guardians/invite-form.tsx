import { Alert, Heading } from '@digdir/designsystemet-react';
import type { Body } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { emailPattern } from '../../components/email-pattern.ts';
import { familyKey } from '../../components/family.ts';

const path = '/pupils/{pupilId}/guardian-invitations';
const texts = {
  already_guardian: msg`Denne e-posten tilhører en som allerede følger kortet.`,
  too_many_requests: msg`Du har sendt mange invitasjoner i dag. Prøv igjen i morgen.`,
};

/** Sends a link to an e-mail address; whoever has it says yes with a profile of that address. */
export function InviteForm({ pupilId }: { pupilId: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const form = useForm({ defaultValues: { email: '' }, shouldFocusError: false });
  const invite = useMutation({
    mutationFn: (body: Body<typeof path, 'post'>) => api.client.POST(path, { params: { path: { pupilId } }, body }),
    onSuccess: async () => {
      form.reset();
      await queryClient.invalidateQueries({ queryKey: familyKey });
    },
  });
  const invited = invite.data?.data?.email;
  return (
    <section className="kk-panel kk-stack" data-gap="4" aria-labelledby="inviter">
      <Heading level={2} data-size="2xs" id="inviter">
        <Trans>Inviter en til</Trans>
      </Heading>
      <ProblemAlert error={invite.error} texts={texts} />
      <div role="status" className="kk-live">
        {invite.isSuccess && (
          <Alert data-color="success" data-size="sm">
            <Trans>Vi har sendt en invitasjon til {invited}.</Trans>
          </Alert>
        )}
      </div>
      <Form form={form} onSubmit={(values) => invite.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="email"
          label={t`E-post`}
          description={t`Lenken gjelder i 14 dager.`}
          type="email"
          autoComplete="off"
          rules={{
            required: t`Skriv e-postadressen`,
            pattern: { value: emailPattern, message: t`Skriv en gyldig e-postadresse` },
          }}
        />
        <SubmitButton busy={invite.isPending}>
          <Trans>Send invitasjon</Trans>
        </SubmitButton>
      </Form>
    </section>
  );
}
