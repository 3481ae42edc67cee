import type { Merchant } from '../merchants.ts';
import type { FormParams } from './form-params.ts';
import { StripeFailure } from './stripe-failure.ts';

/** Parameters that every list takes. */
export const listParams = ['limit', 'starting_after', 'created'] as const;

/** A page of a list as Stripe gives it: newest first, cursors by id (docs.stripe.com/api/pagination). */
export function pageOf<T extends { id: string }>(url: string, newestFirst: readonly T[], params: FormParams) {
  const limit = params.optionalInteger('limit') ?? 10;
  if (limit < 1 || limit > 100)
    throw StripeFailure.invalid('Invalid limit: must be 1 to 100', 'parameter_invalid_integer', 'limit');
  const startingAfter = params.optional('starting_after');
  const after = startingAfter === undefined ? -1 : newestFirst.findIndex(({ id }) => id === startingAfter);
  const data = newestFirst.slice(after + 1, after + 1 + limit);
  return { object: 'list', url, has_more: newestFirst.length > after + 1 + data.length, data };
}

/** A merchant's own, newest first. */
export function ofMerchant<T extends { merchantId: string }>(merchant: Merchant, values: readonly T[]): T[] {
  return values.filter(({ merchantId }) => merchantId === merchant.id).reverse();
}

/** Those created in the asked period. */
export function createdWithin<T extends { createdAt: string }>(params: FormParams, values: readonly T[]): T[] {
  const bounds = {
    gte: params.optionalInteger('created[gte]') ?? -Infinity,
    lte: params.optionalInteger('created[lte]') ?? Infinity,
  };
  return values.filter(({ createdAt }) => {
    const created = Math.floor(Date.parse(createdAt) / 1_000);
    return created >= bounds.gte && created <= bounds.lte;
  });
}
