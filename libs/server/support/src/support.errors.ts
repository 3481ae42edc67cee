import { DomainError } from '@kantinekortet/platform';

/** No such case at this school, or none of the caller's own; also a link that leads to none. */
export class CaseNotFound extends DomainError {
  constructor() {
    super('not_found', 'case_not_found', 'There is no such case.');
  }
}

/** Somebody wrote in the case after what the caller had read: read that first, then send again. */
export class CaseMovedOn extends DomainError {
  constructor(lastSeq: number) {
    super('conflict', 'case_moved_on', 'Somebody has written in this case since you read it.', { facts: { lastSeq } });
  }
}

/** The same id with other words, or from somebody else. */
export class MessageConflict extends DomainError {
  constructor() {
    super('conflict', 'message_conflict', 'Another message has this id.');
  }
}

export class MessageNotFound extends DomainError {
  constructor() {
    super('not_found', 'message_not_found', 'There is no such message.');
  }
}

export class MessageSent extends DomainError {
  constructor() {
    super('gone', 'message_sent', 'The answer has left, and cannot be taken back.');
  }
}

/** Only pictures and PDF, by what the bytes are. */
export class FileRefused extends DomainError {
  constructor() {
    super('unprocessable', 'file_refused', 'Only PNG, JPEG, WebP and PDF, at most 10 MB.');
  }
}

export class TooManyFiles extends DomainError {
  constructor() {
    super('unprocessable', 'too_many_files', 'This case has as many files as a case can have.');
  }
}

export class FileNotFound extends DomainError {
  constructor() {
    super('not_found', 'file_not_found', 'There is no such file.');
  }
}

/** A mail that cannot be read; its sender is told by the code of SMTP. */
export class MailUnreadable extends DomainError {
  constructor() {
    super(
      'invalid',
      'mail_unreadable',
      'The message cannot be read: it needs one sender and a text in plain text or HTML.',
    );
  }
}

/** Not the card that the report is about: another one, or one that was given out after it. */
export class CardNotReported extends DomainError {
  constructor() {
    super('conflict', 'card_not_reported', 'This is not the card that was reported.');
  }
}

/** The card is not one of this school's pupils. */
export class CardNotOfSchool extends DomainError {
  constructor() {
    super('not_found', 'card_not_found', 'There is no such card.');
  }
}
