import { accountNumberOfIban, parseAccountNumber } from '@kantinekortet/codes';
import { findAll, findOne, readXml, XmlUnreadable, type XmlElement } from '@kantinekortet/platform/xml';
import { BankFileUnreadable } from './client-money.errors.ts';

/** What a bank's statement says of an account at the end of a day. */
export interface BankStatement {
  readonly statementId: string;
  /** 11 digits; null for an account that is not Norwegian. */
  readonly accountNumber: string | null;
  /** The day of the closing booked balance, `YYYY-MM-DD`. */
  readonly day: string;
  readonly balanceOre: number;
}

const maximumBytes = 5 * 1024 * 1024;
const namespace = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d$/;
const amount = /^(\d{1,13})(?:\.(\d{1,2}))?$/;
const isoDay = /^[1-9]\d{3}-\d{2}-\d{2}/;

/**
 * Reads the statements of a camt.053 file (ISO 20022, any version of `camt.053.001`): of each its account and its closing
 * booked balance (`CLBD`). Nothing else of the file is believed or kept. Throws BankFileUnreadable.
 */
export function readCamt053(bytes: Uint8Array): BankStatement[] {
  try {
    const document = readXml(bytes, { maximumBytes });
    if (document.name !== 'Document' || !namespace.test(document.namespace ?? '')) {
      throw new XmlUnreadable('it is no camt.053');
    }
    const statements = findAll(document, 'BkToCstmrStmt', 'Stmt').map(toStatement);
    if (statements.length === 0) throw new XmlUnreadable('it has no statement');
    return statements;
  } catch (error) {
    if (error instanceof XmlUnreadable) throw new BankFileUnreadable(error.message);
    throw error;
  }
}

function toStatement(statement: XmlElement): BankStatement {
  const closing = findAll(statement, 'Bal').filter((balance) => textOf(balance, 'Tp', 'CdOrPrtry', 'Cd') === 'CLBD');
  const [balance] = closing;
  if (balance === undefined || closing.length > 1) throw new XmlUnreadable('it has not one closing booked balance');
  return {
    statementId: textOf(statement, 'Id').slice(0, 35),
    accountNumber: accountOf(statement) ?? null,
    day: dayOf(balance),
    balanceOre: signedOre(balance),
  };
}

function accountOf(statement: XmlElement): string | undefined {
  const iban = findOne(statement, 'Acct', 'Id', 'IBAN');
  const other = findOne(statement, 'Acct', 'Id', 'Othr', 'Id');
  return iban ? accountNumberOfIban(iban.text) : parseAccountNumber(other?.text ?? '');
}

function dayOf(balance: XmlElement): string {
  const text = (findOne(balance, 'Dt', 'Dt') ?? findOne(balance, 'Dt', 'DtTm'))?.text ?? '';
  const day = isoDay.exec(text)?.[0] ?? '';
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(day)) {
    throw new XmlUnreadable('a balance has no date');
  }
  return day;
}

function signedOre(balance: XmlElement): number {
  const money = findOne(balance, 'Amt');
  if (money?.attributes['Ccy'] !== 'NOK') throw new XmlUnreadable('a balance is not in kroner');
  const [, kroner, ore = ''] = amount.exec(money.text) ?? [];
  if (kroner === undefined) throw new XmlUnreadable('a balance is no amount');
  const amountOre = Number(kroner) * 100 + Number(ore.padEnd(2, '0'));
  const side = textOf(balance, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT') throw new XmlUnreadable('a balance is neither credit nor debit');
  return side === 'CRDT' || amountOre === 0 ? amountOre : -amountOre;
}

function textOf(element: XmlElement, ...path: readonly string[]): string {
  return findOne(element, ...path)?.text ?? '';
}
