import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { howNear } from './how-near.ts';

describe('how near a limited network is to its limit', () => {
  it.each([
    [0, { standing: 'far', amountEur: 0, percent: 0 }],
    [-100, { standing: 'far', amountEur: 0, percent: 0 }],
    [kr(9_200_000), { standing: 'far', amountEur: 800_000, percent: 80 }],
    [kr(9_200_000) + 1, { standing: 'near', amountEur: 800_001, percent: 81 }],
    [kr(11_500_000), { standing: 'near', amountEur: 1_000_000, percent: 100 }],
    [kr(11_500_000) + 1, { standing: 'over', amountEur: 1_000_001, percent: 101 }],
  ])('of %d øre at 11.50 is %j', (amountOre, expected) => {
    expect(howNear(amountOre, 115_000)).toEqual(expected);
  });
});
