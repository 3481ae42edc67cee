export const refundPartStatuses = ['waiting', 'ready', 'sent', 'confirmed', 'failed', 'returned', 'cancelled'] as const;

/**
 * `waiting` for what `waitingReasons` says; `ready` to be sent; `sent` to the provider or the bank; `confirmed` by it.
 * `failed` before it was confirmed, `returned` after, `cancelled` before it was sent: the money is on the wallet again.
 */
export type RefundPartStatus = (typeof refundPartStatuses)[number];

/** Where a part may go from where it is. A provider's `confirmed` is no last word: a payer's bank may return it. */
const refundPartTransitions: Readonly<Record<RefundPartStatus, readonly RefundPartStatus[]>> = {
  waiting: ['ready', 'cancelled'],
  ready: ['sent', 'failed', 'cancelled'],
  sent: ['confirmed', 'failed'],
  confirmed: ['returned'],
  failed: [],
  returned: [],
  cancelled: [],
};

export function mayBecome(from: RefundPartStatus, to: RefundPartStatus): boolean {
  return refundPartTransitions[from].includes(to);
}
