import type { RosterEncoding } from './decode-file.ts';

/** One pupil as the roster has it. Null is what the row does not say, or what the file has no column for. */
export interface RosterPupil {
  readonly externalId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly className: string;
  /** In small letters and sorted; null when the file has no such column, and then nothing is known. */
  readonly guardianEmails: readonly string[] | null;
}

export interface RowProblem {
  readonly field: string;
  readonly code: RowProblemCode;
  readonly detail: string;
}

export type RowProblemCode =
  'missing' | 'too_long' | 'bad_date' | 'bad_email' | 'single_name' | 'missing_key' | 'too_many_cells' | 'duplicate';

export interface GoodRow {
  /** The line of the file on which the row begins, the first being 1. */
  readonly line: number;
  readonly pupil: RosterPupil;
}

/** A row that cannot be used. What could be read of it is kept, so that nobody counts as leaving because of a typing error. */
export interface BadRow {
  readonly line: number;
  readonly name: string;
  readonly className: string;
  readonly externalId: string | null;
  readonly problems: readonly RowProblem[];
}

export interface RosterFile {
  readonly encoding: RosterEncoding;
  readonly delimiter: string;
  readonly rows: readonly GoodRow[];
  readonly badRows: readonly BadRow[];
}

export function fullName({ firstName, lastName }: Pick<RosterPupil, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}
