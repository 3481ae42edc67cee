import type Stripe from 'stripe';
import type { ProviderPayment } from '../payment-provider.ts';
import { cardOf, failureOf } from './stripe-payment.ts';

/** Marks the intents that are charges of saved cards: those of a payment page are told of by their session. */
const kind = 'saved_card_charge';

export const chargeExpansion = ['latest_charge'];

/** What a charge carries along, so that it is known again. */
export function chargeMetadata(paymentId: string): { readonly paymentId: string; readonly kind: string } {
  return { paymentId, kind };
}

/** Our id of the payment; null for an intent that is no charge of a saved card. */
export function chargeIdOf({ metadata }: Pick<Stripe.PaymentIntent, 'metadata'>): string | null {
  return metadata['kind'] === kind ? (metadata['paymentId'] ?? null) : null;
}

/** A charge of a saved card in the port's words (docs.stripe.com/payments/paymentintents/lifecycle). */
export function toChargePayment(intent: Stripe.PaymentIntent): ProviderPayment {
  const status = statusOf(intent);
  return {
    paymentId: chargeIdOf(intent),
    providerReference: intent.id,
    status,
    amountOre: status === 'paid' ? intent.amount_received : intent.amount,
    currency: intent.currency.toUpperCase(),
    method: 'card',
    card: cardOf(intent),
    failureCode: status === 'paid' ? null : failureOf(intent.last_payment_error),
  };
}

/** What only the payer can let through is not over; any other refusal of the card is. */
function statusOf({ status, last_payment_error: refusal }: Stripe.PaymentIntent): ProviderPayment['status'] {
  if (status === 'succeeded') return 'paid';
  if (status === 'canceled') return 'expired';
  const failure = status === 'requires_payment_method' ? failureOf(refusal) : null;
  const waitsForPayer = failure === 'authentication_required' || failure === 'authentication_failed';
  return failure === null || waitsForPayer ? 'pending' : 'failed';
}
