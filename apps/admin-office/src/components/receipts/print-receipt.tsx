import { Button } from '@digdir/designsystemet-react';
import { currentLanguage, ProblemAlert, useSingleFlight, download } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';

/** Fetches a receipt as a PDF, as often as one likes. */
export function PrintReceipt({ receiptId, name }: { receiptId: string; name: string }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const fetched = useMutation({
    mutationFn: async () => {
      const { data } = await api.client.GET('/schools/{schoolId}/office-receipts/{id}/receipt.pdf', {
        params: { path: { schoolId, id: receiptId }, query: { language: currentLanguage() } },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kvittering`} ${name}.pdf`);
    },
  });
  const print = useSingleFlight(() => fetched.mutateAsync().catch(() => undefined));
  return (
    <>
      <Button variant="secondary" data-size="sm" loading={fetched.isPending} onClick={() => void print()}>
        <Trans>Skriv ut kvittering</Trans>
      </Button>
      <ProblemAlert error={fetched.error} />
    </>
  );
}
