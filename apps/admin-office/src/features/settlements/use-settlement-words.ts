import { useLingui } from '@lingui/react/macro';
import type { SettlementLine } from './settlement-types.ts';

interface SettlementWords {
  /** How families paid; the name of a payer's app stands for itself. */
  readonly methodName: (method: string) => string;
  readonly kinds: Readonly<Record<SettlementLine['kind'], string>>;
}

export function useSettlementWords(): SettlementWords {
  const { t } = useLingui();
  const methods: Readonly<Record<string, string>> = {
    card: t`Bankkort på nett`,
    terminal: t`Bankterminal`,
    invoice: t`Faktura`,
  };
  return {
    methodName: (method) => methods[method] ?? method,
    kinds: {
      payment: t`Påfylling`,
      refund: t`Refusjon`,
      refund_failed: t`Refusjon i retur`,
      dispute: t`Innsigelse`,
      dispute_won: t`Innsigelse avvist`,
      other: t`Annet`,
    },
  };
}
