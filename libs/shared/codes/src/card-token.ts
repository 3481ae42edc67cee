import { encodeBits } from './crockford.ts';

/** Tells our cards from whatever else a scanner meets; the digit is the version of the format. */
export const cardTokenPrefix = 'KK1';

/** Random bits in a token, in bytes. */
export const cardTokenBytes = 16;

const body = /^KK1[0-7][0-9A-HJKMNP-TV-Z]{25}[0-9A-Z]{2}$/;
const checkModulus = 1271;
const checkRadix = 36;

/**
 * The text in a card's QR code: prefix, 26 Crockford symbols for 128 random bits, two check characters. Only digits and
 * A–Z, so that a scanner types it alike on every keyboard layout and the QR code stays in its alphanumeric mode.
 */
export function cardTokenOf(bytes: Uint8Array): string {
  if (bytes.length !== cardTokenBytes) throw new RangeError(`A card token is made of ${cardTokenBytes} bytes`);
  const text = cardTokenPrefix + encodeBits(bytes);
  return text + checkCharacters(text);
}

/** Reads a scan; a reversed caps lock is mended. Undefined when it is no card of ours or was read wrong. */
export function parseCardToken(scan: string): string | undefined {
  const token = scan.trim().toUpperCase();
  return body.test(token) && checkCharacters(token.slice(0, -2)) === token.slice(-2) ? token : undefined;
}

/** ISO/IEC 7064, MOD 1271-36: finds every wrong character and every swap of neighbours, and nearly all else. */
export function checkCharacters(text: string): string {
  const sum = Array.from(text).reduce(
    (rest, character) => ((rest + Number.parseInt(character, checkRadix)) * checkRadix) % checkModulus,
    0,
  );
  const check = (checkModulus + 1 - ((sum * checkRadix) % checkModulus)) % checkModulus;
  return check.toString(checkRadix).toUpperCase().padStart(2, '0');
}
