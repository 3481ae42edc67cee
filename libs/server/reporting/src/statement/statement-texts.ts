import type { Language } from '@kantinekortet/platform';
import type { OperationKind } from '@kantinekortet/wallet';

export interface StatementTexts {
  readonly heading: string;
  readonly for: string;
  readonly period: (from: string, to: string) => string;
  readonly organisation: string;
  readonly day: string;
  readonly what: string;
  readonly amount: string;
  readonly balance: string;
  readonly opening: string;
  readonly closing: string;
  readonly nothing: string;
  readonly page: (number: number) => string;
  readonly purchase: string;
  readonly returned: (what: string) => string;
  /** Of a purchase that the office gave back. */
  readonly credited: (what: string) => string;
  readonly receipt: (number: number) => string;
  readonly cardChanged: (from: string, to: string) => string;
  readonly automaticTopUp: string;
  readonly methods: Readonly<Record<string, string>>;
  /** What each kind of movement is called; those that move no wallet of a pupil are a correction. */
  readonly kinds: Readonly<Partial<Record<OperationKind, string>>>;
  readonly otherKind: string;
  /** A payment that went back past us, and came again: by whom, where the reader may know it. */
  readonly takenBack: Readonly<Record<'bank' | 'merchant', Readonly<Record<'dispute' | 'dispute_won', string>>>>;
}

/** The words of a statement on paper. */
export const statementTexts: Readonly<Record<Language, StatementTexts>> = {
  nb: {
    heading: 'Kontoutskrift',
    for: 'Kantinekort til',
    period: (from, to) => `Fra ${from} til ${to}`,
    organisation: 'Org.nr.',
    day: 'Dato',
    what: 'Hva',
    amount: 'Beløp',
    balance: 'Saldo',
    opening: 'Inngående saldo',
    closing: 'Utgående saldo',
    nothing: 'Ingen bevegelser i perioden.',
    page: (number) => `Side ${number}`,
    purchase: 'Kjøp i kantina',
    returned: (what) => `Retur: ${what}`,
    credited: (what) => `Godskrevet: ${what}`,
    receipt: (number) => `kvittering ${number}`,
    cardChanged: (from, to) => `Nytt kort, ${from} byttet til ${to}. Saldo overført`,
    automaticTopUp: 'Automatisk påfylling',
    methods: { card: 'kort', terminal: 'bankterminal', invoice: 'faktura' },
    kinds: {
      top_up: 'Påfylling',
      fee: 'Gebyr for nytt kort',
      fee_waiver: 'Gebyr slettet',
      claim_settlement: 'Trekk for skyldig beløp',
      hold_post: 'Utbetaling',
      payout_returned: 'Utbetaling kom i retur',
      goodwill: 'Gave fra skolen',
      sibling_transfer: 'Overføring mellom søsken',
      dispute: 'Betaling trukket tilbake',
      dispute_won: 'Betaling kom tilbake',
      correction: 'Innbetaling annullert',
    },
    otherKind: 'Rettelse',
    takenBack: {
      bank: { dispute: 'Betaling hentet tilbake av banken', dispute_won: 'Betaling kom tilbake fra banken' },
      merchant: { dispute: 'Betaling sendt tilbake til betaleren', dispute_won: 'Betaling sendt tilbake, kom i retur' },
    },
  },
  nn: {
    heading: 'Kontoutskrift',
    for: 'Kantinekort til',
    period: (from, to) => `Frå ${from} til ${to}`,
    organisation: 'Org.nr.',
    day: 'Dato',
    what: 'Kva',
    amount: 'Beløp',
    balance: 'Saldo',
    opening: 'Inngåande saldo',
    closing: 'Utgåande saldo',
    nothing: 'Ingen rørsler i perioden.',
    page: (number) => `Side ${number}`,
    purchase: 'Kjøp i kantina',
    returned: (what) => `Retur: ${what}`,
    credited: (what) => `Godskrive: ${what}`,
    receipt: (number) => `kvittering ${number}`,
    cardChanged: (from, to) => `Nytt kort, ${from} bytt til ${to}. Saldo overført`,
    automaticTopUp: 'Automatisk påfylling',
    methods: { card: 'kort', terminal: 'bankterminal', invoice: 'faktura' },
    kinds: {
      top_up: 'Påfylling',
      fee: 'Gebyr for nytt kort',
      fee_waiver: 'Gebyr sletta',
      claim_settlement: 'Trekk for skuldig beløp',
      hold_post: 'Utbetaling',
      payout_returned: 'Utbetaling kom i retur',
      goodwill: 'Gåve frå skulen',
      sibling_transfer: 'Overføring mellom sysken',
      dispute: 'Betaling trekt tilbake',
      dispute_won: 'Betaling kom tilbake',
      correction: 'Innbetaling annullert',
    },
    otherKind: 'Retting',
    takenBack: {
      bank: { dispute: 'Betaling henta tilbake av banken', dispute_won: 'Betaling kom tilbake frå banken' },
      merchant: { dispute: 'Betaling send tilbake til betalaren', dispute_won: 'Betaling send tilbake, kom i retur' },
    },
  },
  en: {
    heading: 'Account statement',
    for: 'Canteen card of',
    period: (from, to) => `From ${from} to ${to}`,
    organisation: 'Org. no.',
    day: 'Date',
    what: 'What',
    amount: 'Amount',
    balance: 'Balance',
    opening: 'Opening balance',
    closing: 'Closing balance',
    nothing: 'Nothing moved in this period.',
    page: (number) => `Page ${number}`,
    purchase: 'Purchase in the canteen',
    returned: (what) => `Return: ${what}`,
    credited: (what) => `Credited: ${what}`,
    receipt: (number) => `receipt ${number}`,
    cardChanged: (from, to) => `New card, ${from} replaced by ${to}. Balance carried over`,
    automaticTopUp: 'Automatic top-up',
    methods: { card: 'card', terminal: 'bank terminal', invoice: 'invoice' },
    kinds: {
      top_up: 'Top-up',
      fee: 'Fee for a new card',
      fee_waiver: 'Fee waived',
      claim_settlement: 'Paid what was owed',
      hold_post: 'Payout',
      payout_returned: 'Payout came back',
      goodwill: 'Gift from the school',
      sibling_transfer: 'Transfer between siblings',
      dispute: 'Payment withdrawn',
      dispute_won: 'Payment came back',
      correction: 'Payment cancelled',
    },
    otherKind: 'Correction',
    takenBack: {
      bank: { dispute: 'Payment taken back by the bank', dispute_won: 'Payment came back from the bank' },
      merchant: { dispute: 'Payment sent back to the payer', dispute_won: 'Payment sent back, returned' },
    },
  },
};
