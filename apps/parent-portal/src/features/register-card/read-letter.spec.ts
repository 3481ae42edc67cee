import { describe, expect, it } from '@jest/globals';
import { cardTokenOf } from '@kantinekortet/codes';
import { readLetter } from './read-letter.ts';

describe('a scanned code', () => {
  it('of the letter gives card number and control code', () => {
    expect(readLetter('https://kort.example.no/kort?n=4812093757&k=7Q2M9XK4TD')).toEqual({
      number: '4812093757',
      code: '7Q2M9XK4TD',
    });
  });

  it('of the card itself is told apart, for it registers nothing', () => {
    expect(readLetter(cardTokenOf(new Uint8Array(16)))).toBe('card');
  });

  it('of something else is ignored', () => {
    expect(readLetter('https://example.no/?n=4812093757')).toBeUndefined();
    expect(readLetter('WIFI:S:skole;;')).toBeUndefined();
  });
});
