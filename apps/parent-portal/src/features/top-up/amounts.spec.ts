import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { judgeTyped, offeredAs, usualAmounts } from './amounts.ts';

const limits = { minOre: kr(50), maxOre: kr(1500), balanceCapOre: kr(3000) };

describe('a top-up', () => {
  it('offers only amounts that the school takes and the balance has room for', () => {
    expect(usualAmounts(limits, 0)).toEqual([kr(100), kr(200), kr(500)]);
    expect(usualAmounts(limits, kr(2800))).toEqual([kr(100), kr(200)]);
    expect(usualAmounts({ ...limits, maxOre: kr(150) }, 0)).toEqual([kr(100)]);
  });

  it('knows an amount that a link asks for among those it offers', () => {
    expect(offeredAs('200', [kr(100), kr(200)])).toBe(kr(200));
    expect(offeredAs('126', [kr(100), kr(200)])).toBeUndefined();
    expect(offeredAs('<b>', [kr(100)])).toBeUndefined();
  });

  it('takes what a person types within the limits', () => {
    expect(judgeTyped('75,50', limits, 0)).toEqual({ kind: 'ok', amountOre: 7550 });
    expect(judgeTyped('50', limits, 0)).toEqual({ kind: 'ok', amountOre: kr(50) });
    expect(judgeTyped('1 500 kr', limits, kr(1500))).toEqual({ kind: 'ok', amountOre: kr(1500) });
  });

  it('says why an amount cannot be paid', () => {
    expect(judgeTyped('mye', limits, 0)).toEqual({ kind: 'unreadable' });
    expect(judgeTyped('-100', limits, 0)).toEqual({ kind: 'unreadable' });
    expect(judgeTyped('49,99', limits, 0)).toEqual({ kind: 'below_min' });
    expect(judgeTyped('1500,01', limits, 0)).toEqual({ kind: 'above_max' });
    expect(judgeTyped('1000', limits, kr(2500))).toEqual({ kind: 'above_cap', roomOre: kr(500) });
  });
});
