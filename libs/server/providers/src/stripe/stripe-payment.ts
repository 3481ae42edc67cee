import type Stripe from 'stripe';
import type { FailureCode, PaymentCard, ProviderPayment } from '../payment-provider.ts';

/** What to ask for together with a session, so that one answer tells everything. */
export const sessionExpansion = ['payment_intent.latest_charge'];

/** A Checkout Session, with its intent and charge, in the port's words (docs.stripe.com/api/checkout/sessions/object). */
export function toProviderPayment(session: Stripe.Checkout.Session): ProviderPayment {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const status = statusOf(session, intent);
  return {
    paymentId: session.client_reference_id,
    providerReference: session.id,
    status,
    amountOre: (status === 'paid' ? intent?.amount_received : undefined) ?? session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    method: 'card',
    card: cardOf(intent),
    failureCode: status === 'paid' ? null : failureOf(intent?.last_payment_error ?? null),
  };
}

function statusOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): ProviderPayment['status'] {
  if (session.payment_status === 'paid') return 'paid';
  if (session.status === 'expired') return 'expired';
  if (session.status === 'open') return 'pending';
  // A completed session that is not paid waits for a bank that answers later, or has its answer.
  const isRefused = intent?.status === 'requires_payment_method' || intent?.status === 'canceled';
  return isRefused ? 'failed' : 'pending';
}

/** The card of an intent whose charge was asked for with it. */
export function cardOf(intent: Stripe.PaymentIntent | null): PaymentCard | null {
  const charge = intent?.latest_charge;
  const card = typeof charge === 'object' ? charge?.payment_method_details?.card : undefined;
  return card?.brand && card.last4 ? { brand: card.brand, last4: card.last4 } : null;
}

/** The codes of docs.stripe.com/declines/codes that a payer can do something about. */
export function failureOf(error: Stripe.PaymentIntent.LastPaymentError | null): FailureCode | null {
  if (!error) return null;
  if (error.decline_code === 'insufficient_funds') return 'insufficient_funds';
  if (error.code === 'expired_card') return 'card_expired';
  if (error.code === 'authentication_required') return 'authentication_required';
  if (error.code === 'payment_intent_authentication_failure') return 'authentication_failed';
  return error.code === 'card_declined' ? 'declined' : 'other';
}
