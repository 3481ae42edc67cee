import type { Language, Letter } from '@kantinekortet/platform';
import { shownOrganisationNumber, type Merchant } from '../merchant.ts';
import type { OfficeReceiptDto } from './office-receipt.dto.ts';
import { receiptLines } from './receipt-lines.ts';
import { receiptTexts } from './receipt-texts.ts';

/** A receipt as a mail to whoever paid. */
export function receiptLetter(
  receipt: OfficeReceiptDto,
  { schoolName, merchantName, organisationNumber }: Merchant,
  reader: { readonly email: string; readonly language: Language },
): Letter {
  const { subject, heading, organisation, note } = receiptTexts[reader.language];
  const lines = receiptLines(receipt, reader.language).map(([label, value]) => `${label}: ${value}`);
  return {
    to: reader.email,
    subject: subject(schoolName),
    paragraphs: [
      `${heading}, ${schoolName}`,
      lines.join('\n'),
      `${merchantName}\n${organisation} ${shownOrganisationNumber(organisationNumber)}`,
      note,
    ],
  };
}
