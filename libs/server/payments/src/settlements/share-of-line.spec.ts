import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareCost } from './share-of-line.ts';

const share = (amountOre: number) => ({ schoolId: 's', subjectId: 't', amountOre });

describe('the cost of a line', () => {
  it('is divided by amount, and what cannot be divided is the last one’s', () => {
    const costs = shareCost([share(10_000), share(10_000), share(10_000)], 500).map(({ costOre }) => costOre);
    expect(costs).toEqual([166, 166, 168]);
  });

  it('is all of it the only one’s', () => {
    expect(shareCost([share(-20_000)], 15_000)).toEqual([{ ...share(-20_000), costOre: 15_000 }]);
  });

  it('comes to the whole, whatever it is and however many share it', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -10_000, max: 10_000 }), (ores, costOre) => {
        const shared = shareCost(ores.map(share), costOre);
        expect(shared.reduce((sum, one) => sum + one.costOre, 0)).toBe(costOre);
      }),
    );
  });
});
