/** What a Norwegian Excel opens by a double click: UTF-8 with its mark, semicolons, decimal commas, CR LF. */
export const csvStart = '\uFEFF';

/** What spreadsheets take for the start of a formula (OWASP, "CSV Injection"). */
const startsFormula = /^[=+\-@\t\r]/;
const needsQuotes = /[";\r\n]/;

/** An amount in kroner for a cell: a number in the file, never a text. */
export interface CsvKroner {
  readonly ore: number;
}

/** One line of a table. A text that could be taken for a formula gets an apostrophe before it. */
export function csvLine(cells: readonly (string | number | CsvKroner)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

function cell(value: string | number | CsvKroner): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return kroner(value.ore);
  const text = startsFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function kroner(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
