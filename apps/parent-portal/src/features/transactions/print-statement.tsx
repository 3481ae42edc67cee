import { currentLanguage, download, StatementDialog } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { type Child, firstNameOf } from '../../components/children.ts';

/** A statement of a child's card on paper, for this year unless other days are chosen. */
export function PrintStatement({ child, onClose }: { child: Child; onClose: () => void }) {
  const { t } = useLingui();
  const name = firstNameOf(child);
  const print = useMutation({
    mutationFn: async ({ from, to }: { from: string; to: string }) => {
      const { data } = await api.client.GET('/wallets/{id}/statement.pdf', {
        params: { path: { id: child.wallet.id }, query: { from, to, language: currentLanguage() } },
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Kontoutskrift`} ${name}.pdf`);
    },
    onSuccess: onClose,
  });
  return (
    <StatementDialog
      title={t`Kontoutskrift for ${name}`}
      busy={print.isPending}
      error={print.error}
      onPrint={print.mutateAsync}
      onClose={onClose}
    />
  );
}
