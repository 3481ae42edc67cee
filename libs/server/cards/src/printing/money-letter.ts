import { formatKr } from '@kantinekortet/money';
import { sheetText, writeLine, writeLines, writeSheetHead, type Paper } from '@kantinekortet/platform/printing';
import type { LetterHead, PrintedLetter } from './letter.ts';

/** A letter that asks a family to fill a card. */
export interface PrintedMoneyLetter {
  readonly pupil: NonNullable<PrintedLetter['pupil']>;
  readonly availableOre: number;
}

const { left, width } = sheetText;

/** Adds a letter of one page, folded as the others are; it has no code, and says how to pay with and without a profile. */
export function addMoneyLetter(paper: Paper, { pupil, availableOre }: PrintedMoneyLetter, head: LetterHead): void {
  paper.addPage();
  writeSheetHead(paper, head, ['Til foresatte for', pupil.name, `Klasse ${pupil.className}`]);
  const heading = `Fyll på kantinekortet til ${pupil.firstName}`;
  writeLine(paper, heading, { x: left, y: 93.5, width }, { face: 'bold', sizePt: 23, tracking: -12 });
  const texts = [
    `Det er ${formatKr(availableOre)} på kortet til ${pupil.firstName}. Det holder ikke til en lunsj i kantina på ` +
      `${head.schoolName}, som snart slutter å ta imot kontanter.`,
    `Har du en profil, fyller du på kortet på ${head.parentUrl.replace(/^https?:\/\//, '')}. Du kan også betale på ` +
      'skolekontoret med bankkort eller faktura. Da får du kvittering, og pengene er på kortet med én gang.',
    `Nynorsk: Det er for lite pengar på kortet til ${pupil.firstName}. Fyll på i profilen din, eller betal på ` +
      'skulekontoret med bankkort eller faktura.',
    `English: There is too little money on the card of ${pupil.firstName}. Top up in your profile, or pay at the school ` +
      'office by bank card or invoice.',
  ];
  let y = 102;
  for (const text of texts) {
    y = writeLines(paper, text, { x: left, y, width }, { face: 'regular', sizePt: 10.8, leading: 1.48 }) + 4;
  }
}
