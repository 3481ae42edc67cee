import Stripe from 'stripe';
import type { ProviderRefund, RefundFailureCode } from '../refund-port.ts';

/** A refund in the port's words (docs.stripe.com/api/refunds/object). */
export function toProviderRefund(refund: Stripe.Refund): ProviderRefund {
  const status = statusOf(refund.status);
  return {
    refundId: refundIdOf(refund),
    refundReference: refund.id,
    status,
    amountOre: refund.amount,
    currency: refund.currency.toUpperCase(),
    failureCode: status === 'failed' ? failureOf(refund.failure_reason) : null,
  };
}

/** Our id of a refund; null when it was made in Stripe's dashboard. */
export function refundIdOf({ metadata }: Stripe.Refund): string | null {
  return metadata?.['refundId'] ?? null;
}

/** Why Stripe refuses to make a refund (docs.stripe.com/error-codes); undefined when it is no refusal. */
export function refusalOf(error: unknown): RefundFailureCode | undefined {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return undefined;
  if (error.code === 'charge_already_refunded') return 'already_refunded';
  if (error.code === 'charge_disputed') return 'disputed';
  if (error.code === 'charge_expired_for_capture' || error.code === 'charge_exceeds_source_limit') return 'too_old';
  return 'other';
}

function statusOf(status: string | null): ProviderRefund['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

/** docs.stripe.com/refunds#failed-refunds. */
function failureOf(reason: string | undefined): RefundFailureCode {
  if (reason === 'charge_for_pending_refund_disputed') return 'disputed';
  return reason === 'lost_or_stolen_card' || reason === 'expired_or_canceled_card' ? 'account_closed' : 'other';
}
