import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addOre, formatKr, kr, ore, parseOre } from './ore.ts';

describe('øre', () => {
  it('are whole and exact, or refused', () => {
    expect(ore(4500)).toBe(4500);
    expect(() => ore(0.5)).toThrow(RangeError);
    expect(() => addOre(ore(Number.MAX_SAFE_INTEGER), ore(1))).toThrow(RangeError);
  });

  it('are shown with two decimals, a comma and no-break spaces', () => {
    expect(formatKr(123450)).toBe('1\u00a0234,50\u00a0kr');
    expect(formatKr(-4500)).toBe('\u221245,00\u00a0kr');
  });

  it('are read from what a person types', () => {
    expect(parseOre('1 234,50')).toBe(123450);
    expect(parseOre('100')).toBe(kr(100));
    expect(parseOre('99.5 kr')).toBe(9950);
    expect(parseOre('12,345')).toBeUndefined();
    expect(parseOre('hundre')).toBeUndefined();
  });

  it('are the same after being shown and read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (amount) => {
        expect(parseOre(formatKr(amount))).toBe(amount);
      }),
    );
  });
});
