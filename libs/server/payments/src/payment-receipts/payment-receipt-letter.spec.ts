import { describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { paymentReceiptLetter, type PaymentReceipt } from './payment-receipt-letter.ts';

const receipt: PaymentReceipt = {
  number: '0198c2f0-0000-7000-8000-000000000001',
  // Seconds before midnight in Norway, in summer: another day than in UTC is the mistake to find.
  paidAt: new Date('2026-06-30T22:05:00Z'),
  payment: { method: 'card', card: { brand: 'visa', last4: '4242' } },
  parts: [
    {
      childName: 'Emma',
      className: '8B',
      schoolName: 'Fjellheim skole',
      amountOre: kr(200),
      settled: [{ reason: 'replacement_fee', amountOre: kr(75) }],
      balanceOre: kr(125),
    },
    {
      childName: 'Noah',
      className: null,
      schoolName: 'Solbakken skole',
      amountOre: kr(100),
      settled: [],
      balanceOre: kr(1_100.5),
    },
  ],
  merchant: { merchantName: 'Fjellheim kommune', organisationNumber: '123456785' },
};

const plain = (text: string) => text.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ');
const letter = (change: Partial<PaymentReceipt>, language: 'nb' | 'nn' | 'en') => {
  const { to, subject, paragraphs } = paymentReceiptLetter({ ...receipt, ...change }, { email: 'a@b.no', language });
  return { to, subject: plain(subject), paragraphs: paragraphs.map(plain) };
};

describe('the receipt of a payment', () => {
  it('says for whom, how, when, to whom, and what it settled', () => {
    expect(letter({}, 'nb')).toEqual({
      to: 'a@b.no',
      subject: 'Kvittering for 300,00 kr',
      paragraphs: [
        'Betalingen er mottatt.',
        'Emma, 8B, Fjellheim skole: 200,00 kr\nAv dette gikk 75,00 kr til gebyr for nytt kort.\nNy saldo: 125,00 kr',
        'Noah, Solbakken skole: 100,00 kr\nNy saldo: 1 100,50 kr',
        'Sum: 300,00 kr\nBetalt med: Visa som slutter på 4242\nBetalt: 1. juli 2026 kl. 00.05\n' +
          'Kvitteringsnummer: 0198c2f0-0000-7000-8000-000000000001',
        'Fjellheim kommune\nOrg.nr. 123 456 785',
        'Penger som ikke er brukt, kan du få tilbake når du vil.',
      ],
    });
  });

  it('is in the language of whoever paid', () => {
    expect(letter({}, 'nn').paragraphs).toContain(
      'Sum: 300,00 kr\nBetalt med: Visa som sluttar på 4242\nBetalt: 1. juli 2026 kl. 00.05\n' +
        'Kvitteringsnummer: 0198c2f0-0000-7000-8000-000000000001',
    );
    const english = letter({}, 'en');
    expect(english.subject).toMatch(/^Receipt for .*300/);
    expect(english.paragraphs.join('\n')).toContain('Paid on: 1 July 2026 at 00:05');
    expect(english.paragraphs.join('\n')).toContain('of this went to the fee for a new card.');
  });

  it.each([
    [{ method: 'card', card: { brand: 'amex', last4: '0005' } }, 'American Express som slutter på 0005'],
    [{ method: 'card', card: null }, 'Bankkort'],
    [{ method: 'Lommeboka', card: null }, 'Lommeboka'],
  ])('tells how it was paid: %j', (payment, words) => {
    expect(letter({ payment }, 'nb').paragraphs.join('\n')).toContain(`Betalt med: ${words}\n`);
  });

  it('names no balance when all of it settled what was owed, and has words for any reason', () => {
    const [part] = receipt.parts;
    if (!part) throw new Error('There is a part');
    const parts = [{ ...part, balanceOre: null, settled: [{ reason: 'something_new', amountOre: kr(200) }] }];
    expect(letter({ parts }, 'nb').paragraphs[1]).toBe(
      'Emma, 8B, Fjellheim skole: 200,00 kr\nAv dette gikk 200,00 kr til skyldig beløp.',
    );
  });
});
