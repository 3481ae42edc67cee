import { DomainError } from '@kantinekortet/platform';

/** A school is never left without someone in its office. */
export class LastOffice extends DomainError {
  constructor() {
    super('conflict', 'last_office', 'This is the last one of the office. Invite another one first.');
  }
}

/** The person has this role at the school. */
export class AlreadyStaff extends DomainError {
  constructor() {
    super('conflict', 'already_staff', 'This e-mail has the role already.');
  }
}

/** No such person, role or invitation at this school. */
export class StaffNotFound extends DomainError {
  constructor() {
    super('not_found', 'staff_not_found', 'There is no such role or invitation at this school.');
  }
}
