import { Field, Label, Select } from '@digdir/designsystemet-react';
import type { Body } from '@kantinekortet/api-client';
import { Form, FormField, ProblemAlert, type ProblemTexts, TitledDialog } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';

type Invitation = Body<'/schools/{schoolId}/staff/invitations', 'post'>;

const texts: ProblemTexts = {
  already_staff: msg`Personen har allerede denne rollen.`,
};

/** Sends a colleague a link by e-mail. */
export function InviteStaff({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const form = useForm<Invitation>({ defaultValues: { email: '', role: 'office' }, shouldFocusError: false });
  const invite = useMutation({
    mutationFn: (body: Invitation) =>
      api.client.POST('/schools/{schoolId}/staff/invitations', { params: { path: { schoolId } }, body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/staff'] });
      onClose();
    },
  });
  return (
    <TitledDialog title={<Trans>Inviter ansatt</Trans>} onClose={onClose}>
      <ProblemAlert error={invite.error} texts={texts} />
      <Form form={form} onSubmit={(values) => invite.mutateAsync(values).catch(() => undefined)}>
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
        <Field>
          <Label htmlFor="role">
            <Trans>Rolle</Trans>
          </Label>
          <Select id="role" {...form.register('role')}>
            <option value="office">{t`Administrasjon – kan endre alt`}</option>
            <option value="support">{t`Kundeservice – kan se og hjelpe`}</option>
          </Select>
        </Field>
        <FormActions busy={invite.isPending} onCancel={onClose}>
          <Trans>Send invitasjon</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}
