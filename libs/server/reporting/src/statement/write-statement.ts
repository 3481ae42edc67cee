import { formatKr } from '@kantinekortet/money';
import type { Language } from '@kantinekortet/platform';
import {
  colours,
  newPaper,
  pt,
  sheetText,
  writeLine,
  writeSheetHead,
  type Paper,
} from '@kantinekortet/platform/printing';
import { statementCells, writtenDay, type StatementHead, type StatementRow } from './statement-row.ts';
import { statementTexts, type StatementTexts } from './statement-texts.ts';

type Row = readonly [day: string, what: string, amount: string, balance: string];

const { left, width } = sheetText;
const rowHeight = 6.4;
const lastRow = 272;
const columns = [
  { x: left, width: 24, align: 'left' },
  { x: left + 26, width: 78, align: 'left' },
  { x: left + 106, width: 28, align: 'right' },
  { x: left + 136, width: 30, align: 'right' },
] as const;

/**
 * Writes a statement while it is read: a page leaves before the next is begun, so that a long one takes no more memory
 * than a short one. Lines come oldest first.
 */
export async function* writeStatement(head: StatementHead, rows: AsyncIterable<StatementRow>): AsyncGenerator<Buffer> {
  const texts = statementTexts[head.language];
  const sheets = new Sheets(newPaper(`${texts.heading}, ${head.pupilName}`), head, texts);
  const kr = (amountOre: number) => formatKr(amountOre, head.language);
  sheets.write(['', texts.opening, '', kr(head.period.openingOre)], 'semibold');
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    sheets.write(rowOf(row, head.language), 'regular');
    yield* sheets.written();
  }
  if (isEmpty) sheets.write(['', texts.nothing, '', ''], 'regular');
  sheets.write(['', texts.closing, '', kr(head.period.closingOre)], 'semibold');
  yield* sheets.rest();
}

function rowOf(row: StatementRow, language: Language): Row {
  const { day, what, amountOre, balanceOre } = statementCells(row, language);
  return [day, what, amountOre === null ? '' : formatKr(amountOre, language), formatKr(balanceOre, language)];
}

/** The sheets of a statement: begins one when the one before is full. */
class Sheets {
  private readonly paper: Paper;
  private readonly head: StatementHead;
  private readonly texts: StatementTexts;
  private count = 0;
  private y = 0;

  constructor(paper: Paper, head: StatementHead, texts: StatementTexts) {
    this.paper = paper;
    this.head = head;
    this.texts = texts;
    this.begin();
  }

  write(row: Row, face: 'regular' | 'semibold'): void {
    if (this.y > lastRow) this.begin();
    row.forEach((text, index) => {
      const { align = 'left', ...column } = columns[index] ?? {};
      const place = { x: left, width, ...column, y: this.y };
      if (text !== '') writeLine(this.paper, text, place, { face, sizePt: 9.6, align, figures: 'number' });
    });
    this.paper.moveTo(pt(left), pt(this.y + 2)).lineTo(pt(left + width), pt(this.y + 2));
    this.paper.lineWidth(0.3).stroke(colours.line);
    this.y += rowHeight;
  }

  /** What has left the pen and waits for its reader. */
  *written(): Generator<Buffer> {
    for (;;) {
      const chunk: unknown = this.paper.read();
      if (!Buffer.isBuffer(chunk)) return;
      yield chunk;
    }
  }

  async *rest(): AsyncGenerator<Buffer> {
    this.paper.end();
    for await (const chunk of this.paper) if (Buffer.isBuffer(chunk)) yield chunk;
  }

  private begin(): void {
    this.count += 1;
    this.paper.addPage();
    this.y = this.count === 1 ? this.beginFirst() : this.beginNext();
    const quiet = { face: 'medium', sizePt: 8.8, colour: colours.quiet } as const;
    [this.texts.day, this.texts.what, this.texts.amount, this.texts.balance].forEach((text, index) => {
      const { align = 'left', ...column } = columns[index] ?? {};
      writeLine(this.paper, text, { x: left, width, ...column, y: this.y }, { ...quiet, align });
    });
    this.y += rowHeight + 0.6;
    const footer = { face: 'regular', sizePt: 8.6, colour: colours.quiet } as const;
    const place = { x: left, y: 286, width };
    writeLine(this.paper, this.whoReceived(), place, footer);
    writeLine(this.paper, this.texts.page(this.count), place, { ...footer, align: 'right' });
  }

  private beginFirst(): number {
    const { head, texts, paper } = this;
    writeSheetHead(paper, head, [texts.for, head.pupilName, head.className]);
    writeLine(paper, texts.heading, { x: left, y: 93.5, width }, { face: 'bold', sizePt: 23, tracking: -12 });
    const period = texts.period(writtenDay(head.from), writtenDay(head.to));
    writeLine(paper, period, { x: left, y: 102, width }, { face: 'regular', sizePt: 11 });
    return 114;
  }

  private beginNext(): number {
    const { pupilName, className, from, to } = this.head;
    const text = `${this.texts.heading}, ${pupilName}, ${className}. ${this.texts.period(writtenDay(from), writtenDay(to))}`;
    writeLine(this.paper, text, { x: left, y: 20, width }, { face: 'semibold', sizePt: 10 });
    return 30;
  }

  private whoReceived(): string {
    const { merchantName, organisationNumber } = this.head;
    return `${merchantName}, ${this.texts.organisation} ${organisationNumber.replace(/(\d{3})(?=\d)/g, '$1 ')}`;
  }
}
