import { currentLanguage, download, StatementDialog, type StatementWish } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { useSchoolId } from '../../../app/school.ts';
import type { PupilDetails } from '../../../components/cards/pupil-details.ts';

/** A statement of a pupil's card, on paper or as a table, for this year unless other days are chosen. */
export function PrintStatement({ details, onClose }: { details: PupilDetails; onClose: () => void }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const make = useMutation({
    mutationFn: async ({ format, from, to }: StatementWish) => {
      const init = {
        params: { path: { schoolId, pupilId: details.pupilId }, query: { from, to, language: currentLanguage() } },
        parseAs: 'blob',
      } as const;
      const { data } =
        format === 'pdf'
          ? await api.client.GET('/schools/{schoolId}/pupils/{pupilId}/statement.pdf', init)
          : await api.client.GET('/schools/{schoolId}/pupils/{pupilId}/statement.csv', init);
      if (data) download(data, `${t`Kontoutskrift`} ${details.name}.${format}`);
    },
    onSuccess: onClose,
  });
  return (
    <StatementDialog
      title={t`Kontoutskrift for ${details.name}`}
      busy={make.isPending ? make.variables.format : null}
      error={make.error}
      onMake={make.mutateAsync}
      onClose={onClose}
    />
  );
}
