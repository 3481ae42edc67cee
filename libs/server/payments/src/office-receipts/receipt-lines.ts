import { formatKr } from '@kantinekortet/money';
import type { Language } from '@kantinekortet/platform';
import type { OfficeReceiptDto } from './office-receipt.dto.ts';
import { receiptTexts } from './receipt-texts.ts';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** What a receipt says, label by label, in the order in which one reads it. */
export function receiptLines(receipt: OfficeReceiptDto, language: Language): [label: string, value: string][] {
  const texts = receiptTexts[language];
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  const optional = (label: string, value: string | null): [string, string][] =>
    value === null ? [] : [[label, value]];
  return [
    [texts.pupil, `${receipt.pupilName}, ${receipt.className}`],
    [texts.amount, formatKr(receipt.amountOre, language)],
    [texts.method, texts.methods[receipt.method]],
    [texts.reference, receipt.reference],
    [texts.paidOn, day.format(new Date(`${receipt.paidOn}T00:00:00Z`))],
    ...optional(texts.payer, receipt.payerName),
    ...optional(texts.settled, receipt.settledOre > 0 ? formatKr(receipt.settledOre, language) : null),
    [texts.balance, formatKr(receipt.balanceOre, language)],
    ...optional(texts.receivedBy, receipt.receivedBy),
  ];
}
