import { create } from 'xmlbuilder2';

/** One credit transfer to a Norwegian account. */
export interface CreditTransfer {
  /** What the bank's answer names it by: 1 to 35 characters. */
  readonly endToEndId: string;
  readonly amountOre: number;
  readonly holderName: string;
  /** 11 digits. */
  readonly accountNumber: string;
  /** What the receiver reads on the statement. */
  readonly message: string;
}

/** Who pays: the merchant, from its client account, under its agreement with the bank. */
export interface Debtor {
  readonly name: string;
  /** The bank's number of the agreement that files are sent under. */
  readonly customerId: string;
  /** 11 digits. */
  readonly accountNumber: string;
  readonly bic: string;
}

/** All that a payment file says. The same order gives the same bytes. */
export interface PaymentOrder {
  /** 1 to 35 characters. A bank takes no two files with the same one. */
  readonly messageId: string;
  readonly createdAt: Date;
  /** The day in Norway on which the bank should pay, YYYY-MM-DD. */
  readonly executionOn: string;
  readonly debtor: Debtor;
  readonly transfers: readonly CreditTransfer[];
}

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03';
/** Lengths: ISO 20022 allows 140 for both; Norwegian banks keep 70 of a name. */
const [maximumName, maximumMessage] = [70, 140];

/**
 * Writes a payment file in UTF-8: `CstmrCdtTrfInitn` of pain.001.001.03 with one `PmtInf`, as Norwegian banks take it for
 * payments within the country (SvcLvl NURG, accounts as BBAN, ChrgBr SLEV). The order of the elements is the schema's.
 */
export function writePain001({ messageId, createdAt, executionOn, debtor, transfers }: PaymentOrder): Buffer {
  const totals = {
    NbOfTxs: String(transfers.length),
    CtrlSum: decimal(transfers.reduce((sum, { amountOre }) => sum + amountOre, 0)),
  };
  const organisation = {
    OrgId: { Othr: { Id: debtor.customerId, SchmeNm: { Cd: 'CUST' } } },
  };
  const name = plain(debtor.name, maximumName);
  const document = {
    Document: {
      '@xmlns': namespace,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: messageId,
          CreDtTm: `${createdAt.toISOString().slice(0, 19)}Z`,
          ...totals,
          InitgPty: { Nm: name, Id: organisation },
        },
        PmtInf: {
          PmtInfId: messageId,
          PmtMtd: 'TRF',
          ...totals,
          PmtTpInf: { SvcLvl: { Cd: 'NURG' } },
          ReqdExctnDt: executionOn,
          Dbtr: { Nm: name, PstlAdr: { Ctry: 'NO' }, Id: organisation },
          DbtrAcct: { ...account(debtor.accountNumber), Ccy: 'NOK' },
          DbtrAgt: { FinInstnId: { BIC: debtor.bic } },
          ChrgBr: 'SLEV',
          CdtTrfTxInf: transfers.map(toTransfer),
        },
      },
    },
  };
  return Buffer.from(`${create({ version: '1.0', encoding: 'UTF-8' }, document).end({ prettyPrint: true })}\n`, 'utf8');
}

function toTransfer({ endToEndId, amountOre, holderName, accountNumber, message }: CreditTransfer) {
  return {
    PmtId: { InstrId: endToEndId, EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': 'NOK', '#': decimal(amountOre) } },
    Cdtr: { Nm: plain(holderName, maximumName), PstlAdr: { Ctry: 'NO' } },
    CdtrAcct: account(accountNumber),
    RmtInf: { Ustrd: plain(message, maximumMessage) },
  };
}

function account(accountNumber: string) {
  return { Id: { Othr: { Id: accountNumber, SchmeNm: { Cd: 'BBAN' } } } };
}

/** Øre as kroner with two decimals and a dot, without floats. */
function decimal(amountOre: number): string {
  const digits = String(amountOre).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What banks take in a text: letters of Latin-1, digits and a few signs; accents elsewhere are taken off. */
function plain(text: string, maximumLength: number): string {
  const kept = Array.from(text.normalize('NFC'), (character) =>
    /[\u0020-\u007e\u00c0-\u00ff]/.test(character)
      ? character
      : character.normalize('NFD').replaceAll(/[^\u0020-\u007e]/g, ''),
  );
  const words = kept
    .join('')
    .replaceAll(/[<>&"]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.slice(0, maximumLength).trim() || '-';
}
