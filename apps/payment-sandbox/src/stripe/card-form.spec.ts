import { describe, expect, it } from '@jest/globals';
import { readCardForm } from './card-form.ts';
import { hasValidCheckDigit, testCards } from './test-cards.ts';

const now = new Date('2026-11-22T11:00:00Z');
const good = { number: '4242 4242 4242 4242', expiry: '12/27', cvc: '123' };

describe('the card form', () => {
  it('reads a test card with its brand, last digits and expiry', () => {
    expect(readCardForm(good, now)).toMatchObject({
      kind: 'card',
      card: { brand: 'visa', last4: '4242', expMonth: 12, expYear: 2027 },
    });
  });

  it('takes a card until the end of its last month', () => {
    expect(readCardForm({ ...good, expiry: '11/26' }, now).kind).toBe('card');
    expect(readCardForm({ ...good, expiry: '10/26' }, now)).toMatchObject({
      problems: [{ field: 'expiry', text: 'Kortet har gått ut på dato.' }],
    });
  });

  it.each([
    ['number', '', 'Skriv kortnummeret.'],
    ['number', '4242424242424241', 'Kortnummeret stemmer ikke. Se etter tastefeil.'],
    ['number', '4111111111111111', 'Bare testkort virker her. Velg ett nederst på siden.'],
    ['expiry', '13/27', 'Skriv utløpsdatoen som MM/ÅÅ.'],
    ['cvc', '12', 'Skriv de tre sifrene bak på kortet.'],
  ])('says what is wrong with the %s %j', (field, value, text) => {
    expect(readCardForm({ ...good, [field]: value }, now)).toEqual({ kind: 'problems', problems: [{ field, text }] });
  });

  it('offers only cards with a valid check digit', () => {
    expect(testCards.map(({ number }) => hasValidCheckDigit(number))).toEqual(testCards.map(() => true));
  });
});
