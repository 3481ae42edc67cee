import Stripe from 'stripe';
import { PaymentOfferEnded, ProviderUnavailable } from '../provider.errors.ts';

export const stripeName = 'stripe';

/** Waits for Stripe's answer. What says nothing about the outcome becomes ProviderUnavailable. */
export async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const { StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors;
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.param === 'expires_at') {
      throw new PaymentOfferEnded();
    }
    const isUnknown = [StripeConnectionError, StripeAPIError, StripeRateLimitError].some(
      (kind) => error instanceof kind,
    );
    throw isUnknown ? new ProviderUnavailable(stripeName) : error;
  }
}

/** Whether Stripe does not know something that a request names, because it was deleted there. */
export function isGone(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
}
