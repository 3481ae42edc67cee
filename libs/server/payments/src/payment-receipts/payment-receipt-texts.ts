import type { Language } from '@kantinekortet/platform';

export interface PaymentReceiptTexts {
  readonly subject: (amount: string) => string;
  readonly heading: string;
  readonly total: string;
  readonly paidWith: string;
  /** A bank card that the provider says nothing more of. */
  readonly bankCard: string;
  readonly cardEndingIn: (brand: string, last4: string) => string;
  readonly paidAt: string;
  readonly at: (day: string, time: string) => string;
  readonly number: string;
  readonly balance: (amount: string) => string;
  readonly settled: (amount: string, reason: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly anyReason: string;
  readonly organisation: string;
  readonly note: string;
}

/** The words of the mail that follows every payment. */
export const paymentReceiptTexts: Readonly<Record<Language, PaymentReceiptTexts>> = {
  nb: {
    subject: (amount) => `Kvittering for ${amount}`,
    heading: 'Betalingen er mottatt.',
    total: 'Sum',
    paidWith: 'Betalt med',
    bankCard: 'Bankkort',
    cardEndingIn: (brand, last4) => `${brand} som slutter på ${last4}`,
    paidAt: 'Betalt',
    at: (day, time) => `${day} kl. ${time}`,
    number: 'Kvitteringsnummer',
    balance: (amount) => `Ny saldo: ${amount}`,
    settled: (amount, reason) => `Av dette gikk ${amount} til ${reason}.`,
    reasons: {
      replacement_fee: 'gebyr for nytt kort',
      offline_shortfall: 'kjøp mens kassen var frakoblet',
      emergency_meal: 'mat uten penger på kortet',
      dispute: 'en betaling som banken hentet tilbake',
      dashboard_refund: 'en betaling som ble sendt tilbake',
    },
    anyReason: 'skyldig beløp',
    organisation: 'Org.nr.',
    note: 'Penger som ikke er brukt, kan du få tilbake når du vil.',
  },
  nn: {
    subject: (amount) => `Kvittering for ${amount}`,
    heading: 'Betalinga er motteken.',
    total: 'Sum',
    paidWith: 'Betalt med',
    bankCard: 'Bankkort',
    cardEndingIn: (brand, last4) => `${brand} som sluttar på ${last4}`,
    paidAt: 'Betalt',
    at: (day, time) => `${day} kl. ${time}`,
    number: 'Kvitteringsnummer',
    balance: (amount) => `Ny saldo: ${amount}`,
    settled: (amount, reason) => `Av dette gjekk ${amount} til ${reason}.`,
    reasons: {
      replacement_fee: 'gebyr for nytt kort',
      offline_shortfall: 'kjøp medan kassa var fråkopla',
      emergency_meal: 'mat utan pengar på kortet',
      dispute: 'ei betaling som banken henta tilbake',
      dashboard_refund: 'ei betaling som vart send tilbake',
    },
    anyReason: 'skuldig beløp',
    organisation: 'Org.nr.',
    note: 'Pengar som ikkje er brukte, kan du få tilbake når du vil.',
  },
  en: {
    subject: (amount) => `Receipt for ${amount}`,
    heading: 'The payment has been received.',
    total: 'Total',
    paidWith: 'Paid by',
    bankCard: 'Bank card',
    cardEndingIn: (brand, last4) => `${brand} ending in ${last4}`,
    paidAt: 'Paid on',
    at: (day, time) => `${day} at ${time}`,
    number: 'Receipt number',
    balance: (amount) => `New balance: ${amount}`,
    settled: (amount, reason) => `${amount} of this went to ${reason}.`,
    reasons: {
      replacement_fee: 'the fee for a new card',
      offline_shortfall: 'a purchase while the till was offline',
      emergency_meal: 'food without money on the card',
      dispute: 'a payment that the bank took back',
      dashboard_refund: 'a payment that was sent back',
    },
    anyReason: 'what was owed',
    organisation: 'Org. no.',
    note: 'Money that is not used can be paid back whenever you wish.',
  },
};
