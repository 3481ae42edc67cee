import { DomainError } from '@kantinekortet/platform';

export class SaleAlreadyReturned extends DomainError {
  constructor() {
    super('conflict', 'sale_already_returned', 'A sale is returned once.');
  }
}

/** A till returns what was sold on the same day in Norway; later it is a matter for the office. */
export class SaleOfAnotherDay extends DomainError {
  constructor() {
    super('unprocessable', 'sale_of_another_day', 'A till returns only what was sold today.');
  }
}
