/** What identifies a payment: its first top-up. Every top-up of the payment names it. */
export interface PaymentKey {
  readonly paymentSchoolId: string;
  readonly paymentId: string;
}

/**
 * What a provider knows a payment by. It holds the school too, so that a webhook leads to the row, and an id that a
 * client uses at two schools is two payments. 64 characters of 0–9 and a–f: what the narrowest provider takes.
 */
export function paymentIdOf({ paymentSchoolId, paymentId }: PaymentKey): string {
  return `${paymentSchoolId}${paymentId}`.replaceAll('-', '').toLowerCase();
}

/** The payment behind a provider's name of it; undefined when it is not one of ours. */
export function paymentKeyOf(paymentId: string): PaymentKey | undefined {
  if (!/^[0-9a-f]{64}$/.test(paymentId)) return undefined;
  return { paymentSchoolId: toUuid(paymentId.slice(0, 32)), paymentId: toUuid(paymentId.slice(32)) };
}

function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
