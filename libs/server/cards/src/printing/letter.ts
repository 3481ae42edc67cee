import { formatCardNumber, formatControlCode } from '@kantinekortet/codes';
import {
  colours,
  pt,
  sheetText,
  writeLine,
  writeLines,
  writeSheetHead,
  type Paper,
  type SheetHead,
} from '@kantinekortet/platform/printing';
import { letterTexts } from './letter-texts.ts';
import { drawQrCode } from './qr-code.ts';

export interface PrintedLetter {
  readonly number: string;
  readonly controlCode: string;
  /** Whose guardians it goes to; null with a card from stock. */
  readonly pupil: { readonly name: string; readonly firstName: string; readonly className: string } | null;
}

export interface LetterHead extends SheetHead {
  readonly parentUrl: string;
}

const { left, width } = sheetText;
/** Where a sheet is folded for a C5 envelope (once) and an E65 envelope (twice). */
const folds = [99, 148.5, 198];
const panel = { y: 153, height: 41.5 };
const qrSize = 33.5;

/** Adds a letter of one page. Name and class show in an envelope's left window, the code does not. */
export function addLetter(paper: Paper, letter: PrintedLetter, head: LetterHead): void {
  const texts = letterTexts(letter.pupil?.firstName ?? null, head.schoolName);
  paper.addPage();
  writeHead(paper, letter, head);
  writeLine(paper, texts.heading, { x: left, y: 93.5, width }, { face: 'bold', sizePt: 23, tracking: -12 });
  writeLines(paper, texts.lead, { x: left, y: 101.5, width: 160 }, { face: 'regular', sizePt: 10.8, leading: 1.48 });
  writeSteps(paper, texts.steps);
  drawPanel(paper, letter, head.parentUrl);
  writeNotes(paper, texts.notes);
  writeOtherLanguages(paper, [
    { title: 'Nynorsk', text: texts.nynorsk },
    { title: 'English', text: texts.english },
  ]);
  for (const y of folds) paper.moveTo(pt(4), pt(y)).lineTo(pt(y === 148.5 ? 7 : 9), pt(y));
  paper.lineWidth(0.4).stroke(colours.line);
}

function writeHead(paper: Paper, { number, pupil }: PrintedLetter, head: LetterHead): void {
  writeSheetHead(
    paper,
    head,
    pupil
      ? ['Til foresatte for', pupil.name, `Klasse ${pupil.className}`]
      : ['Til foresatte', `Kort ${formatCardNumber(number)}`, head.schoolName],
  );
}

function writeSteps(paper: Paper, steps: readonly { title: string; text: string }[]): void {
  const gap = 7;
  const column = (width - gap * (steps.length - 1)) / steps.length;
  const top = 122;
  steps.forEach(({ title, text }, index) => {
    const x = left + index * (column + gap);
    paper.circle(pt(x + 3.2), pt(top + 3.2), pt(3.2)).fill(colours.brand);
    writeLine(
      paper,
      String(index + 1),
      { x, y: top + 4.6, width: 6.4 },
      {
        face: 'semibold',
        sizePt: 10.5,
        colour: colours.white,
        align: 'center',
      },
    );
    writeLine(paper, title, { x: x + 9, y: top + 4.7, width: column - 9 }, { face: 'semibold', sizePt: 12 });
    writeLines(paper, text, { x, y: top + 9.2, width: column }, { face: 'regular', sizePt: 9.8, leading: 1.45 });
  });
}

/** Number and code to type, and the same two in a QR code to scan. */
function drawPanel(paper: Paper, { number, controlCode }: PrintedLetter, parentUrl: string): void {
  paper.roundedRect(pt(left), pt(panel.y), pt(width), pt(panel.height), pt(3.5));
  paper.lineWidth(1.2).stroke(colours.brand);
  const qr = { x: left + 6, y: panel.y + (panel.height - qrSize) / 2, size: qrSize };
  drawQrCode(paper, `${parentUrl}/kort?n=${number}&k=${controlCode}`, qr, 'M');
  const x = qr.x + qrSize + 11;
  const label = { face: 'medium', sizePt: 9.5, colour: colours.quiet } as const;
  writeLine(paper, 'Kortnummer', { x, y: panel.y + 8.6, width: 100 }, label);
  writeLine(
    paper,
    formatCardNumber(number),
    { x, y: panel.y + 16, width: 48 },
    {
      face: 'semibold',
      sizePt: 17,
      figures: 'number',
    },
  );
  const right = { x: x + 53, width: left + width - 6 - x - 53 };
  writeLine(paper, 'Nettadresse', { ...right, y: panel.y + 8.6 }, label);
  writeLine(
    paper,
    `${parentUrl.replace(/^https?:\/\//, '')}/kort`,
    { ...right, y: panel.y + 16 },
    {
      face: 'semibold',
      sizePt: 12.5,
    },
  );
  writeLine(paper, 'Kontrollkode', { x, y: panel.y + 24.6, width: 100 }, label);
  writeLine(
    paper,
    formatControlCode(controlCode),
    { x, y: panel.y + 35.4, width: 105 },
    {
      face: 'bold',
      sizePt: 27,
      figures: 'code',
      tracking: 50,
      colour: colours.brand,
    },
  );
}

function writeNotes(paper: Paper, notes: readonly string[]): void {
  writeLine(paper, 'Godt å vite', { x: left, y: 207, width }, { face: 'semibold', sizePt: 11.5 });
  let y = 210.4;
  for (const note of notes) {
    paper.circle(pt(left + 1), pt(y + 2.35), pt(0.65)).fill(colours.warm);
    y =
      writeLines(paper, note, { x: left + 5, y, width: width - 5 }, { face: 'regular', sizePt: 9.8, leading: 1.45 }) +
      0.7;
  }
}

function writeOtherLanguages(paper: Paper, languages: readonly { title: string; text: string }[]): void {
  const gap = 10;
  const column = (width - gap) / 2;
  const top = 246;
  paper.moveTo(pt(left), pt(top)).lineTo(pt(left + width), pt(top));
  paper.lineWidth(0.5).stroke(colours.line);
  languages.forEach(({ title, text }, index) => {
    const x = left + index * (column + gap);
    writeLine(paper, title, { x, y: top + 7, width: column }, { face: 'semibold', sizePt: 9.2 });
    writeLines(
      paper,
      text,
      { x, y: top + 9.2, width: column },
      {
        face: 'regular',
        sizePt: 8.6,
        leading: 1.45,
        colour: colours.quiet,
      },
    );
  });
}
