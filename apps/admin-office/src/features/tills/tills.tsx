import { PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Cashiers } from './cashiers.tsx';
import { Registers } from './registers.tsx';

/** The tills of the canteen and who may sell at them. */
export function Tills() {
  const { t } = useLingui();
  return (
    <div className="kk-stack" data-gap="8">
      <PageHeader title={t`Kasser`}>
        <Trans>En kasse kobles til med en kode. Kassererne logger inn med PIN.</Trans>
      </PageHeader>
      <Registers />
      <Cashiers />
    </div>
  );
}
