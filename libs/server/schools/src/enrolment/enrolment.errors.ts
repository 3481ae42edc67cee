import { DomainError } from '@kantinekortet/platform';

/** A change that was never applied cannot be undone. */
export class NothingToUndo extends DomainError {
  constructor() {
    super('conflict', 'nothing_to_undo', 'This was never applied.');
  }
}

/** The day is over: cards have ended and families have been told. */
export class UndoTooLate extends DomainError {
  constructor() {
    super('conflict', 'undo_too_late', 'It can only be undone on the day it was done.');
  }
}

/** A later roster or rollover builds on this one. Undo that first. */
export class LaterChangeApplied extends DomainError {
  constructor() {
    super('conflict', 'later_change_applied', 'A later import or new school year was applied. Undo that one first.');
  }
}
