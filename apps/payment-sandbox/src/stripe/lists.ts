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

/** Those whose time, when they were created if nothing else is said, is in the asked period. */
export function createdWithin<T extends { createdAt: string }>(
  params: FormParams,
  values: readonly T[],
  time: { name: string; of: (value: T) => string } = { name: 'created', of: ({ createdAt }) => createdAt },
): T[] {
  const bound = (name: string, otherwise: number) => params.optionalInteger(`${time.name}[${name}]`) ?? otherwise;
  const [from, last, until] = [bound('gte', -Infinity), bound('lte', Infinity), bound('lt', Infinity)];
  return values.filter((value) => {
    const seconds = Math.floor(Date.parse(time.of(value)) / 1_000);
    return seconds >= from && seconds <= last && seconds < until;
  });
}

/** What to show whole in each object of a list: `data.source` asks for `source`. */
export function expandedItems(expand: readonly string[]): string[] {
  return expand.map((path) => path.replace(/^data\./, ''));
}
