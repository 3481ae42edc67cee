import { describe, expect, it } from '@jest/globals';
import { accountNumberOfIban, formatAccountNumber, parseAccountNumber } from './account-number.ts';

describe('an account number', () => {
  it('is read with spaces and dots, and written as people write it', () => {
    expect(parseAccountNumber('9041.22.63056')).toBe('90412263056');
    expect(parseAccountNumber(' 9041 22 63056')).toBe('90412263056');
    expect(formatAccountNumber('90412263056')).toBe('9041 22 63056');
  });

  it.each([
    '',
    '9041226305',
    '904122630566',
    '9041226305x',
    'NO2390412263056',
    ...Array.from({ length: 10 }, (_, digit) => `9041226305${digit}`).filter((number) => !number.endsWith('6')),
    ...Array.from({ length: 9 }, (_, digit) => `${digit}0412263056`),
  ])('is not %s', (text) => {
    expect(parseAccountNumber(text)).toBeUndefined();
  });

  it('is found in an IBAN of Norway with the right check digits, and in no other', () => {
    expect(accountNumberOfIban('NO23 9041 2263 056')).toBe('90412263056');
    for (const iban of ['NO2490412263056', 'SE2390412263056', '90412263056', 'NO239041226305', '']) {
      expect(accountNumberOfIban(iban)).toBeUndefined();
    }
  });
});
