import { describe, expect, it } from '@jest/globals';
import { accountNumber, camt053 } from '../testing/books-scene.ts';
import { BankFileUnreadable } from './client-money.errors.ts';
import { readCamt053 } from './read-camt053.ts';

const day = '2026-11-20';
const sound = camt053({ day, amount: '1234.50' }).toString();
const changed = (from: string | RegExp, to: string) => Buffer.from(sound.replace(from, to));

describe('a camt.053 file', () => {
  it('is read to the closing booked balance of each statement, and no other figure', () => {
    const [, statement = ''] = /(<Stmt>.*<\/Stmt>)/.exec(sound) ?? [];
    const two = Buffer.from(
      sound.replace('</BkToCstmrStmt>', `${statement.replaceAll(day, '2026-11-21')}</BkToCstmrStmt>`),
    );
    const read = { statementId: `STM-${day}`, accountNumber, day, balanceOre: 123_450 };
    expect(readCamt053(Buffer.from(sound))).toEqual([read]);
    expect(readCamt053(two)).toEqual([read, { ...read, statementId: 'STM-2026-11-21', day: '2026-11-21' }]);
  });

  it('may be of a newer version, with a time of day, a prefix, an overdraft or another land’s account', () => {
    expect(readCamt053(changed('001.02', '001.08'))).toHaveLength(1);
    expect(readCamt053(changed(/<Dt><Dt>.*?<\/Dt><\/Dt>/g, `<Dt><DtTm>${day}T23:59:59</DtTm></Dt>`))).toMatchObject([
      { day },
    ]);
    expect(readCamt053(camt053({ day, amount: '0.07', side: 'DBIT' }))).toMatchObject([{ balanceOre: -7 }]);
    expect(readCamt053(camt053({ day, amount: '0', side: 'DBIT' }))[0]?.balanceOre).toBe(0);
    expect(readCamt053(camt053({ day, amount: '1', account: '<IBAN>SE3550000000054910000003</IBAN>' }))).toMatchObject([
      { accountNumber: null },
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x01])],
    ['half a file', Buffer.from(sound.slice(0, -40))],
    ['another kind of file', changed('camt.053', 'camt.054')],
    ['a document without a namespace', changed(/ xmlns="[^"]*"/, '')],
    ['entities', changed('?>\n', '?><!DOCTYPE Document [<!ENTITY a "1">]>')],
    ['no statement', changed(/<Stmt>.*<\/Stmt>/, '')],
    ['no closing balance', changed('CLBD', 'CLAV')],
    ['two closing balances', changed('OPBD', 'CLBD')],
    ['two amounts in a balance', changed(/<CdtDbtInd>/g, '<Amt Ccy="NOK">1</Amt><CdtDbtInd>')],
    ['another currency', camt053({ day, amount: '1.00', currency: 'EUR' })],
    ['neither credit nor debit', camt053({ day, amount: '1.00', side: 'BOTH' })],
    ...['', '-1.00', '1,00', '1.005', '1e3', '0x10', 'NaN', ' ', '99999999999999'].map(
      (amount) => [`the amount "${amount}"`, camt053({ day, amount })] as const,
    ),
    ...['', '0000-01-01', '2026-02-30', '20.11.2026', '2026-13-01'].map(
      (wrong) => [`the day "${wrong}"`, camt053({ day: wrong, amount: '1.00' })] as const,
    ),
    ['too much', Buffer.concat([Buffer.from(sound), Buffer.alloc(5 * 1024 * 1024, ' ')])],
  ])('is refused with %s', (_, bytes) => {
    expect(() => readCamt053(bytes)).toThrow(BankFileUnreadable);
  });
});
