import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacters } from './card-token.ts';
import { dammSum } from './damm.ts';
import {
  cardNumberOf,
  cardTokenBytes,
  cardTokenOf,
  cardTokenPrefix,
  controlCodeLength,
  controlCodeOf,
  formatCardNumber,
  formatControlCode,
  parseCardNumber,
  parseCardToken,
  parseControlCode,
} from './index.ts';

const aCardNumber = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(cardNumberOf);
const aCardToken = fc.uint8Array({ minLength: cardTokenBytes, maxLength: cardTokenBytes }).map(cardTokenOf);
const aControlCode = fc.uint8Array({ minLength: controlCodeLength, maxLength: controlCodeLength }).map(controlCodeOf);
const digits = '0123456789';
const digitsAndCapitals = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Every text that differs from this one in one character, or in the order of two neighbours. */
function slips(text: string, alphabet: string): string[] {
  const characters = Array.from(text);
  const wrong = characters.flatMap((_, at) => Array.from(alphabet, (other) => characters.with(at, other).join('')));
  const swapped = characters.slice(1).map((second, at) =>
    characters
      .with(at, second)
      .with(at + 1, text.charAt(at))
      .join(''),
  );
  return [...wrong, ...swapped].filter((slip) => slip !== text);
}

describe('a card number', () => {
  it('is the same after being shown and typed again, with or without groups', () => {
    fc.assert(
      fc.property(aCardNumber, (number) => {
        expect(number).toMatch(/^[1-9]\d{9}$/);
        expect(parseCardNumber(number)).toBe(number);
        expect(parseCardNumber(` ${formatCardNumber(number)} `)).toBe(number);
        expect(parseCardNumber(formatCardNumber(number).replaceAll('\u00a0', '-'))).toBe(number);
      }),
    );
  });

  it('is shown in groups of four, four and two', () => {
    expect(formatCardNumber('4812093755')).toBe('4812\u00a00937\u00a055');
  });

  it('with one wrong digit or two neighbours swapped is none', () => {
    fc.assert(
      fc.property(aCardNumber, (number) => {
        expect(slips(number, digits).filter(parseCardNumber)).toEqual([]);
      }),
    );
  });

  it('has the check digit of the published example of the Damm algorithm', () => {
    expect(dammSum('572')).toBe(4);
    expect(dammSum('5724')).toBe(0);
  });

  it('is made of nine digits and nothing else', () => {
    expect(() => cardNumberOf(12)).toThrow(RangeError);
    expect(() => cardNumberOf(1_000_000_000)).toThrow(RangeError);
    expect(parseCardNumber('kort')).toBeUndefined();
    expect(parseCardNumber('')).toBeUndefined();
  });
});

describe('a card token', () => {
  it('is digits and capitals that a scan gives back, whatever caps lock does', () => {
    fc.assert(
      fc.property(aCardToken, (token) => {
        expect(token).toMatch(/^KK1[0-9A-Z]{28}$/);
        expect(token.startsWith(cardTokenPrefix)).toBe(true);
        expect(parseCardToken(`${token}\n`)).toBe(token);
        expect(parseCardToken(token.toLowerCase())).toBe(token);
      }),
    );
  });

  it('differs for every 128 bits', () => {
    const bytes = fc.uint8Array({ minLength: cardTokenBytes, maxLength: cardTokenBytes });
    fc.assert(
      fc.property(bytes, fc.nat(cardTokenBytes - 1), fc.integer({ min: 1, max: 255 }), (before, at, change) => {
        const after = before.slice();
        after[at] = (after[at] ?? 0) ^ change;
        expect(cardTokenOf(after)).not.toBe(cardTokenOf(before));
      }),
    );
  });

  it('with one wrong character, two swapped, one lost or one doubled is none', () => {
    fc.assert(
      fc.property(aCardToken, fc.nat(30), (token, at) => {
        expect(slips(token, digitsAndCapitals).filter(parseCardToken)).toEqual([]);
        expect(parseCardToken(token.slice(0, at) + token.slice(at + 1))).toBeUndefined();
        expect(parseCardToken(token.slice(0, at) + token.charAt(at) + token.slice(at))).toBeUndefined();
      }),
    );
  });

  it('has the check characters of the example in ISO/IEC 7064', () => {
    expect(checkCharacters('ISO79')).toBe('3W');
  });

  it('is made of 16 bytes', () => {
    expect(() => cardTokenOf(new Uint8Array(15))).toThrow(RangeError);
  });

  it('is not a grocery barcode, a web address or an empty scan', () => {
    expect(['7038010001234', 'https://example.no/KK1', ''].filter(parseCardToken)).toEqual([]);
  });
});

describe('a control code', () => {
  it('is the same after being shown and typed again, in small letters and with dashes', () => {
    fc.assert(
      fc.property(aControlCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        expect(parseControlCode(formatControlCode(code))).toBe(code);
        expect(parseControlCode(`${code.slice(0, 3)}-${code.slice(3, 6)} – ${code.slice(6)}`.toLowerCase())).toBe(code);
      }),
    );
  });

  it('takes the letters that look like digits for those digits', () => {
    expect(parseControlCode('oOiIlL2345')).toBe('0011112345');
  });

  it('of another length or with a letter that is not in it is none', () => {
    expect(['7K2M9XQ4T', '7K2M9XQ4TBB', '7K2M9XQ4TU', 'æ'.repeat(10), ''].filter(parseControlCode)).toEqual([]);
  });

  it('is made of 10 bytes', () => {
    expect(() => controlCodeOf(new Uint8Array(9))).toThrow(RangeError);
  });
});
