import { describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { childrenOf } from './ordered-children.ts';

const aChild = (change: object = {}) => ({ id: newId(), walletId: newId(), amountOre: 10_000, ...change });

describe('the children of an order', () => {
  it('are the first one, and its siblings in the order they were named in', () => {
    const [first, second, third] = [aChild(), aChild(), aChild()];
    expect(childrenOf({ ...first, provider: 'card', siblings: [second, third] })).toEqual([
      { ...first, claimId: null },
      { ...second, claimId: null },
      { ...third, claimId: null },
    ]);
    expect(childrenOf({ ...first, provider: 'card', claimId: second.id })).toEqual([{ ...first, claimId: second.id }]);
  });

  it('are each named once: a wallet or an id that comes twice is pointed at', () => {
    const first = aChild();
    const siblings = [aChild(), aChild({ walletId: first.walletId.toUpperCase() }), aChild({ id: first.id })];
    expect(() => childrenOf({ ...first, provider: 'card', siblings })).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        extra: {
          errors: [
            expect.objectContaining({ pointer: '/siblings/2/id' }),
            expect.objectContaining({ pointer: '/siblings/1/walletId' }),
          ],
        },
      }),
    );
  });
});
