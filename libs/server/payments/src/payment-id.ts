interface TopUpKey {
  readonly schoolId: string;
  readonly id: string;
}

/**
 * What a provider knows a top-up by. It holds the school too, so that a webhook leads to the row, and an id that a
 * client uses at two schools is two payments. 64 characters of 0–9 and a–f: what the narrowest provider takes.
 */
export function paymentIdOf({ schoolId, id }: TopUpKey): string {
  return `${schoolId}${id}`.replaceAll('-', '').toLowerCase();
}

/** The top-up behind a payment id; undefined when it is not one of ours. */
export function topUpKeyOf(paymentId: string): TopUpKey | undefined {
  if (!/^[0-9a-f]{64}$/.test(paymentId)) return undefined;
  return { schoolId: toUuid(paymentId.slice(0, 32)), id: toUuid(paymentId.slice(32)) };
}

function toUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
