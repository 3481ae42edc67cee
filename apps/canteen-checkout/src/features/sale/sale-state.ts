import type { ApiProblem, Body, Reply } from '@kantinekortet/api-client';
import type { Cart } from './cart.ts';

export type SaleRequest = Body<'/sales', 'post'>;
export type Receipt = Reply<'/sales', 'post'>;
export type CardLookup = Reply<'/registers/current/card-lookups', 'post'>;

/** A sale as it is sent, again and again with the same id until its outcome is known. */
export interface Attempt {
  readonly request: SaleRequest;
  readonly cart: Cart;
}

/** Whose purchase it is: a scanned card, or a pupil found by name when the school allows it. */
export type Holder =
  | { readonly kind: 'card'; readonly cardToken: string }
  | { readonly kind: 'pupil'; readonly pupilId: string; readonly name: string };

/** What the till shows in its result band; each state has one picture and one sound. */
export type SaleState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'looking_up' }
  | { readonly kind: 'holder_shown'; readonly holder: Holder; readonly lookup: CardLookup | undefined }
  | { readonly kind: 'sending'; readonly attempt: Attempt }
  | { readonly kind: 'sold'; readonly receipt: Receipt; readonly soldAtMs: number }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  | { readonly kind: 'asks_repeat'; readonly holder: Holder; readonly secondsAgo: number; readonly amountOre: number }
  | { readonly kind: 'unknown'; readonly attempt: Attempt; readonly isGivingUp: boolean }
  | { readonly kind: 'given_up' }
  | { readonly kind: 'undone'; readonly amountOre: number };

/** While the outcome of a sale is not known, nothing else may be sold and the cart stays as it is. */
export function isLocked(state: SaleState): boolean {
  return state.kind === 'sending' || state.kind === 'unknown';
}
