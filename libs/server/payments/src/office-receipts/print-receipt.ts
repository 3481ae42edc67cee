import { buffer } from 'node:stream/consumers';
import type { Language } from '@kantinekortet/platform';
import {
  colours,
  longDate,
  newPaper,
  pt,
  sheetText,
  writeLine,
  writeLines,
  writeSheetHead,
} from '@kantinekortet/platform/printing';
import { shownOrganisationNumber, type Merchant } from '../merchant.ts';
import type { OfficeReceiptDto } from './office-receipt.dto.ts';
import { receiptLines } from './receipt-lines.ts';
import { receiptTexts } from './receipt-texts.ts';

const { left, width } = sheetText;
const rowHeight = 8;

/** A receipt on one sheet: who received the money, from whom, for whom, and what was on the card afterwards. */
export async function printReceipt(
  receipt: OfficeReceiptDto,
  { schoolName, merchantName, organisationNumber }: Merchant,
  language: Language,
): Promise<Buffer> {
  const texts = receiptTexts[language];
  const paper = newPaper(`${texts.heading}, ${receipt.pupilName}`);
  const pdf = buffer(paper);
  paper.addPage();
  const organisation = `${texts.organisation} ${shownOrganisationNumber(organisationNumber)}`;
  writeSheetHead(paper, { schoolName, date: longDate(receipt.receivedAt) }, [schoolName, merchantName, organisation]);
  writeLine(paper, texts.heading, { x: left, y: 93.5, width }, { face: 'bold', sizePt: 23, tracking: -12 });
  let y = 110;
  if (receipt.reversal !== null) {
    writeLine(paper, texts.reversed, { x: left, y, width }, { face: 'bold', sizePt: 15 });
    y += 12;
  }
  for (const [label, value] of receiptLines(receipt, language)) {
    writeLine(paper, label, { x: left, y, width: 70 }, { face: 'regular', sizePt: 10.8, colour: colours.quiet });
    const figures = { face: 'semibold', sizePt: 11.5, align: 'right', figures: 'number' } as const;
    writeLine(paper, value, { x: left + 70, y, width: width - 70 }, figures);
    paper.moveTo(pt(left), pt(y + 2.6)).lineTo(pt(left + width), pt(y + 2.6));
    paper.lineWidth(0.4).stroke(colours.line);
    y += rowHeight;
  }
  writeLines(paper, texts.note, { x: left, y: y + 4, width }, { face: 'regular', sizePt: 10.2, colour: colours.quiet });
  paper.end();
  return pdf;
}
