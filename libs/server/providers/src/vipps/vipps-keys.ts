/** What is done to a payment, once each, and the letter that keeps their keys apart. */
const steps = { create: 'n', capture: 'c', release: 'r', expire: 'x' } as const;

/**
 * The idempotency key of what is done to a payment once. Vipps takes at most 50 characters, and our payment ids are 64 of
 * 0–9 and a–f: the same bytes in base 64 are 43.
 */
export function paymentStepKey(step: keyof typeof steps, paymentId: string): string {
  return `${steps[step]}-${Buffer.from(paymentId, 'hex').toString('base64url')}`;
}

const refundPrefix = 'refund-';

/** The idempotency key of a refund, by which events and webhooks name it. */
export function refundKey(refundId: string): string {
  return `${refundPrefix}${refundId}`;
}

/** Our id of the refund behind a key; null when the key is not of a refund of ours. */
export function refundIdOfKey(key: string | null): string | null {
  return key?.startsWith(refundPrefix) === true ? key.slice(refundPrefix.length) : null;
}
