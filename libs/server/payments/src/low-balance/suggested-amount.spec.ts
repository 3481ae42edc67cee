import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import fc from 'fast-check';
import { judgeAmount } from '../top-up-limits.ts';
import { suggestedAmountOre } from './suggested-amount.ts';

const limits = { topUpMinOre: kr(50), topUpMaxOre: kr(1_500), balanceCapOre: kr(3_000) };
const wallet = { balanceOre: kr(20), claimedOre: 0 };

describe('the amount that is suggested', () => {
  it('is as much as the last time, or 200 kr', () => {
    expect(suggestedAmountOre(kr(350), limits, wallet, 0)).toBe(kr(350));
    expect(suggestedAmountOre(undefined, limits, wallet, 0)).toBe(kr(200));
  });

  it('is in whole kroner, within the limits and the room', () => {
    expect(suggestedAmountOre(7_549, limits, wallet, 0)).toBe(kr(75));
    expect(suggestedAmountOre(kr(2_000), limits, wallet, 0)).toBe(kr(1_500));
    expect(suggestedAmountOre(kr(500), limits, wallet, kr(2_880))).toBe(kr(100));
    expect(suggestedAmountOre(kr(500), limits, wallet, kr(2_940))).toBeNull();
  });

  it('is never one that the school would refuse', () => {
    const ore = fc.integer({ min: 1, max: kr(5_000) });
    fc.assert(
      fc.property(ore, ore, ore, ore, ore, ore, ore, (lastOre, min, max, cap, balanceOre, claimedOre, pendingOre) => {
        const settings = { topUpMinOre: Math.min(min, max), topUpMaxOre: Math.max(min, max), balanceCapOre: cap };
        const amountOre = suggestedAmountOre(lastOre, settings, { balanceOre, claimedOre }, pendingOre);
        if (amountOre === null) return;
        expect(() => judgeAmount(amountOre, settings, { balanceOre, claimedOre }, pendingOre)).not.toThrow();
      }),
    );
  });
});
