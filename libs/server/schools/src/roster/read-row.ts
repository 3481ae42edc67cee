import { isEmail } from 'class-validator';
import { readBirthDate } from './read-date.ts';
import type { RosterField } from './roster-columns.ts';
import { fullName, type BadRow, type GoodRow, type RosterPupil } from './roster-file.ts';
import type { RowProblem, RowProblemCode } from './roster-file.ts';

/** The longest texts that the tables take. */
const maximumLengths = [
  ['externalId', 64],
  ['firstName', 100],
  ['lastName', 100],
  ['className', 40],
] as const;

/** Reads one row of cells. `today` is the day in Norway: nobody is born after it. */
export function readRow(
  line: number,
  cells: readonly string[],
  fields: readonly (RosterField | undefined)[],
  today: string,
): GoodRow | BadRow {
  const problems: RowProblem[] = [];
  const report = (field: string, code: RowProblemCode, detail: string): void => {
    problems.push({ field, code, detail });
  };
  const valuesOf = (field: RosterField): string[] => cells.filter((_, column) => fields[column] === field).map(tidy);
  const textOf = (field: RosterField): string => valuesOf(field)[0] ?? '';

  const name = readName(textOf('firstName'), textOf('middleName'), textOf('lastName'), textOf('name'));
  if (name.firstName === '' && name.lastName === '') report('name', 'missing', 'The name is missing.');
  else if (name.firstName === '') report('firstName', 'missing', 'The first name is missing.');
  else if (name.lastName === '') report('lastName', 'single_name', 'Both a first and a last name are needed.');

  const pupil: RosterPupil = {
    externalId: textOf('externalId') || null,
    ...name,
    birthDate: readDate(textOf('birthDate'), today, report),
    className: textOf('className'),
    guardianEmails: readEmails(valuesOf('guardianEmail'), report),
  };
  if (pupil.className === '') report('className', 'missing', 'The class is missing.');
  if (pupil.externalId === null && textOf('birthDate') === '') {
    report('externalId', 'missing_key', 'Without a pupil id the birth date is needed.');
  }
  for (const [field, longest] of maximumLengths) {
    if ([...(pupil[field] ?? '')].length > longest) report(field, 'too_long', `At most ${longest} characters.`);
  }
  if (cells.slice(fields.length).some((cell) => cell.trim() !== '')) {
    report('row', 'too_many_cells', 'The row has more cells than the header.');
  }
  if (problems.length === 0) return { line, pupil };
  return { line, name: fullName(pupil), className: pupil.className, externalId: pupil.externalId, problems };
}

function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function readName(firstName: string, middleName: string, lastName: string, name: string) {
  if (firstName !== '' || lastName !== '') return { firstName: `${firstName} ${middleName}`.trim(), lastName };
  const comma = name.indexOf(',');
  if (comma >= 0) return { firstName: name.slice(comma + 1).trim(), lastName: name.slice(0, comma).trim() };
  const space = name.lastIndexOf(' ');
  return space < 0
    ? { firstName: name, lastName: '' }
    : { firstName: name.slice(0, space), lastName: name.slice(space + 1) };
}

type Report = (field: string, code: RowProblemCode, detail: string) => void;

function readDate(text: string, today: string, report: Report): string | null {
  if (text === '') return null;
  const date = readBirthDate(text, today);
  if (date === undefined) report('birthDate', 'bad_date', 'The birth date cannot be read. Write it as 03.05.2012.');
  return date ?? null;
}

function readEmails(cells: readonly string[], report: Report): string[] | null {
  if (cells.length === 0) return null;
  const emails = cells.flatMap((cell) => cell.toLowerCase().split(/[\s,;]+/)).filter((email) => email !== '');
  for (const email of emails) {
    if (!isEmail(email)) report('guardianEmail', 'bad_email', `${email} is not an e-mail address.`);
  }
  return [...new Set(emails)].sort();
}
