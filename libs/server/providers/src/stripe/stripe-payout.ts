import type Stripe from 'stripe';
import type { PayoutLine, PayoutLineKind } from '../report-port.ts';

/** Whether this is the payout itself, which its own list of balance transactions holds too. */
export function isOfPayout({ type }: Stripe.BalanceTransaction): boolean {
  return type === 'payout';
}

/** A balance transaction with its source (docs.stripe.com/reports/balance-transaction-types). */
export function toPayoutLine(moved: Stripe.BalanceTransaction): PayoutLine {
  const { source } = moved;
  const kind = kindOf(moved);
  return {
    lineReference: moved.id,
    kind,
    subjectReference: typeof source === 'string' ? source : (source?.id ?? null),
    ourId: ourIdOf(kind, typeof source === 'string' ? null : source),
    amountOre: moved.amount,
    costOre: moved.fee,
  };
}

/** Disputes have the type `adjustment` and are told apart by their reporting category. */
function kindOf({ type, reporting_category }: Stripe.BalanceTransaction): PayoutLineKind {
  if (type === 'charge' || type === 'payment') return 'payment';
  if (type === 'refund' || type === 'payment_refund') return 'refund';
  if (type === 'refund_failure' || type === 'payment_failure_refund') return 'refund_failed';
  if (reporting_category === 'dispute') return 'dispute';
  return reporting_category === 'dispute_reversal' ? 'dispute_won' : 'other';
}

function ourIdOf(kind: PayoutLineKind, source: Stripe.BalanceTransactionSource | null): string | null {
  if (!source || !('metadata' in source)) return null;
  const name = kind === 'payment' ? 'paymentId' : 'refundId';
  return source.metadata?.[name] ?? null;
}
