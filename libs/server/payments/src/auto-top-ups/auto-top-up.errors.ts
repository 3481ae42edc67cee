import { DomainError } from '@kantinekortet/platform';

/** What is added to what is left must have room on the card, or the rule could never do its work. */
export class AutoTopUpBeyondCap extends DomainError {
  constructor(balanceCapOre: number) {
    super('unprocessable', 'auto_top_up_beyond_cap', 'Both amounts together are more than the card may hold.', {
      facts: { balanceCapOre },
    });
  }
}

/** A saved card that is not the caller's looks like one that does not exist. */
export class SavedCardNotFound extends DomainError {
  constructor() {
    super('not_found', 'saved_card_not_found', 'There is no such saved card.');
  }
}

/** The id is taken by a card of somebody else, or for another child. Says nothing about it. */
export class SavedCardConflict extends DomainError {
  constructor() {
    super('conflict', 'operation_conflict', 'This id was used for something else. Make a new id for a new card.');
  }
}

/** Only an automatic top-up that waits for its payer can be approved. */
export class NothingToApprove extends DomainError {
  constructor() {
    super('conflict', 'nothing_to_approve', 'This top-up does not wait for an approval.');
  }
}
