import { describe, expect, it } from '@jest/globals';
import { parseRate, rateText } from './rate-text.ts';

describe('a euro rate in writing', () => {
  it.each([
    ['11,8234', 118_234],
    ['11.8234', 118_234],
    [' 11,5 ', 115_000],
    ['11', 110_000],
    ['50', 500_000],
    ['5', 50_000],
  ])('%j is %d ten-thousandths', (text, rate) => {
    expect(parseRate(text)).toBe(rate);
  });

  it.each(['', 'elleve', '11,82345', '4,9999', '50,0001', '118234', '-11', '1 1'])('%j is none', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });

  it('is shown with two to four decimals', () => {
    expect([118_234, 115_000, 110_000, 118_230].map(rateText)).toEqual(['11,8234', '11,50', '11,00', '11,823']);
  });
});
