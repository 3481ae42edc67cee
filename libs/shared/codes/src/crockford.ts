/** Crockford's base 32: digits and capitals without I, L, O and U. */
const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes one symbol per byte, from its low five bits. */
export function symbolsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => crockfordAlphabet.charAt(byte & 31)).join('');
}

/** Writes a whole number of bits, most significant first, padded with zero bits in front to full symbols. */
export function encodeBits(bytes: Uint8Array): string {
  const length = Math.ceil((bytes.length * 8) / 5);
  let rest = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  for (let position = 0; position < length; position += 1) {
    text = crockfordAlphabet.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}
