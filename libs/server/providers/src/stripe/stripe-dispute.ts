import type Stripe from 'stripe';
import type { ProviderDispute } from '../report-port.ts';

/** A dispute in the port's words (docs.stripe.com/api/disputes/object), with its intent when that was asked for. */
export function toProviderDispute(dispute: Stripe.Dispute): ProviderDispute {
  const intent = typeof dispute.payment_intent === 'object' ? dispute.payment_intent : null;
  const dueBy = dispute.evidence_details.due_by;
  return {
    disputeReference: dispute.id,
    paymentId: intent?.metadata['paymentId'] ?? null,
    status: statusOf(dispute.status),
    amountOre: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    evidenceDueAt: dueBy === null ? null : new Date(dueBy * 1_000),
  };
}

/** docs.stripe.com/disputes/how-disputes-work: an inquiry takes no money, every other state but `won` has taken it. */
function statusOf(status: Stripe.Dispute.Status): ProviderDispute['status'] {
  if (status === 'won') return 'won';
  if (status === 'lost') return 'lost';
  return status.startsWith('warning_') ? 'inquiry' : 'open';
}
