import type { Language, Letter } from '@kantinekortet/platform';
import type { OfficeReceiptDto } from './office-receipt.dto.ts';
import { receiptLines } from './receipt-lines.ts';
import { receiptTexts } from './receipt-texts.ts';

/** A receipt as a mail to whoever paid. */
export function receiptLetter(
  receipt: OfficeReceiptDto,
  schoolName: string,
  reader: { readonly email: string; readonly language: Language },
): Letter {
  const { subject, heading, note } = receiptTexts[reader.language];
  const lines = receiptLines(receipt, reader.language).map(([label, value]) => `${label}: ${value}`);
  return {
    to: reader.email,
    subject: subject(schoolName),
    paragraphs: [`${heading}, ${schoolName}`, lines.join('\n'), note],
  };
}
