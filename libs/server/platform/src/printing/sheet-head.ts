import { drawEmblem } from './emblem.ts';
import { colours, writeLine, type Paper } from './paper.ts';

/** What stands at the top of a sheet from a school. */
export interface SheetHead {
  readonly schoolName: string;
  /** As it is written on the sheet: 22. november 2026. */
  readonly date: string;
}

/** Where the text of a sheet stands, in millimetres. */
export const sheetText = { left: 22, width: 166 };

const calendar = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: 'Europe/Oslo' });

/** A day as Norway has it, written `22. november 2026`. */
export function longDate(moment: Date): string {
  return calendar.format(moment);
}

/** Writes mark, school and date, and three lines of an address, the second heavier, where an envelope's window is. */
export function writeSheetHead(
  paper: Paper,
  { schoolName, date }: SheetHead,
  address: readonly [string, string, string],
): void {
  const { left, width } = sheetText;
  drawEmblem(paper, { x: left, y: 17, size: 11 }, 'tile');
  const brand = { face: 'semibold', sizePt: 13, colour: colours.brand, tracking: -8 } as const;
  writeLine(paper, 'Kantinekortet', { x: left + 14.5, y: 21.8, width: 90 }, brand);
  const quiet = { face: 'regular', sizePt: 10, colour: colours.quiet } as const;
  writeLine(paper, schoolName, { x: left + 14.5, y: 27, width: 105 }, quiet);
  writeLine(paper, date, { x: left, y: 27, width }, { ...quiet, align: 'right' });
  address.forEach((text, index) => {
    const type =
      index === 1 ? ({ face: 'semibold', sizePt: 12 } as const) : ({ face: 'regular', sizePt: 10.5 } as const);
    writeLine(paper, text, { x: left, y: 55 + index * 5.6, width: 88 }, type);
  });
}
