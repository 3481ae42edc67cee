import { PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';

export function Home() {
  const { t } = useLingui();
  return (
    <PageHeader title={t`Oversikt`}>
      <Trans>Elever, kort og varer på ett sted.</Trans>
    </PageHeader>
  );
}
