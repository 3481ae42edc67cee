import { DomainError } from '@kantinekortet/platform';

/** No such guardianship, or not one that the caller may decide. */
export class GuardianshipNotFound extends DomainError {
  constructor() {
    super('not_found', 'guardianship_not_found', 'There is no such request.');
  }
}

/** Someone decided before. Carries the status that it has. */
export class GuardianshipDecided extends DomainError {
  constructor(status: string) {
    super('conflict', 'guardianship_decided', 'This has been decided already.', {
      facts: { guardianshipStatus: status },
    });
  }
}

/** Nobody has a profile with this e-mail. The office can invite it instead. */
export class ProfileNotFound extends DomainError {
  constructor() {
    super('not_found', 'profile_not_found', 'There is no profile with this e-mail. Send an invitation instead.');
  }
}
