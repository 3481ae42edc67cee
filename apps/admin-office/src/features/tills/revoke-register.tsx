import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

interface RevokeRegisterProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** A lost or worn-out tablet: it cannot sell from that moment. */
export function RevokeRegister({ id, name, onClose }: RevokeRegisterProps) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      api.client.POST('/schools/{schoolId}/registers/{id}/revoke', { params: { path: { schoolId, id } } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={t`Koble fra ${name}?`} onClose={onClose}>
      <Paragraph>
        <Trans>Kassen kan ikke selge før den kobles til igjen med en ny kode.</Trans>
      </Paragraph>
      <ProblemAlert error={revoke.error} />
      <div className="kk-row">
        <Button data-color="danger" loading={revoke.isPending} onClick={() => revoke.isPending || revoke.mutate()}>
          <Trans>Koble fra</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
