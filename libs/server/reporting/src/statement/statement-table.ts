import { csvLine, csvStart, type CsvFile } from '@kantinekortet/platform/csv';
import type { Statement } from './statement-source.service.ts';
import { statementCells, writtenDay } from './statement-row.ts';
import { statementTexts } from './statement-texts.ts';

/** A statement as a table: its lines between the balances before and after, as on paper. */
export function statementTable(statement: Statement): CsvFile {
  const { from, to } = statement.head;
  return { fileName: `kontoutskrift-${from}-${to}.csv`, lines: writeTable(statement) };
}

async function* writeTable({ head, rows }: Statement): AsyncGenerator<string> {
  const { from, to, period, language } = head;
  const texts = statementTexts[language];
  yield csvStart + csvLine([texts.day, texts.what, texts.amount, texts.balance]);
  yield csvLine([writtenDay(from), texts.opening, '', { ore: period.openingOre }]);
  for await (const row of rows) {
    const { day, what, amountOre, balanceOre } = statementCells(row, language);
    yield csvLine([day, what, amountOre === null ? '' : { ore: amountOre }, { ore: balanceOre }]);
  }
  yield csvLine([writtenDay(to), texts.closing, '', { ore: period.closingOre }]);
}
