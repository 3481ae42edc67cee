import { DomainError } from '@kantinekortet/platform';

export class SettlementNotFound extends DomainError {
  constructor() {
    super('not_found', 'settlement_not_found', 'The school has no such settlement.');
  }
}

/** The same reference was entered, or came in a report, before: the same money is not received twice. */
export class SettlementKnown extends DomainError {
  constructor(reference: string) {
    super('conflict', 'settlement_known', 'A settlement with this reference is there already.', {
      facts: { reference },
    });
  }
}

/** More than the clearing account holds cannot have been paid out of it. */
export class SettlementBeyondWaiting extends DomainError {
  constructor(waitingOre: number) {
    super('unprocessable', 'settlement_beyond_waiting', 'More than waits for settlement cannot have been received.', {
      facts: { waitingOre },
    });
  }
}

/** Money is received on a day that has come. */
export class ReceivedOnAhead extends DomainError {
  constructor(day: string) {
    super('unprocessable', 'received_on_ahead', `The day ${day} has not come yet.`, { facts: { day } });
  }
}
