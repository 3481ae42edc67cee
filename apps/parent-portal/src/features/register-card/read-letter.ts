import { parseCardToken } from '@kantinekortet/codes';

/**
 * Reads a scanned QR code: the letter's holds a link to this screen with the card's number and control code; `card` is
 * the code on the card itself, which registers nothing; undefined is some other code.
 */
export function readLetter(text: string): { number: string; code: string } | 'card' | undefined {
  if (parseCardToken(text)) return 'card';
  const query = URL.parse(text)?.searchParams;
  const number = query?.get('n');
  const code = query?.get('k');
  return number && code ? { number, code } : undefined;
}
