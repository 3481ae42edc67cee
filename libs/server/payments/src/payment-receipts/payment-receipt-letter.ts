import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';
import type { ProviderPayment } from '@kantinekortet/providers';
import { shownOrganisationNumber, type Merchant } from '../merchant.ts';
import { paymentReceiptTexts } from './payment-receipt-texts.ts';

/** What a payment did for one child; amounts in øre. */
export interface ReceiptPart {
  readonly childName: string;
  readonly className: string | null;
  readonly schoolName: string;
  readonly amountOre: number;
  readonly settled: readonly { readonly reason: string; readonly amountOre: number }[];
  /** The wallet's balance afterwards; null when all of it settled what was owed, past the wallet. */
  readonly balanceOre: number | null;
}

export interface PaymentReceipt {
  readonly number: string;
  readonly paidAt: Date;
  readonly payment: Pick<ProviderPayment, 'method' | 'card'>;
  readonly parts: readonly ReceiptPart[];
  readonly merchant: Pick<Merchant, 'merchantName' | 'organisationNumber'>;
}

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const brands: Readonly<Record<string, string>> = { amex: 'American Express', jcb: 'JCB', unionpay: 'UnionPay' };

/** The receipt of a payment, as the mail to whoever paid. */
export function paymentReceiptLetter(
  { number, paidAt, payment, parts, merchant }: PaymentReceipt,
  reader: { readonly email: string; readonly language: Language },
): Letter {
  const { language } = reader;
  const texts = paymentReceiptTexts[language];
  const total = formatKr(
    parts.reduce((sum, { amountOre }) => sum + amountOre, 0),
    language,
  );
  return {
    to: reader.email,
    subject: texts.subject(total),
    paragraphs: [
      texts.heading,
      ...parts.map((part) => partLines(part, language).join('\n')),
      [
        `${texts.total}: ${total}`,
        `${texts.paidWith}: ${methodText(payment, language)}`,
        `${texts.paidAt}: ${momentText(paidAt, language)}`,
        `${texts.number}: ${number}`,
      ].join('\n'),
      `${merchant.merchantName}\n${texts.organisation} ${shownOrganisationNumber(merchant.organisationNumber)}`,
      texts.note,
    ],
  };
}

function partLines(part: ReceiptPart, language: Language): string[] {
  const texts = paymentReceiptTexts[language];
  const place = [part.className, part.schoolName].filter((text) => text !== null && text !== '').join(', ');
  return [
    `${part.childName}, ${place}: ${formatKr(part.amountOre, language)}`,
    ...part.settled.map(({ reason, amountOre }) =>
      texts.settled(formatKr(amountOre, language), texts.reasons[reason] ?? texts.anyReason),
    ),
    ...(part.balanceOre === null ? [] : [texts.balance(formatKr(part.balanceOre, language))]),
  ];
}

/** A card by its brand and last digits; an app by its own name. */
function methodText({ method, card }: PaymentReceipt['payment'], language: Language): string {
  const texts = paymentReceiptTexts[language];
  if (card) return texts.cardEndingIn(brands[card.brand] ?? capitalised(card.brand), card.last4);
  return method === 'card' ? texts.bankCard : method;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Day and time in Norway, wherever the server stands. */
function momentText(moment: Date, language: Language): string {
  const zone = { timeZone: 'Europe/Oslo' } as const;
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', ...zone }).format(moment);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone }).format(moment);
  // Norwegian has a full stop between hours and minutes.
  return paymentReceiptTexts[language].at(day, language === 'en' ? time : time.replace(':', '.'));
}
