import { describe, expect, it } from '@jest/globals';
import { findAll, findOne, readXml, type XmlElement } from '@kantinekortet/platform/xml';
import fc from 'fast-check';
import { writePain001, type PaymentOrder } from './write-pain001.ts';

const order: PaymentOrder = {
  messageId: 'KK-0199f3b2c0d17d8e9a4b5c6d7e8f9012',
  createdAt: new Date('2026-11-23T08:30:15.678Z'),
  executionOn: '2026-11-24',
  debtor: { name: 'Fjellheim kommune', customerId: '00912345678', accountNumber: '90412263056', bic: 'DNBANOKK' },
  transfers: [
    {
      endToEndId: '0199f3b2c0d17d8e9a4b5c6d7e8f9013',
      amountOre: 12_345,
      holderName: 'Kari Åsheim Ødegård',
      accountNumber: '12345678903',
      message: 'Kantinekortet: penger tilbake',
    },
    {
      endToEndId: '0199f3b2c0d17d8e9a4b5c6d7e8f9014',
      amountOre: 5,
      holderName: 'Łukasz <Nowak> & Sønn 😀',
      accountNumber: '90412263056',
      message: 'x'.repeat(300),
    },
  ],
};

const read = (bytes: Buffer): XmlElement => readXml(bytes, { maximumBytes: 1_000_000 });
const outline = ({ name, children }: XmlElement): string =>
  children.length === 0 ? name : `${name}(${children.map(outline).join(' ')})`;

describe('a payment file', () => {
  it('has the elements of pain.001.001.03 in the order of its schema, and nothing else', () => {
    const document = read(writePain001({ ...order, transfers: order.transfers.slice(0, 1) }));
    expect(document.namespace).toBe('urn:iso:std:iso:20022:tech:xsd:pain.001.001.03');
    const organisation = 'Id(OrgId(Othr(Id SchmeNm(Cd))))';
    const account = 'Id(Othr(Id SchmeNm(Cd)))';
    expect(outline(document)).toBe(
      `Document(CstmrCdtTrfInitn(GrpHdr(MsgId CreDtTm NbOfTxs CtrlSum InitgPty(Nm ${organisation})) ` +
        `PmtInf(PmtInfId PmtMtd NbOfTxs CtrlSum PmtTpInf(SvcLvl(Cd)) ReqdExctnDt Dbtr(Nm PstlAdr(Ctry) ${organisation}) ` +
        `DbtrAcct(${account} Ccy) DbtrAgt(FinInstnId(BIC)) ChrgBr ` +
        `CdtTrfTxInf(PmtId(InstrId EndToEndId) Amt(InstdAmt) Cdtr(Nm PstlAdr(Ctry)) CdtrAcct(${account}) RmtInf(Ustrd)))))`,
    );
  });

  it('says who pays whom how much, with their names as banks take them', () => {
    const initiation = findOne(read(writePain001(order)), 'CstmrCdtTrfInitn');
    if (!initiation) throw new Error('no initiation');
    const text = (element: XmlElement, ...path: string[]) => findOne(element, ...path)?.text;
    expect(text(initiation, 'GrpHdr', 'MsgId')).toBe(order.messageId);
    expect(text(initiation, 'GrpHdr', 'CreDtTm')).toBe('2026-11-23T08:30:15Z');
    expect(text(initiation, 'GrpHdr', 'NbOfTxs')).toBe('2');
    expect(text(initiation, 'GrpHdr', 'CtrlSum')).toBe('123.50');
    expect(text(initiation, 'GrpHdr', 'InitgPty', 'Id', 'OrgId', 'Othr', 'SchmeNm', 'Cd')).toBe('CUST');
    expect(text(initiation, 'PmtInf', 'ReqdExctnDt')).toBe('2026-11-24');
    expect(text(initiation, 'PmtInf', 'DbtrAcct', 'Id', 'Othr', 'Id')).toBe('90412263056');
    const [first, second] = findAll(initiation, 'PmtInf', 'CdtTrfTxInf');
    if (!first || !second) throw new Error('no transfers');
    expect(findOne(first, 'Amt', 'InstdAmt')).toMatchObject({ text: '123.45', attributes: { Ccy: 'NOK' } });
    expect(text(first, 'Cdtr', 'Nm')).toBe('Kari Åsheim Ødegård');
    expect(text(first, 'CdtrAcct', 'Id', 'Othr', 'Id')).toBe('12345678903');
    expect(text(second, 'Amt', 'InstdAmt')).toBe('0.05');
    expect(text(second, 'Cdtr', 'Nm')).toBe('ukasz Nowak Sønn');
    expect(text(second, 'RmtInf', 'Ustrd')).toHaveLength(140);
  });

  it('is the same bytes each time, and readable whatever people are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 1, max: 1e11 }), (name, amountOre) => {
        const transfers = order.transfers.map((transfer) => ({ ...transfer, holderName: name, amountOre }));
        const bytes = writePain001({ ...order, transfers });
        expect(writePain001({ ...order, transfers }).equals(bytes)).toBe(true);
        const [line] = findAll(read(bytes), 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf');
        const holder = line && findOne(line, 'Cdtr', 'Nm')?.text;
        expect(holder).toMatch(/^.{1,70}$/u);
        const [kroner = '', ore = ''] = (line && findOne(line, 'Amt', 'InstdAmt')?.text)?.split('.') ?? [];
        expect(Number(kroner) * 100 + Number(ore)).toBe(amountOre);
      }),
    );
  });
});
