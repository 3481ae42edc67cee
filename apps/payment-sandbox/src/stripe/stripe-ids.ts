import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id as Stripe forms them: a prefix for the kind of object, then letters and digits. */
export function stripeId(
  prefix: 'cs_test' | 'cus' | 'seti' | 'pi' | 'ch' | 'pm' | 'evt' | 're' | 'du' | 'po' | 'req',
): string {
  const length = prefix === 'cs_test' ? 58 : 24;
  const characters = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]);
  return `${prefix}_${characters.join('')}`;
}

/** Seconds since 1970: how Stripe tells time. */
export function unixSeconds(time: Date | string): number {
  return Math.floor(new Date(time).getTime() / 1_000);
}
