import { currentLanguage, download, StatementDialog } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import type { PupilDetails } from '../../../components/cards/pupil-details.ts';

/** A statement of a pupil's card on paper, for this year unless other days are chosen. */
export function PrintStatement({ details, onClose }: { details: PupilDetails; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const print = useMutation({
    mutationFn: async ({ from, to }: { from: string; to: string }) => {
      const { data } = await api.client.GET('/schools/{schoolId}/pupils/{pupilId}/statement.pdf', {
        params: { path: { schoolId, pupilId: details.pupilId }, query: { from, to, language: currentLanguage() } },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kontoutskrift`} ${details.name}.pdf`);
    },
    onSuccess: onClose,
  });
  return (
    <StatementDialog
      title={t`Kontoutskrift for ${details.name}`}
      busy={print.isPending}
      error={print.error}
      onPrint={print.mutateAsync}
      onClose={onClose}
    />
  );
}
