import { DomainError } from '@kantinekortet/platform';

/** Said only to someone who has shown that both addresses are theirs. */
export class EmailTaken extends DomainError {
  constructor() {
    super('conflict', 'email_taken', 'Another profile has this e-mail address.');
  }
}

/** The e-mail and the password do not belong together; the same for an e-mail that nobody has. */
export class InvalidCredentials extends DomainError {
  constructor() {
    super('unauthenticated', 'invalid_credentials', 'The e-mail or the password is wrong.');
  }
}

/** Said only to someone with the right password. */
export class EmailNotVerified extends DomainError {
  constructor() {
    super('forbidden', 'email_not_verified', 'Open the link in the mail first, or sign up again to get a new one.');
  }
}

/** The password is right, but there is no school where this person works. */
export class NoRole extends DomainError {
  constructor() {
    super('forbidden', 'no_role', 'This profile has no role at any school. Ask the school office for an invitation.');
  }
}
