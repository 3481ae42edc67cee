import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

interface UnlinkGuardianProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** Asks once before a guardian loses sight of the pupil. */
export function UnlinkGuardian({ id, name, onClose }: UnlinkGuardianProps) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const unlink = useMutation({
    mutationFn: () =>
      api.client.POST('/schools/{schoolId}/guardianships/{id}/end', { params: { path: { schoolId, id } } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={<Trans>Koble fra {name}?</Trans>} onClose={onClose}>
      <Paragraph>
        <Trans>Tilgangen slutter med én gang. Penger som {name} har betalt inn, er fortsatt personens egne.</Trans>
      </Paragraph>
      <ProblemAlert error={unlink.error} />
      <div className="kk-row">
        <Button data-color="danger" loading={unlink.isPending} onClick={() => unlink.isPending || unlink.mutate()}>
          <Trans>Koble fra</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
