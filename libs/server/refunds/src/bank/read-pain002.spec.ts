import { describe, expect, it } from '@jest/globals';
import { aBankAnswer } from '../testing/bank-answer.ts';
import { BankAnswerUnreadable } from './pain002.errors.ts';
import { amountText, readPain002 } from './read-pain002.ts';

describe("a bank's answer", () => {
  it('says of each payment that it names what became of it, with the reason of what came back', () => {
    const answer = readPain002(
      aBankAnswer('KK-1', {
        group: 'PART',
        lines: [
          { endToEndId: 'a', status: 'ACSC' },
          { endToEndId: 'b', status: 'RJCT', reason: 'AC04' },
          { endToEndId: 'c', status: 'ACSP' },
        ],
      }),
    );
    expect(answer).toMatchObject({ messageId: 'KK-1', createdAt: new Date('2026-11-23T09:00:00Z'), others: null });
    expect(Object.fromEntries(answer.lines)).toEqual({
      a: { outcome: 'settled', reason: null },
      b: { outcome: 'returned', reason: 'AC04' },
      c: { outcome: 'accepted', reason: null },
    });
  });

  it('says of each payment what it comes to, when it does', () => {
    const amounts = { a: '50.00', b: '50', c: '50.5', d: '50.00500', e: '1.005', f: 'x' };
    const lines = Object.entries(amounts).map(([endToEndId, amount]) => ({ endToEndId, status: 'ACSC', amount }));
    const euros = { endToEndId: 'g', status: 'ACSC', amount: '50.00', currency: 'EUR' };
    const silent = { endToEndId: 'h', status: 'ACSC' };
    const answer = readPain002(aBankAnswer('KK-1', { lines: [...lines, euros, silent] }));
    expect(Object.fromEntries(answer.amounts)).toEqual({
      a: amountText(5000),
      b: amountText(5000),
      c: amountText(5050),
      d: 'NOK 50.00500',
      e: 'NOK 1.005',
      f: 'NOK x',
      g: 'EUR 50.00',
    });
  });

  it('about the whole file counts for what is not named', () => {
    const lines = [{ endToEndId: 'a', status: 'RJCT', reason: 'AC01' }];
    const answer = readPain002(aBankAnswer('KK-1', { group: 'ACSC', lines }));
    expect(answer.others).toEqual({ outcome: 'settled', reason: null });
    expect(answer.lines.get('a')).toEqual({ outcome: 'returned', reason: 'AC01' });
  });

  it('that refuses the file without a reason has its own code as the reason', () => {
    expect(readPain002(aBankAnswer('KK-1', { group: 'RJCT' })).others).toEqual({ outcome: 'returned', reason: 'RJCT' });
  });

  it.each(['AM05', 'DU01'])('that refuses a second copy of the file (%s) refuses no payment', (reason) => {
    const answer = aBankAnswer('KK-1', { group: 'RJCT', groupReason: reason });
    expect(readPain002(answer).others).toEqual({ outcome: 'accepted', reason: null });
  });

  const namespace = 'xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"';
  const twice = [
    { endToEndId: 'a', status: 'ACSC' },
    { endToEndId: 'a', status: 'RJCT' },
  ];
  it.each([
    ['garbage', 'hello'],
    ['a payment file', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"/>'],
    ['a document without a report', `<Document ${namespace}/>`],
    ['a report about no file', `<Document ${namespace}><CstmrPmtStsRpt/></Document>`],
    ['a report that says nothing', aBankAnswer('KK-1', {})],
    ['an unknown status', aBankAnswer('KK-1', { group: 'MAYBE' })],
    ['a name of JavaScript for its status', aBankAnswer('KK-1', { group: 'constructor' })],
    ['a payment without its id', aBankAnswer('KK-1', { lines: [{ endToEndId: '', status: 'ACSC' }] })],
    ['a payment that is answered twice', aBankAnswer('KK-1', { lines: twice })],
    ['no date', aBankAnswer('KK-1', { group: 'ACSC', createdAt: 'yesterday' })],
    [
      'an external entity',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document ${namespace}>&x;</Document>`,
    ],
    ['too many bytes', Buffer.alloc(5 * 1024 * 1024 + 1, ' ')],
  ])('is not %s', (_, bytes) => {
    expect(() => readPain002(Buffer.from(bytes))).toThrow(BankAnswerUnreadable);
  });
});
