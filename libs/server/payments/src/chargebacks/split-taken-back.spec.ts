import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitTakenBack } from './split-taken-back.ts';

const untouched = (...amounts: number[]) => amounts.map((amountOre) => ({ amountOre, leftOre: amountOre }));
const shares = fc.array(
  fc
    .integer({ min: 1, max: 1_000_000_000 })
    .chain((amountOre) => fc.integer({ min: 0, max: amountOre }).map((leftOre) => ({ amountOre, leftOre }))),
  { minLength: 1, maxLength: 6 },
);
const sum = (amounts: readonly number[]) => amounts.reduce((total, ore) => total + ore, 0);

describe('what several children bear of one payment that was taken back', () => {
  it('is what each got, when all of it was', () => {
    expect(splitTakenBack(30_000, untouched(20_000, 10_000))).toEqual([20_000, 10_000]);
  });

  it('is in proportion, when part of it was, and odd øre go to the largest remainder', () => {
    expect(splitTakenBack(10_000, untouched(20_000, 10_000))).toEqual([6_667, 3_333]);
    expect(splitTakenBack(100, untouched(100, 100, 100))).toEqual([34, 33, 33]);
  });

  it('is not of a child whose part we had sent back', () => {
    const parts = [
      { amountOre: 20_000, leftOre: 20_000 },
      { amountOre: 10_000, leftOre: 0 },
    ];
    expect(splitTakenBack(20_000, parts)).toEqual([20_000, 0]);
    // The bank takes it all, refunded or not: what is beyond is in proportion to what each got.
    expect(splitTakenBack(30_000, parts)).toEqual([26_667, 3_333]);
  });

  it('always adds up, and is never more than what is left while that is enough', () => {
    fc.assert(
      fc.property(shares, fc.nat(), (parts, wish) => {
        const takenOre = 1 + (wish % sum(parts.map(({ amountOre }) => amountOre)));
        const split = splitTakenBack(takenOre, parts);
        expect(sum(split)).toBe(takenOre);
        expect(split.every((ore) => ore >= 0)).toBe(true);
        if (takenOre > sum(parts.map(({ leftOre }) => leftOre))) return;
        expect(split.every((ore, index) => ore <= (parts[index]?.leftOre ?? 0))).toBe(true);
      }),
    );
  });
});
