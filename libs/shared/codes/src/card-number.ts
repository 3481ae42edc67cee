import { dammSum } from './damm.ts';

/** Between groups: what people and phones put there. */
const separators = /[\s\-\u2010-\u2013]/g;
const shape = /^[1-9]\d{9}$/;

/** The card number of nine digits: those and a check digit. The first is never 0, so that no spreadsheet eats it. */
export function cardNumberOf(nineDigits: number): string {
  if (!Number.isInteger(nineDigits) || nineDigits < 100_000_000 || nineDigits > 999_999_999) {
    throw new RangeError(`${nineDigits} is not a number of nine digits`);
  }
  return `${nineDigits}${dammSum(String(nineDigits))}`;
}

/** Reads a card number as typed, in groups or not; undefined when it cannot be one (length or check digit). */
export function parseCardNumber(text: string): string | undefined {
  const digits = text.replace(separators, '');
  return shape.test(digits) && dammSum(digits) === 0 ? digits : undefined;
}

/** A card number as people read it: `4812 0937 55`, with no-break spaces. */
export function formatCardNumber(number: string): string {
  return [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join('\u00a0');
}
