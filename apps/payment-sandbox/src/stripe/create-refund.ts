import type { StripeCall } from './stripe-endpoint.ts';
import { StripeFailure } from './stripe-failure.ts';
import { stripeId } from './stripe-ids.ts';
import type { IntentState, RefundState } from './stripe-state.ts';

export const refundParams = ['amount', 'metadata', 'payment_intent', 'reason'] as const;

/** A refund of all or part of what is left of a payment. Throws what Stripe refuses. */
export function createRefund(
  { params }: Pick<StripeCall, 'params'>,
  intent: IntentState,
  alreadyRefunded: number,
  now: Date,
): RefundState {
  if (intent.status !== 'succeeded') {
    throw StripeFailure.wrongState(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  }
  const left = intent.amount - alreadyRefunded;
  if (left === 0) {
    throw StripeFailure.wrongState(
      `Charge ${intent.chargeId ?? ''} has already been refunded.`,
      'charge_already_refunded',
    );
  }
  const amount = params.optionalInteger('amount') ?? left;
  if (amount < 1 || amount > left) {
    throw StripeFailure.wrongState(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`);
  }
  return {
    id: stripeId('re'),
    merchantId: intent.merchantId,
    intentId: intent.id,
    createdAt: now.toISOString(),
    amount,
    reason: params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null,
    metadata: params.group('metadata'),
    status: 'succeeded',
    failureReason: null,
    answer: null,
  };
}
