import { DomainError } from '@kantinekortet/platform';

export class DiscrepancyNotFound extends DomainError {
  constructor() {
    super('not_found', 'discrepancy_not_found', 'The school has no such payment to decide about.');
  }
}

/** Somebody has decided, or the id was used for another decision. */
export class DiscrepancyDecided extends DomainError {
  constructor() {
    super('conflict', 'discrepancy_decided', 'It has been decided what becomes of this payment.');
  }
}

/** Money in another currency, or for several children, belongs on no card that we could name without guessing. */
export class DiscrepancyNotBookable extends DomainError {
  constructor() {
    super('unprocessable', 'discrepancy_not_bookable', 'This payment cannot be put on a card. Send it back.');
  }
}

/** The provider says that the money, or part of it, is still with the merchant. */
export class DiscrepancyNotSentBack extends DomainError {
  constructor(leftOre: number) {
    super('unprocessable', 'discrepancy_not_sent_back', 'The provider has not sent all of this payment back.', {
      facts: { leftOre },
    });
  }
}
