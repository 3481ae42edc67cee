import { DomainError } from '@kantinekortet/platform';
import type { ReplacementQuoteDto } from './replacement.dto.ts';

/** What a new card costs is not what the screen showed; the facts are what it should show. */
export class FeeChanged extends DomainError {
  constructor(quote: ReplacementQuoteDto) {
    super('conflict', 'fee_changed', 'What the new card costs has changed. Look at it and confirm again.', {
      facts: { ...quote },
    });
  }
}

/** A card counts as damaged only when it lies on the desk. */
export class DamagedCardDiffers extends DomainError {
  constructor() {
    super('unprocessable', 'damaged_card_differs', 'The card that was scanned as damaged is not the one to replace.');
  }
}

export class ReplacementNotFound extends DomainError {
  constructor() {
    super('not_found', 'replacement_not_found', 'The school has no such replacement.');
  }
}

export class ReplacementWaived extends DomainError {
  constructor() {
    super('conflict', 'replacement_waived', 'The replacement was waived before.');
  }
}

/** It cost nothing, and was no theft that counts. */
export class NothingToWaive extends DomainError {
  constructor() {
    super('conflict', 'nothing_to_waive', 'The replacement cost nothing.');
  }
}
