import { PageHeader } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';

export function Overview() {
  const { t } = useLingui();
  return <PageHeader title={t`Barna`} />;
}
