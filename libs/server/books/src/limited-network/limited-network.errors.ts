import { DomainError } from '@kantinekortet/platform';

/** The same id was used for another rate. */
export class EuroRateConflict extends DomainError {
  constructor() {
    super('conflict', 'operation_conflict', 'This id belongs to another rate.');
  }
}
