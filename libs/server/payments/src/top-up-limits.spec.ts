import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { judgeAmount } from './top-up-limits.ts';
import { AmountOutOfRange, BalanceCapReached } from './top-up.errors.ts';

const limits = { topUpMinOre: kr(50), topUpMaxOre: kr(1_500), balanceCapOre: kr(3_000) };
const empty = { balanceOre: 0, claimedOre: 0 };

describe('the limits of a top-up', () => {
  it('let in the smallest and the largest amount, and nothing beyond', () => {
    expect(() => judgeAmount(kr(50), limits, empty, 0)).not.toThrow();
    expect(() => judgeAmount(kr(1_500), limits, empty, 0)).not.toThrow();
    expect(() => judgeAmount(kr(50) - 1, limits, empty, 0)).toThrow(AmountOutOfRange);
    expect(() => judgeAmount(kr(1_500) + 1, limits, empty, 0)).toThrow(AmountOutOfRange);
  });

  it('fill the wallet to the cap, counting what is on its way', () => {
    const wallet = { balanceOre: kr(1_000), claimedOre: 0 };
    expect(() => judgeAmount(kr(1_000), limits, wallet, kr(1_000))).not.toThrow();
    expect(() => judgeAmount(kr(1_000) + 1, limits, wallet, kr(1_000))).toThrow(BalanceCapReached);
  });

  it('make room for what the wallet owes, and tell how much room there is', () => {
    const wallet = { balanceOre: kr(2_900), claimedOre: kr(100) };
    expect(() => judgeAmount(kr(200), limits, wallet, 0)).not.toThrow();
    expect(() => judgeAmount(kr(201), limits, wallet, 0)).toThrow(
      expect.objectContaining({ extra: { facts: expect.objectContaining({ roomOre: kr(200) }) } }),
    );
  });

  it('leave no room, rather than less than none, when the balance is beyond a cap that was lowered', () => {
    expect(() => judgeAmount(kr(50), limits, { balanceOre: kr(9_000), claimedOre: 0 }, 0)).toThrow(
      expect.objectContaining({ extra: { facts: expect.objectContaining({ roomOre: 0 }) } }),
    );
  });
});
