import { DomainError } from '@kantinekortet/platform';

/** One answer for a wrong number, a wrong code and a card that is over, so that tries teach nothing. */
export class CardOrCodeUnknown extends DomainError {
  constructor() {
    super('not_found', 'card_or_code_unknown', 'No card has this number and this control code.');
  }
}

/** Said only to someone who knows the right code. */
export class ControlCodeUsed extends DomainError {
  constructor() {
    super(
      'conflict',
      'control_code_used',
      'The control code was used. The school office prints a letter with a new one.',
    );
  }
}

export class CardNotFound extends DomainError {
  constructor() {
    super('not_found', 'card_not_found', 'There is no such card, or it is not yours to see.');
  }
}

export class CardUnknown extends DomainError {
  constructor() {
    super('not_found', 'card_unknown', 'The scan is not one of our cards. Scan again.');
  }
}

export class CardOfOtherSchool extends DomainError {
  constructor() {
    super('conflict', 'card_of_other_school', 'The card belongs to another school.');
  }
}

export class CardNotInStock extends DomainError {
  constructor(status: string) {
    super('conflict', 'card_not_in_stock', 'The card belongs or belonged to a pupil. Take one from stock.', {
      facts: { cardStatus: status },
    });
  }
}

export class ChildNotFound extends DomainError {
  constructor() {
    super('not_found', 'child_not_found', 'You have no such child at the school that lacks a card.');
  }
}

/** Losses are counted where cards are replaced: at the office. */
export class ReplacedByOffice extends DomainError {
  constructor() {
    super(
      'conflict',
      'replaced_by_office',
      "The child's card is blocked. The school office replaces it: take the new card there.",
    );
  }
}

export class PupilHasCard extends DomainError {
  constructor() {
    super('conflict', 'pupil_has_card', 'The pupil has a card already.');
  }
}

export class PupilHasNoCard extends DomainError {
  constructor() {
    super('conflict', 'pupil_has_no_card', 'The pupil has no card to write a letter for.');
  }
}

export class PupilHasLeft extends DomainError {
  constructor() {
    super('conflict', 'pupil_left', 'The pupil does not attend the school any more.');
  }
}

export class CardStepRefused extends DomainError {
  constructor(status: string, step: string) {
    super('conflict', 'card_step_refused', `A card that is ${status} does not allow: ${step}.`, {
      facts: { cardStatus: status },
    });
  }
}

export class BlockSetByOffice extends DomainError {
  constructor() {
    super('forbidden', 'block_set_by_office', 'The school office blocked the card; only it can lift the block.');
  }
}

export class ClassNotFound extends DomainError {
  constructor() {
    super('not_found', 'class_not_found', 'The school has no such class.');
  }
}

export class CardBatchNotFound extends DomainError {
  constructor() {
    super('not_found', 'card_batch_not_found', 'The school has no such card batch.');
  }
}

export class NoCardsToPrint extends DomainError {
  constructor() {
    super('conflict', 'no_cards_to_print', 'There is nobody and nothing to print a card for.');
  }
}
