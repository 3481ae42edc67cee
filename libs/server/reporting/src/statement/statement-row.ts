import { formatCardNumber } from '@kantinekortet/codes';
import { osloDay, type Language } from '@kantinekortet/platform';
import type { StatementLine, StatementPeriod } from '@kantinekortet/wallet';
import type { CardChange } from '../wallets/card-changes.ts';
import { statementLineText } from './statement-line-text.ts';
import { statementTexts } from './statement-texts.ts';

/** What stands on a statement besides its lines. */
export interface StatementHead {
  readonly schoolName: string;
  readonly merchantName: string;
  readonly organisationNumber: string;
  readonly pupilName: string;
  readonly className: string;
  /** When it was written, as it stands on the sheet. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly period: StatementPeriod;
  readonly language: Language;
}

/** What a statement tells: a movement, or a change of card, which moves nothing. */
export type StatementRow = StatementLine | CardChange;

/** The same for whoever writes it, on paper or in a table. */
export interface StatementCells {
  /** As 23.11.2026. */
  readonly day: string;
  readonly what: string;
  /** Null for what moves nothing. */
  readonly amountOre: number | null;
  readonly balanceOre: number;
}

export function statementCells(row: StatementRow, language: Language): StatementCells {
  const texts = statementTexts[language];
  const balanceOre = row.balanceAfterOre;
  if ('replacedAt' in row) {
    const [from, to] = [row.oldCardNumber, row.newCardNumber].map(formatCardNumber);
    const what = texts.cardChanged(from ?? '', to ?? '');
    return { day: writtenDay(osloDay(row.replacedAt)), what, amountOre: null, balanceOre };
  }
  const day = writtenDay(osloDay(row.occurredAt));
  return { day, what: statementLineText(row, texts), amountOre: row.amountOre, balanceOre };
}

/** 2026-11-23 as 23.11.2026. */
export function writtenDay(day: string): string {
  return day.split('-').toReversed().join('.');
}
