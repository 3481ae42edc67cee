import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, type ProblemTexts, TitledDialog } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

const texts: ProblemTexts = {
  last_office: msg`Skolen må ha minst én i administrasjonen.`,
};

interface RemoveStaffProps {
  personId: string;
  name: string;
  role: 'office' | 'support';
  onClose: () => void;
}

/** Takes a role away; the person has no access from that moment. */
export function RemoveStaff({ personId, name, role, onClose }: RemoveStaffProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      api.client.DELETE('/schools/{schoolId}/staff/{personId}/{role}', {
        params: { path: { schoolId, personId, role } },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/staff'] });
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Fjerne ${name}?`} onClose={onClose}>
      <Paragraph>
        <Trans>Tilgangen slutter med én gang. Du kan invitere personen igjen senere.</Trans>
      </Paragraph>
      <ProblemAlert error={remove.error} texts={texts} />
      <div className="kk-row">
        <Button data-color="danger" loading={remove.isPending} onClick={() => remove.isPending || remove.mutate()}>
          <Trans>Fjern</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
