import { DomainError } from '@kantinekortet/platform';

/** No open invitation of the caller's, or of the office's pupil. */
export class InvitationNotFound extends DomainError {
  constructor() {
    super('not_found', 'invitation_not_found', 'There is no such invitation.');
  }
}

/** The e-mail is of somebody who is a guardian of the pupil, or asks to be. */
export class AlreadyGuardian extends DomainError {
  constructor() {
    super('conflict', 'already_guardian', 'This e-mail belongs to a guardian of the pupil already.');
  }
}

/** The link was sent to another address than the profile's own. */
export class InvitationForOther extends DomainError {
  constructor() {
    super('forbidden', 'invitation_for_other', 'The invitation was sent to another e-mail than that of this profile.');
  }
}
