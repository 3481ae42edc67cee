import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { chargebackLetter } from './chargeback-letters.ts';

const url = 'http://localhost:4201';
const parts = [
  { childName: 'Emma', amountOre: kr(200), owedOre: kr(150) },
  { childName: 'Noah', amountOre: kr(100), owedOre: 0 },
];
const write = (kind: 'dispute' | 'dashboard_refund', event: 'taken' | 'returned', language: 'nb' | 'nn' | 'en') => {
  const { subject, paragraphs } = chargebackLetter(
    { kind, event, parts },
    { email: 'kari@example.com', language },
    url,
  );
  return [subject, ...paragraphs].map((text) => text.replace(/[\u00A0\u202F]/g, ' '));
};

describe('the mail about money that a payer got back', () => {
  it('tells what happened, what it means for each child, and that lunch goes on', () => {
    expect(write('dispute', 'taken', 'nb')).toEqual([
      'Banken din har hentet tilbake 300,00 kr',
      expect.stringContaining('betaling er meldt som ukjent eller feil'),
      'Emma: 50,00 kr er trukket fra kortet.\nEmma: 150,00 kr var brukt, og gjenstår å betale.\nNoah: 100,00 kr er trukket fra kortet.',
      expect.stringContaining('Barnet kan handle som vanlig'),
      expect.stringContaining('Var betalingen feil, trenger du ikke å gjøre noe.'),
    ]);
  });

  it.each([
    ['nn', 'Skulen har sendt 300,00 kr'],
    ['en', 'The school has sent 300.00 kr'],
  ] as const)('is in the reader’s language: %s', (language, what) => {
    expect(write('dashboard_refund', 'taken', language)[1]).toContain(what);
  });

  it('says that everything is as before when it came back', () => {
    const [subject, what, lines, ...others] = write('dispute', 'returned', 'nn');
    expect([subject, what]).toEqual([
      '300,00 kr er tilbake på kantinekortet',
      'Banken din er ferdig med saka og har gitt tilbake 300,00 kr. Alt er som før.',
    ]);
    expect(lines).toBe('Emma: 200,00 kr\nNoah: 100,00 kr');
    expect(others).toHaveLength(1);
  });
});
