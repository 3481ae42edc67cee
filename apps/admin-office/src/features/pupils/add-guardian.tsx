import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { Form, FormField, ProblemAlert, type ProblemTexts, TitledDialog } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';

const texts: ProblemTexts = {
  already_guardian: msg`Denne e-posten tilhører en som allerede er foresatt.`,
  profile_not_found: msg`Ingen har en profil med denne e-posten. Send en invitasjon i stedet.`,
};

interface Values {
  email: string;
  way: 'invite' | 'link';
}

/** Invites an e-mail address, or links the profile that has it at once. */
export function AddGuardian({ pupilId, onClose }: { pupilId: string; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm<Values>({ defaultValues: { email: '', way: 'invite' }, shouldFocusError: false });
  const params = { path: { schoolId, pupilId } };
  const add = useMutation<unknown, Error, Values>({
    mutationFn: ({ email, way }) =>
      way === 'invite'
        ? api.client.POST('/schools/{schoolId}/pupils/{pupilId}/guardian-invitations', { params, body: { email } })
        : api.client.POST('/schools/{schoolId}/pupils/{pupilId}/guardians', { params, body: { email } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={<Trans>Legg til foresatt</Trans>} onClose={onClose}>
      <ProblemAlert error={add.error} texts={texts} />
      <Form form={form} onSubmit={(values) => add.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="email"
          label={t`E-post`}
          type="email"
          autoComplete="off"
          rules={{
            required: t`Skriv e-postadressen`,
            pattern: { value: /.@./, message: t`Skriv en gyldig e-postadresse` },
          }}
        />
        <Fieldset>
          <Fieldset.Legend>
            <Trans>Hvordan</Trans>
          </Fieldset.Legend>
          <Radio
            label={t`Send invitasjon`}
            description={t`Personen sier ja selv, med denne e-posten. Lenken gjelder i 14 dager.`}
            value="invite"
            {...form.register('way')}
          />
          <Radio
            label={t`Koble til med én gang`}
            description={t`Personen har en profil. Du er sikker på at e-posten er riktig.`}
            value="link"
            {...form.register('way')}
          />
        </Fieldset>
        <FormActions busy={add.isPending} onCancel={onClose}>
          <Trans>Legg til</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
