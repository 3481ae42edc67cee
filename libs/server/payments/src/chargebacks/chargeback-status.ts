import type { ProviderDispute, ProviderRefund } from '@kantinekortet/providers';

/** `dispute`: the payer's bank takes it. `dashboard_refund`: somebody sent it back at the provider. */
export type ChargebackKind = 'dispute' | 'dashboard_refund';

/**
 * `asked`: the bank asks, and has taken nothing. `taken`: it has, and may give it back. `lost`: it keeps it. `returned`:
 * it gave it back. `closed`: it is over, and nothing was taken that was not given back before we knew.
 */
export type ChargebackStatus = 'asked' | 'taken' | 'lost' | 'returned' | 'closed';

/** What may follow what. A word that leads nowhere from here is old news. */
export const chargebackTransitions: Readonly<Record<ChargebackStatus, readonly ChargebackStatus[]>> = {
  asked: ['taken', 'lost', 'closed'],
  taken: ['lost', 'returned'],
  lost: ['returned'],
  returned: [],
  closed: ['taken', 'lost'],
};

/** Whether the payer has the money that was on our wallets. */
export function isTaken(status: ChargebackStatus): boolean {
  return status === 'taken' || status === 'lost';
}

/** What a provider says of a chargeback, now; amounts in øre. */
export interface ChargebackWord {
  readonly kind: ChargebackKind;
  /** The provider's id of the dispute or the refund. */
  readonly reference: string;
  readonly amountOre: number;
  /** What the merchant is without, now. */
  readonly takenOre: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  /** `asked`: it may still be taken. `kept`: for good. */
  readonly stage: 'asked' | 'open' | 'kept' | 'over';
  readonly evidenceDueAt: Date | null;
}

export function wordOfDispute(dispute: ProviderDispute): ChargebackWord {
  const { disputeReference: reference, amountOre, takenOre, currency, status, evidenceDueAt } = dispute;
  const stages = { inquiry: 'asked', open: 'open', closed: 'over', won: 'over', lost: 'kept' } as const;
  return { kind: 'dispute', reference, amountOre, takenOre, currency, stage: stages[status], evidenceDueAt };
}

export function wordOfRefund({ refundReference, amountOre, currency, status }: ProviderRefund): ChargebackWord {
  const hasFailed = status === 'failed';
  return {
    kind: 'dashboard_refund',
    reference: refundReference,
    amountOre,
    takenOre: hasFailed ? 0 : amountOre,
    currency,
    stage: hasFailed ? 'over' : 'open',
    evidenceDueAt: null,
  };
}

/** What the provider's word makes of a chargeback: whether the money is gone decides, not what the provider calls it. */
export function statusAfter(
  current: ChargebackStatus | null,
  { takenOre, stage }: Pick<ChargebackWord, 'takenOre' | 'stage'>,
): ChargebackStatus {
  if (takenOre > 0) return stage === 'kept' ? 'lost' : 'taken';
  if (current !== null && isTaken(current)) return 'returned';
  return stage === 'asked' || stage === 'open' ? 'asked' : 'closed';
}
