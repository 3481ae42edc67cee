import { findAll, findOne, readXml, XmlUnreadable, type XmlElement } from '@kantinekortet/platform/xml';
import { BankAnswerUnreadable } from './pain002.errors.ts';

/** `accepted`: not refused, and not booked yet. `settled`: booked. `returned`: refused, with the bank's reason. */
export type BankOutcome = 'accepted' | 'settled' | 'returned';

/** What the bank says of a payment, or of several. */
export interface BankWord {
  readonly outcome: BankOutcome;
  /** Of what was returned: the bank's code and words, at most 200 characters. */
  readonly reason: string | null;
}

/** A bank's answer to one payment file. */
export interface BankAnswer {
  /** GrpHdr/MsgId of the file that it answers. */
  readonly messageId: string;
  readonly createdAt: Date;
  /** Of each payment that is named, by its EndToEndId. */
  readonly lines: ReadonlyMap<string, BankWord>;
  /** What the bank says that each payment comes to, as `amountText` says it; those that it says nothing of are absent. */
  readonly amounts: ReadonlyMap<string, string>;
  /** Of the payments that are not named; null when the bank says nothing of them. */
  readonly others: BankWord | null;
}

const maximumBytes = 5 * 1024 * 1024;
const maximumReason = 200;
const namespace = /^urn:iso:std:iso:20022:tech:xsd:pain\.002\.001\.\d\d$/;

/** ISO 20022 external payment group, information and transaction status codes. `PART` leaves it to the lines. */
const outcomeOf = new Map<string, BankOutcome | null>([
  ['RCVD', 'accepted'],
  ['ACTC', 'accepted'],
  ['ACCP', 'accepted'],
  ['ACSP', 'accepted'],
  ['ACWC', 'accepted'],
  ['ACWP', 'accepted'],
  ['PDNG', 'accepted'],
  ['ACSC', 'settled'],
  ['ACCC', 'settled'],
  ['RJCT', 'returned'],
  ['CANC', 'returned'],
  ['PART', null],
]);

/** Reasons of external status codes: the bank has the file, or the payment, already, and goes on with the first copy. */
const duplicateReasons = new Set(['AM05', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05']);

/**
 * Reads a customer payment status report (ISO 20022, any version of `pain.002.001`). A word about a line counts before one
 * about its group of payments, and that before one about the whole file. The refusal of a second copy refuses no payment:
 * the first goes on, and giving its money back would pay it twice. Throws BankAnswerUnreadable.
 */
export function readPain002(bytes: Uint8Array): BankAnswer {
  try {
    const document = readXml(bytes, { maximumBytes });
    if (document.name !== 'Document' || !namespace.test(document.namespace ?? '')) {
      throw new XmlUnreadable('it is no pain.002');
    }
    const report = findOne(document, 'CstmrPmtStsRpt');
    if (!report) throw new XmlUnreadable('it has no report');
    return toAnswer(report);
  } catch (error) {
    if (error instanceof XmlUnreadable) throw new BankAnswerUnreadable(error.message);
    throw error;
  }
}

function toAnswer(report: XmlElement): BankAnswer {
  const group = findOne(report, 'OrgnlGrpInfAndSts');
  const messageId = group && findOne(group, 'OrgnlMsgId')?.text;
  if (!group || !messageId) throw new XmlUnreadable('it does not name the file that it answers');
  const payments = findAll(report, 'OrgnlPmtInfAndSts');
  if (payments.length > 1) throw new XmlUnreadable('it answers more than one group of payments');
  const [payment] = payments;
  const whole = wordOf(group, 'GrpSts');
  const others = (payment && wordOf(payment, 'PmtInfSts')) ?? whole;
  const lines = new Map<string, BankWord>();
  const amounts = new Map<string, string>();
  for (const line of payment ? findAll(payment, 'TxInfAndSts') : []) {
    const endToEndId = findOne(line, 'OrgnlEndToEndId')?.text;
    if (!endToEndId) throw new XmlUnreadable('it does not name a payment that it answers');
    if (lines.has(endToEndId)) throw new XmlUnreadable(`it answers the payment ${endToEndId} twice`);
    const word = wordOf(line, 'TxSts') ?? others;
    if (word) lines.set(endToEndId, word);
    const amount = findOne(line, 'OrgnlTxRef', 'Amt', 'InstdAmt');
    if (amount) amounts.set(endToEndId, saidAmount(amount));
  }
  if (lines.size === 0 && others === null) throw new XmlUnreadable('it says nothing of any payment');
  return { messageId, createdAt: createdAt(report), lines, amounts, others };
}

/** How an answer says this much money. */
export function amountText(amountOre: number): string {
  return `NOK ${amountOre}`;
}

/** ISO 20022 amounts have up to five decimals. What is no whole øre stays as the bank wrote it. */
function saidAmount({ attributes, text }: XmlElement): string {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,2})0{0,3})?$/.exec(text) ?? [];
  if (whole === undefined || attributes['Ccy'] !== 'NOK') return `${attributes['Ccy'] ?? ''} ${text}`;
  return amountText(Number(whole) * 100 + Number(decimals.padEnd(2, '0')));
}

function wordOf(element: XmlElement, statusName: string): BankWord | null {
  const code = findOne(element, statusName)?.text;
  if (code === undefined) return null;
  const outcome = outcomeOf.get(code);
  if (outcome === undefined) throw new XmlUnreadable(`it has the unknown status ${code.slice(0, 10)}`);
  if (outcome === null) return null;
  if (outcome !== 'returned') return { outcome, reason: null };
  return isDuplicate(element) ? { outcome: 'accepted', reason: null } : { outcome, reason: reasonOf(element) || code };
}

function isDuplicate(element: XmlElement): boolean {
  return findAll(element, 'StsRsnInf').some((reason) => duplicateReasons.has(findOne(reason, 'Rsn', 'Cd')?.text ?? ''));
}

function reasonOf(element: XmlElement): string {
  const reasons = findAll(element, 'StsRsnInf').map((reason) => {
    const code = findOne(reason, 'Rsn', 'Cd') ?? findOne(reason, 'Rsn', 'Prtry');
    return [code?.text ?? '', ...findAll(reason, 'AddtlInf').map(({ text }) => text)].join(' ').trim();
  });
  return reasons.join('; ').slice(0, maximumReason).trim();
}

function createdAt(report: XmlElement): Date {
  const moment = new Date(findOne(report, 'GrpHdr', 'CreDtTm')?.text ?? '');
  if (Number.isNaN(moment.getTime())) throw new XmlUnreadable('it does not say when it was made');
  return moment;
}
