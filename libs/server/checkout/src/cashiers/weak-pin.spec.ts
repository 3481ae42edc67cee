import { describe, expect, it } from '@jest/globals';
import { isWeakPin } from './weak-pin.ts';

describe('a PIN', () => {
  it.each(['111111', '000000', '121212', '112211', '123456', '654321', '789012', '210987', '123123', '907907'])(
    'is weak: %s',
    (pin) => {
      expect(isWeakPin(pin)).toBe(true);
    },
  );

  it.each(['246810', '314159', '802461', '135790', '123465'])('is good enough: %s', (pin) => {
    expect(isWeakPin(pin)).toBe(false);
  });
});
