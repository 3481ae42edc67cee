import { formatCardNumber } from '@kantinekortet/codes';
import { colours, drawEmblem, pt, writeLine, type Paper } from '@kantinekortet/platform/printing';
import { drawQrCode } from './qr-code.ts';

/** ISO/IEC 7810 ID-1, the size of a bank card. */
export const cardMm = { width: 85.6, height: 54 };

export interface PrintedCard {
  readonly number: string;
  /** What the QR code says. */
  readonly token: string;
  /** Whose it is, when the school wants the name on the card. */
  readonly pupil: { readonly firstName: string; readonly lastName: string } | null;
}

// Nothing is nearer to the edge than this: scissors are not exact.
const inset = 4;
const bandHeight = 10.5;
const qrSize = 30;

/** Draws a card with its upper left corner at a point. */
export function drawCard(paper: Paper, card: PrintedCard, schoolName: string, corner: { x: number; y: number }): void {
  const left = corner.x + inset;
  const top = corner.y + inset;
  const width = cardMm.width - 2 * inset;
  paper.roundedRect(pt(left), pt(top), pt(width), pt(bandHeight), pt(2.2)).fill(colours.brand);
  drawEmblem(paper, { x: left + 1.6, y: top + 0.6, size: 9.3 }, 'card');
  const title = { x: left + 12, width: width - 15 };
  const onBand = { colour: colours.white };
  writeLine(paper, 'Kantinekort', { ...title, y: top + 4.1 }, { ...onBand, face: 'medium', sizePt: 6.6 });
  writeLine(paper, schoolName, { ...title, y: top + 8.3 }, { ...onBand, face: 'semibold', sizePt: 10.5 });

  const qr = { x: corner.x + cardMm.width - inset - qrSize - 0.6, y: top + bandHeight + 4, size: qrSize };
  drawQrCode(paper, card.token, qr, 'H');

  const column = { x: left + 0.6, width: qr.x - left - 5 };
  if (card.pupil !== null) {
    writeLine(paper, card.pupil.firstName, { ...column, y: top + bandHeight + 7.6 }, { face: 'semibold', sizePt: 12 });
    writeLine(paper, card.pupil.lastName, { ...column, y: top + bandHeight + 12.6 }, { face: 'regular', sizePt: 11 });
  }
  const bottom = corner.y + cardMm.height - inset;
  writeLine(paper, 'Kortnummer', { ...column, y: bottom - 12.6 }, { face: 'medium', sizePt: 7, colour: colours.quiet });
  writeLine(
    paper,
    formatCardNumber(card.number),
    { ...column, y: bottom - 6.6 },
    {
      face: 'semibold',
      sizePt: 14.5,
      figures: 'number',
    },
  );
  writeLine(
    paper,
    'Funnet? Lever kortet på skolekontoret.',
    { ...column, y: bottom - 1.4 },
    {
      face: 'regular',
      sizePt: 6.2,
      colour: colours.quiet,
    },
  );
}
