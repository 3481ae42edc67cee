import { useLingui } from '@lingui/react/macro';
import type { Item } from '@kantinekortet/api-client';

type VatCode = Item<'/schools/{schoolId}/closings'>['vat'][number]['vatCode'];

/** VAT as the office knows it. Serving from a pupils' canteen is exempt (merverdiavgiftsloven § 3-5). */
export function useVatLabel(): (code: VatCode) => string {
  const { t } = useLingui();
  return (code) =>
    ({ exempt: t`Unntatt (elevkantine)`, food15: t`15 % mat`, high25: t`25 %`, low12: t`12 %`, zero: t`0 %` })[code];
}
