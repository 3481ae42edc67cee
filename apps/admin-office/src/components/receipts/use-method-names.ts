import type { Item } from '@kantinekortet/api-client';
import { useLingui } from '@lingui/react/macro';

export type Receipt = Item<'/schools/{schoolId}/office-receipts'>;

/** How money came to the office, in the reader's words. */
export function useMethodNames(): Readonly<Record<Receipt['method'], string>> {
  const { t } = useLingui();
  return { terminal: t`Bankterminal`, invoice: t`Faktura` };
}
