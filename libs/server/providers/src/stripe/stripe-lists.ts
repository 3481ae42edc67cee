import type Stripe from 'stripe';
import type { Period } from '../report-port.ts';
import { answered } from './stripe-answer.ts';

export const pageSize = 100;

/** Every object of a list, page after page, with failures in the port's words. */
export async function* eachOf<T extends { id: string }>(list: Stripe.ApiListPromise<T>): AsyncGenerator<T> {
  const items = list[Symbol.asyncIterator]();
  for (let next = await answered(items.next()); next.done !== true; next = await answered(items.next())) {
    yield next.value;
  }
}

/** A period in Stripe's seconds. */
export function within({ from, until }: Period): Stripe.RangeQueryParam {
  return { gte: Math.floor(from.getTime() / 1_000), lt: Math.floor(until.getTime() / 1_000) };
}
