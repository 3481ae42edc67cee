import { CsvError, parse } from 'csv-parse/sync';
import { decodeFile } from './decode-file.ts';
import { readRow } from './read-row.ts';
import { fieldNamedTwice, fieldOfHeader, missingColumns, type RosterField } from './roster-columns.ts';
import { fullName, type BadRow, type GoodRow, type RosterFile } from './roster-file.ts';
import { RosterColumnsUnusable, RosterUnreadable } from './roster.errors.ts';

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [';', ',', '\t'] as const;
const delimiterLine = /^sep=(.)\n/i;
const maximumRows = 20_000;

/**
 * Reads a roster file: UTF-8, UTF-16 or Windows-1252; semicolon, comma or tab; a first row of headers. A bad row is an
 * error of its own; throws RosterUnreadable or RosterColumnsUnusable when the file as a whole is of no use.
 */
export function parseRoster(bytes: Uint8Array, today: string): RosterFile {
  const { encoding, text: raw } = decodeFile(bytes);
  // One kind of line break, because csv-parse counts \r\n inside quotation marks twice.
  const text = raw.replaceAll(/\r\n?/g, '\n');
  const delimiter = bestDelimiter(text);
  const [header, ...records] = readCsv(text, delimiter);
  if (!header || records.length === 0) throw new RosterUnreadable('The file has no rows.', 1);
  if (records.length > maximumRows) throw new RosterUnreadable(`More than ${maximumRows} rows.`, maximumRows);
  const fields = header.cells.map(fieldOfHeader);
  assertUsable(fields);
  const read = withDuplicatesRefused(records.map(({ line, cells }) => readRow(line, cells, fields, today)));
  return { encoding, delimiter, rows: read.filter(isGood), badRows: read.filter(isBad) };
}

function assertUsable(fields: readonly (RosterField | undefined)[]): void {
  const missing = missingColumns(fields);
  const twice = fieldNamedTwice(fields);
  if (missing.length > 0 || twice !== undefined) throw new RosterColumnsUnusable(missing, twice);
}

/** Excel may write the delimiter on a line of its own; else it is the one that finds most headers we know. */
function bestDelimiter(text: string): string {
  const declared = delimiterLine.exec(text)?.[1];
  if (declared !== undefined) return declared;
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  const known = (delimiter: string): number =>
    firstLine.split(delimiter).filter((cell) => fieldOfHeader(cell) !== undefined).length;
  return delimiters.reduce((best, candidate) => (known(candidate) > known(best) ? candidate : best));
}

/** Records with the line on which each begins; empty lines and rows of empty cells are passed over. */
function readCsv(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    parse(text.replace(delimiterLine, '\n'), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines }) => {
        const isEmpty = cells.every((cell) => cell.trim() === '');
        if (!isEmpty) rows.push({ line: lines - cells.join('').split('\n').length + 1, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RosterUnreadable('A quotation mark is opened and never closed.', Number(error['lines'] ?? 1));
  }
  return rows;
}

/** Two rows for one pupil: neither is believed. */
function withDuplicatesRefused(rows: readonly (GoodRow | BadRow)[]): (GoodRow | BadRow)[] {
  const linesOf = new Map<string, number[]>();
  for (const row of rows.filter(isGood)) {
    const key = keyOf(row);
    linesOf.set(key, [...(linesOf.get(key) ?? []), row.line]);
  }
  return rows.map((row) => {
    if (!isGood(row)) return row;
    const others = (linesOf.get(keyOf(row)) ?? []).filter((line) => line !== row.line);
    return others.length === 0 ? row : asDuplicate(row, others);
  });
}

function keyOf({ pupil }: GoodRow): string {
  return pupil.externalId === null
    ? `${fullName(pupil)}/${String(pupil.birthDate)}`.toLowerCase()
    : `#${pupil.externalId}`;
}

function asDuplicate({ line, pupil }: GoodRow, others: readonly number[]): BadRow {
  const field = pupil.externalId === null ? 'name' : 'externalId';
  const detail = `The same pupil is on line ${others.join(', ')}.`;
  const problems = [{ field, code: 'duplicate' as const, detail }];
  return { line, name: fullName(pupil), className: pupil.className, externalId: pupil.externalId, problems };
}

function isGood(row: GoodRow | BadRow): row is GoodRow {
  return 'pupil' in row;
}

function isBad(row: GoodRow | BadRow): row is BadRow {
  return !isGood(row);
}
