import type { ProviderPayment } from '@kantinekortet/providers';

/**
 * `created`: written down, the provider has not answered yet. `pending`: the payer may pay, or the bank thinks.
 * `needs_attention`: paid, but not what was asked for; a person decides. `returned`: the payer has it back. The others are what the provider said last.
 */
export const topUpStatuses = [
  'created',
  'pending',
  'paid',
  'failed',
  'expired',
  'needs_attention',
  'returned',
] as const;
export type TopUpStatus = (typeof topUpStatuses)[number];

/**
 * What may follow what. Money that the provider has taken is never turned away: `paid` follows even an end, and a
 * message that is late or out of order finds no way back.
 */
export const topUpTransitions: Readonly<Record<TopUpStatus, readonly TopUpStatus[]>> = {
  created: ['pending', 'paid', 'failed', 'expired', 'needs_attention'],
  pending: ['paid', 'failed', 'expired', 'needs_attention'],
  failed: ['paid', 'needs_attention'],
  expired: ['paid', 'needs_attention'],
  needs_attention: ['paid', 'returned'],
  returned: ['needs_attention'],
  paid: [],
};

/** Whether the provider may still have news. */
export function isOpen(status: TopUpStatus): boolean {
  return status === 'created' || status === 'pending';
}

export type Discrepancy = 'amount_differs' | 'currency_differs';

/** What is wrong with a paid payment, if anything. Kroner are the only money of a wallet. */
export function discrepancyOf(amountOre: number, payment: ProviderPayment): Discrepancy | null {
  if (payment.currency !== 'NOK') return 'currency_differs';
  return payment.amountOre === amountOre ? null : 'amount_differs';
}
