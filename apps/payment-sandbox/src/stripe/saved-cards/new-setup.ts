import type Stripe from 'stripe';
import { expiry } from '../create-session.ts';
import type { StripeCall } from '../stripe-endpoint.ts';
import { StripeFailure } from '../stripe-failure.ts';
import { stripeId } from '../stripe-ids.ts';
import type { SetupState } from '../stripe-state.ts';

/** Parameters of `POST /v1/checkout/sessions` that only the mode `setup` has. */
export const setupParams = ['customer_creation'] satisfies (keyof Stripe.Checkout.SessionCreateParams)[];

/** A new open session that saves a card. Throws what Stripe refuses. */
export function newSetup({ merchant, params }: StripeCall, now: Date): SetupState {
  // Without a customer the card could not be charged later, and Stripe would not say so before that.
  if (params.oneOf('customer_creation', ['always', 'if_required']) !== 'always') {
    throw StripeFailure.invalid(
      'This sandbox saves cards with `customer_creation` set to `always` only',
      'parameter_invalid_string',
      'customer_creation',
    );
  }
  const successUrl = params.absoluteUrl('success_url') ?? params.required('success_url');
  return {
    id: stripeId('cs_test'),
    intentId: stripeId('seti'),
    merchantId: merchant.id,
    createdAt: now.toISOString(),
    expiresAt: expiry(params, now),
    locale: params.optional('locale') ?? null,
    successUrl,
    cancelUrl: params.absoluteUrl('cancel_url') ?? null,
    clientReferenceId: params.optional('client_reference_id') ?? null,
    status: 'open',
    candidate: null,
    needsBank: false,
    lastFailure: null,
    paymentMethodId: null,
  };
}
