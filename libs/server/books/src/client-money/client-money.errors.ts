import { DomainError } from '@kantinekortet/platform';

/** The file is no statement of an account (camt.053) that we can read. */
export class BankFileUnreadable extends DomainError {
  constructor(why: string) {
    super('unprocessable', 'bank_file_unreadable', `This is not a statement that can be read: ${why}.`);
  }
}

/** The file is of another account than the one that keeps the customers' money. */
export class BankFileOfOtherAccount extends DomainError {
  constructor() {
    super('unprocessable', 'bank_file_of_other_account', "The file says nothing of the merchant's client account.");
  }
}

/** No balance can be said before it is known of which account. */
export class ClientAccountMissing extends DomainError {
  constructor() {
    super('conflict', 'client_account_missing', 'Record the number of the client account first.');
  }
}

/** What is compared is the end of a day. */
export class DayNotOver extends DomainError {
  constructor(day: string) {
    super('unprocessable', 'day_not_over', `The day ${day} is not over yet.`, { facts: { day } });
  }
}

/** The same id was used for another balance. */
export class BalanceConflict extends DomainError {
  constructor() {
    super('conflict', 'operation_conflict', 'This id belongs to another balance.');
  }
}
