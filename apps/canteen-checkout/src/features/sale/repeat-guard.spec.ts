import { describe, expect, it } from '@jest/globals';
import type { Cart } from './cart.ts';
import { RepeatGuard } from './repeat-guard.ts';

const cart: Cart = [
  { product: { id: 'a', name: 'Baguett', categoryId: null, priceOre: 4500, revisionId: 'a1' }, quantity: 1 },
];

describe('the repeat guard', () => {
  it('ignores the echo of a scan within two seconds, for the same card only', () => {
    const guard = new RepeatGuard();
    expect(guard.isEcho('A', 0)).toBe(false);
    expect(guard.isEcho('A', 1_999)).toBe(true);
    expect(guard.isEcho('B', 2_100)).toBe(false);
    expect(guard.isEcho('A', 2_200)).toBe(false);
  });

  it('asks when the same card buys the same cart within a minute', () => {
    const guard = new RepeatGuard();
    guard.remember('A', cart, 0);
    expect(guard.judge('A', cart, 8_000)).toEqual({ kind: 'ask', secondsAgo: 8 });
    expect(guard.judge('A', cart, 60_000)).toEqual({ kind: 'sell' });
    expect(guard.judge('B', cart, 8_000)).toEqual({ kind: 'sell' });
    expect(guard.judge('A', [...cart, ...cart], 8_000)).toEqual({ kind: 'sell' });
  });
});
