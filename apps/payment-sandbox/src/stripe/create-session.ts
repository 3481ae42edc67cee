import type Stripe from 'stripe';
import type { FormParams } from './form-params.ts';
import type { StripeCall } from './stripe-endpoint.ts';
import { StripeFailure } from './stripe-failure.ts';
import { stripeId } from './stripe-ids.ts';
import type { SessionState } from './stripe-state.ts';

export const createParams = [
  'allowed_payment_method_types',
  'cancel_url',
  'client_reference_id',
  'customer_email',
  'expires_at',
  'line_items',
  'locale',
  'metadata',
  'mode',
  'payment_intent_data',
  'submit_type',
  'success_url',
  'ui_mode',
] satisfies (keyof Stripe.Checkout.SessionCreateParams)[];

const halfHourS = 30 * 60;
const dayS = 24 * 60 * 60;
/** docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const minimumAmounts: Readonly<Record<string, number>> = { nok: 300, sek: 300, dkk: 250, eur: 50 };

/** A new open session to pay from the parameters of `POST /v1/checkout/sessions`. Throws what Stripe refuses. */
export function newSession({ merchant, params, fault }: StripeCall, now: Date): SessionState {
  params.oneOf('mode', ['payment']);
  params.oneOf('ui_mode', ['hosted_page']);
  const allowed = params.list('allowed_payment_method_types');
  if (allowed.length > 0 && !allowed.includes('card')) {
    throw StripeFailure.invalid(
      'No valid payment method types for this Checkout Session.',
      'parameter_invalid_string',
      'allowed_payment_method_types',
    );
  }
  const { amount, currency, description } = lineItems(params);
  const successUrl = params.absoluteUrl('success_url');
  if (successUrl === undefined) params.required('success_url');
  const merchantCurrency = fault === 'currency_differs' ? 'sek' : currency;
  return {
    id: stripeId('cs_test'),
    merchantId: merchant.id,
    createdAt: now.toISOString(),
    expiresAt: expiry(params, now),
    amount: fault === 'amount_differs' ? amount + 100 : amount,
    currency: merchantCurrency,
    description,
    locale: params.optional('locale') ?? null,
    successUrl: successUrl ?? '',
    cancelUrl: params.absoluteUrl('cancel_url') ?? null,
    clientReferenceId: params.optional('client_reference_id') ?? null,
    customerEmail: params.optional('customer_email') ?? null,
    metadata: params.group('metadata'),
    intentMetadata: params.group('payment_intent_data[metadata]'),
    status: 'open',
    paymentIntentId: null,
  };
}

function lineItems(params: FormParams): { amount: number; currency: string; description: string } {
  const items = params.entries('line_items').map((item) => ({
    currency: params.required(`${item}[price_data][currency]`).toLowerCase(),
    name: params.required(`${item}[price_data][product_data][name]`),
    unitAmount: params.requiredInteger(`${item}[price_data][unit_amount]`),
    quantity: params.optionalInteger(`${item}[quantity]`) ?? 1,
  }));
  const [first] = items;
  if (!first) throw StripeFailure.invalid('Missing required param: line_items.', 'parameter_missing', 'line_items');
  if (items.some(({ unitAmount, quantity }) => unitAmount < 0 || quantity < 1)) {
    throw StripeFailure.invalid('Invalid non-negative integer', 'parameter_invalid_integer', 'line_items');
  }
  const amount = items.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  if (amount < (minimumAmounts[first.currency] ?? 50)) {
    throw StripeFailure.invalid(
      'The Checkout Session total amount due is below the minimum charge amount.',
      'amount_too_small',
      'line_items',
    );
  }
  return { amount, currency: first.currency, description: items.map(({ name }) => name).join(', ') };
}

export function expiry(params: FormParams, now: Date): string {
  const nowS = Math.floor(now.getTime() / 1_000);
  const expiresAt = params.optionalInteger('expires_at') ?? nowS + dayS;
  if (expiresAt < nowS + halfHourS || expiresAt > nowS + dayS) {
    throw StripeFailure.invalid(
      'The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.',
      'parameter_invalid_integer',
      'expires_at',
    );
  }
  return new Date(expiresAt * 1_000).toISOString();
}
