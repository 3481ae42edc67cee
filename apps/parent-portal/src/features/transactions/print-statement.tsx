import { currentLanguage, download, StatementDialog, type StatementWish } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { type Child, shortNameOf } from '../../components/children.ts';

/** A statement of a child's card, on paper or as a table, for this year unless other days are chosen. */
export function PrintStatement({ child, onClose }: { child: Child; onClose: () => void }) {
  const { t } = useLingui();
  const name = shortNameOf(child);
  const make = useMutation({
    mutationFn: async ({ format, from, to }: StatementWish) => {
      const init = {
        params: { path: { id: child.wallet.id }, query: { from, to, language: currentLanguage() } },
        parseAs: 'blob',
      } as const;
      const { data } =
        format === 'pdf'
          ? await api.client.GET('/wallets/{id}/statement.pdf', init)
          : await api.client.GET('/wallets/{id}/statement.csv', init);
      if (data) download(data, `${t`Kontoutskrift`} ${name}.${format}`);
    },
    onSuccess: onClose,
  });
  return (
    <StatementDialog
      title={t`Kontoutskrift for ${name}`}
      busy={make.isPending ? make.variables.format : null}
      error={make.error}
      onMake={make.mutateAsync}
      onClose={onClose}
    />
  );
}
