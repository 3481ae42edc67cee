import type { Language } from '@kantinekortet/platform';
import type { ReceiptMethod } from './office-receipt.dto.ts';

export interface ReceiptTexts {
  readonly heading: string;
  /** What stands in place of the heading's promise when the receipt was a mistake. */
  readonly reversed: string;
  readonly subject: (schoolName: string) => string;
  readonly pupil: string;
  readonly amount: string;
  readonly method: string;
  readonly methods: Readonly<Record<ReceiptMethod, string>>;
  readonly reference: string;
  readonly paidOn: string;
  readonly payer: string;
  readonly settled: string;
  readonly balance: string;
  readonly receivedBy: string;
  readonly organisation: string;
  readonly note: string;
}

/** The words of a receipt, on paper and in a mail. */
export const receiptTexts: Readonly<Record<Language, ReceiptTexts>> = {
  nb: {
    heading: 'Kvittering for innbetaling',
    reversed: 'Annullert. Pengene er ikke på kortet.',
    subject: (schoolName) => `Kvittering fra ${schoolName}`,
    pupil: 'Kort til',
    amount: 'Beløp',
    method: 'Betalt med',
    methods: { terminal: 'Bankterminal', invoice: 'Faktura' },
    reference: 'Referanse',
    paidOn: 'Betalt',
    payer: 'Betalt av',
    settled: 'Brukt til skyldig beløp',
    balance: 'Saldo etter innbetalingen',
    receivedBy: 'Registrert av',
    organisation: 'Org.nr.',
    note: 'Penger som ikke er brukt, kan dere få tilbake når dere vil. Ta kontakt med skolekontoret.',
  },
  nn: {
    heading: 'Kvittering for innbetaling',
    reversed: 'Annullert. Pengane er ikkje på kortet.',
    subject: (schoolName) => `Kvittering frå ${schoolName}`,
    pupil: 'Kort til',
    amount: 'Beløp',
    method: 'Betalt med',
    methods: { terminal: 'Bankterminal', invoice: 'Faktura' },
    reference: 'Referanse',
    paidOn: 'Betalt',
    payer: 'Betalt av',
    settled: 'Brukt til skuldig beløp',
    balance: 'Saldo etter innbetalinga',
    receivedBy: 'Registrert av',
    organisation: 'Org.nr.',
    note: 'Pengar som ikkje er brukte, kan de få tilbake når de vil. Ta kontakt med skulekontoret.',
  },
  en: {
    heading: 'Receipt for payment',
    reversed: 'Cancelled. The money is not on the card.',
    subject: (schoolName) => `Receipt from ${schoolName}`,
    pupil: 'Card of',
    amount: 'Amount',
    method: 'Paid by',
    methods: { terminal: 'Bank terminal', invoice: 'Invoice' },
    reference: 'Reference',
    paidOn: 'Paid on',
    payer: 'Payer',
    settled: 'Used for what was owed',
    balance: 'Balance after the payment',
    receivedBy: 'Recorded by',
    organisation: 'Org. no.',
    note: 'Money that is not used can be paid back whenever you wish. Contact the school office.',
  },
};
