import { DomainError } from '@kantinekortet/platform';

/** The file is no table of rows. Carries the line where reading stopped. */
export class RosterUnreadable extends DomainError {
  constructor(detail: string, line: number) {
    super('invalid', 'roster_unreadable', detail, { facts: { line } });
  }
}

/** The header lacks columns, or names one twice. Carries which. */
export class RosterColumnsUnusable extends DomainError {
  constructor(missing: readonly string[], twice: string | undefined) {
    super(
      'invalid',
      'roster_columns',
      'The first row must name the columns: name, class, and pupil id or birth date.',
      {
        facts: { missingColumns: missing, duplicateColumn: twice ?? null },
      },
    );
  }
}

export class RosterImportNotFound extends DomainError {
  constructor() {
    super('not_found', 'roster_import_not_found', 'There is no such import. Upload the file again.');
  }
}

/** The school changed after the preview, so that applying would do something else than was shown. */
export class RosterPreviewOutdated extends DomainError {
  constructor() {
    super('conflict', 'roster_preview_outdated', 'The pupils have changed since the preview. Upload the file again.');
  }
}

/** More than 5 % of the pupils would leave, and the office has not typed how many. */
export class LeavingCountNeeded extends DomainError {
  constructor() {
    super('unprocessable', 'leaving_count_needed', 'Many pupils would leave. Type how many to confirm.');
  }
}

/** A match by hand names a line that is not ambiguous, a pupil that is no candidate of it, or one pupil twice. */
export class RosterMatchUnusable extends DomainError {
  constructor(index: number) {
    const detail = 'Choose one of the candidates of an ambiguous row, each pupil once.';
    super('invalid', 'roster_match', detail, {
      errors: [{ pointer: `/matches/${index}`, code: 'roster_match', detail }],
    });
  }
}
