import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Loading, QueryState, TitledDialog } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { UndoChange } from '../../components/undo-change.tsx';

interface UndoImportProps {
  id: string;
  fileName: string;
  onClose: () => void;
}

/** Asks the server what undoing an import would do, and lets it be done while that is possible. */
export function UndoImport({ id, fileName, onClose }: UndoImportProps) {
  const schoolId = useSchoolId();
  const params = { path: { schoolId, id } };
  const found = api.query.useQuery('get', '/schools/{schoolId}/roster-imports/{id}', { params }, { gcTime: 0 });
  const title = <Trans>Angre importen av {fileName}?</Trans>;
  const undo = () => api.client.POST('/schools/{schoolId}/roster-imports/{id}/undo', { params });
  if (found.data?.undo?.state === 'possible' && found.data.undo.result) {
    return <UndoChange title={title} outcome={found.data.undo.result} undo={undo} onClose={onClose} />;
  }
  return (
    <TitledDialog title={title} onClose={onClose}>
      <QueryState query={found} loading={<Loading rows={2} />}>
        {({ undo: answer }) => (
          <Paragraph>
            {answer?.state === 'later_change' ? (
              <Trans>Noe nyere er gjort etterpå. Angre det først.</Trans>
            ) : (
              <Trans>Importen kan ikke angres lenger.</Trans>
            )}
          </Paragraph>
        )}
      </QueryState>
      <div>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Lukk</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
