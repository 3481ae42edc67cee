import type { FailureCode } from '@kantinekortet/providers';

/** `waiting_for_card`: set up, but no bank card is saved yet. */
export const autoTopUpStatuses = ['waiting_for_card', 'active', 'switched_off'] as const;
export type AutoTopUpStatus = (typeof autoTopUpStatuses)[number];

/** Why a rule is off: the guardian's own wish, or something that they should know of. */
export const switchOffReasons = [
  'by_guardian',
  'charge_refused',
  'not_approved',
  'card_expired',
  'card_removed',
  'pupil_left',
  'not_guardian',
  'beyond_limits',
  'needs_attention',
  'disputed',
  'refunded',
] as const;
export type SwitchOffReason = (typeof switchOffReasons)[number];

/**
 * `charging`: the provider is being asked, and until it answers nothing else happens. `retrying`: refused, and tried
 * again later. `waiting_for_guardian`: the bank wants the payer. `overtaken`: other money came first.
 */
export const runStatuses = ['charging', 'retrying', 'waiting_for_guardian', 'paid', 'given_up', 'overtaken'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** What may follow what. Money that was taken is never turned away: `paid` follows even an end. */
export const runTransitions: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  charging: ['paid', 'retrying', 'waiting_for_guardian', 'given_up'],
  retrying: ['charging', 'paid', 'given_up', 'overtaken'],
  waiting_for_guardian: ['paid', 'retrying', 'given_up', 'overtaken'],
  given_up: ['paid'],
  overtaken: ['paid'],
  paid: [],
};

export function isUnderWay(status: RunStatus): boolean {
  return status === 'charging' || status === 'retrying' || status === 'waiting_for_guardian';
}

const hourMs = 60 * 60 * 1_000;

/** After the first refusal, the second, the third; the fourth is the last. */
const retryAfterMs = [hourMs, 24 * hourMs, 72 * hourMs] as const;

/** How long the payer has to let a payment through. */
export const approveWithinMs = 72 * hourMs;

/** When to try again after a refusal; null when it is no use, or was tried often enough. */
export function retryAt(attempt: number, failure: FailureCode | null, now: Date): Date | null {
  if (failure === 'card_expired') return null;
  const waitMs = retryAfterMs[attempt - 1];
  return waitMs === undefined ? null : new Date(now.getTime() + waitMs);
}
