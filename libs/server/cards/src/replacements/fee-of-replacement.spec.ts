import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { feeOfReplacement, type ReplacementFacts } from './fee-of-replacement.ts';

const feeOf = (facts: Partial<ReplacementFacts>) =>
  feeOfReplacement({ reason: 'lost', lossesBefore: 1, replacementFeeOre: kr(100), isWaived: false, ...facts });

describe('the fee of a new card', () => {
  it('is nothing at the first loss and the same at each loss after it', () => {
    expect(feeOf({ lossesBefore: 0 })).toEqual({ countsAsLoss: true, lossNumber: 1, feeOre: 0 });
    expect(feeOf({ lossesBefore: 1 })).toEqual({ countsAsLoss: true, lossNumber: 2, feeOre: kr(100) });
    expect(feeOf({ lossesBefore: 7 })).toEqual({ countsAsLoss: true, lossNumber: 8, feeOre: kr(100) });
  });

  it('is nothing for a damaged card, which is no loss', () => {
    expect(feeOf({ reason: 'damaged' })).toEqual({ countsAsLoss: false, lossNumber: null, feeOre: 0 });
  });

  it('is taken for a stolen card as for a lost one, unless the theft is waived: then it is no loss', () => {
    expect(feeOf({ reason: 'stolen' })).toEqual({ countsAsLoss: true, lossNumber: 2, feeOre: kr(100) });
    expect(feeOf({ reason: 'stolen', isWaived: true })).toEqual({ countsAsLoss: false, lossNumber: null, feeOre: 0 });
  });

  it('is not taken when it is waived, though a waived loss counts', () => {
    expect(feeOf({ isWaived: true })).toEqual({ countsAsLoss: true, lossNumber: 2, feeOre: 0 });
  });
});
