import type Stripe from 'stripe';
import type { ProviderDispute } from '../chargeback-port.ts';

/** A dispute in the port's words (docs.stripe.com/api/disputes/object), with its intent when that was asked for. */
export function toProviderDispute(dispute: Stripe.Dispute): ProviderDispute {
  const intent = typeof dispute.payment_intent === 'object' ? dispute.payment_intent : null;
  const dueBy = dispute.evidence_details.due_by;
  return {
    disputeReference: dispute.id,
    paymentId: intent?.metadata['paymentId'] ?? null,
    status: statusOf(dispute.status),
    amountOre: dispute.amount,
    takenOre: 0 - dispute.balance_transactions.reduce((total, { amount }) => total + amount, 0),
    currency: dispute.currency.toUpperCase(),
    // 0: the bank takes no evidence for this dispute.
    evidenceDueAt: dueBy === null || dueBy === 0 ? null : new Date(dueBy * 1_000),
  };
}

/** docs.stripe.com/disputes/how-disputes-work. Whether money was taken is not here: the balance transactions tell. */
function statusOf(status: Stripe.Dispute.Status): ProviderDispute['status'] {
  if (status === 'won') return 'won';
  if (status === 'lost') return 'lost';
  if (status === 'warning_closed' || status === 'prevented') return 'closed';
  return status.startsWith('warning_') ? 'inquiry' : 'open';
}
