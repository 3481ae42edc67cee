import { DomainError } from '@kantinekortet/platform';

/** The card's holder has not left for good, or this payer has no money on it. */
export class NotALeaver extends DomainError {
  constructor() {
    super('conflict', 'not_a_leaver', 'The holder of this card has not left, or this payer has nothing left on it.');
  }
}
