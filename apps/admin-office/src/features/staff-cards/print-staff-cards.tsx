import { Button } from '@digdir/designsystemet-react';
import { ProblemAlert, useSingleFlight, type ProblemTexts, download } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

const texts: ProblemTexts = {
  no_cards_to_print: msg`Alle ansatte i listen har kort.`,
};

/** Prints a card for each of the staff who has none. */
export function PrintStaffCards() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const staff = api.query.useQuery('get', '/schools/{schoolId}/staff-cards', { params: { path: { schoolId } } });
  const classId = staff.data?.classId ?? null;
  const printed = useMutation({
    mutationFn: async () => {
      const { data } = await api.client.POST('/schools/{schoolId}/card-batches', {
        params: { path: { schoolId } },
        body: { classId, includeLetters: false, printNames: true },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Ansattkort`}.pdf`);
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const print = useSingleFlight(() => printed.mutateAsync().catch(() => undefined));
  if (classId === null) return null;
  return (
    <>
      <Button variant="secondary" loading={printed.isPending} onClick={() => void print()}>
        <Trans>Skriv ut kort til ansatte uten kort</Trans>
      </Button>
      <ProblemAlert error={printed.error} texts={texts} />
    </>
  );
}
