import { DomainError } from '@kantinekortet/platform';

/** No session, or one that has ended. */
export class NotSignedIn extends DomainError {
  constructor() {
    super('unauthenticated', 'not_signed_in', 'Sign in first.');
  }
}

/** A session of the wrong kind for this route. */
export class NotAllowed extends DomainError {
  constructor() {
    super('forbidden', 'not_allowed', 'This session may not do that.');
  }
}

/** What moves money out needs a sign-in of the last minutes: a browser that was left open is not enough. */
export class SignInAgain extends DomainError {
  constructor() {
    super('forbidden', 'sign_in_again', 'Sign in again: it was too long ago for this.');
  }
}

/** A school that is not the caller's looks like one that does not exist. */
export class SchoolNotFound extends DomainError {
  constructor() {
    super('not_found', 'school_not_found', 'There is no such school.');
  }
}

/** An unsafe request that our own page did not make (cross-site request forgery, OWASP ASVS 5.0 §3.5). */
export class ForeignPage extends DomainError {
  constructor(detail: string) {
    super('forbidden', 'foreign_page', detail);
  }
}
