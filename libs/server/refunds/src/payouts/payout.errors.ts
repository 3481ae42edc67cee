import { DomainError } from '@kantinekortet/platform';
import type { PayoutLineStatus, PayoutStatus } from './payout-status.ts';

/** No payment file of this id at this school, or no such line in it. */
export class PayoutNotFound extends DomainError {
  constructor() {
    super('not_found', 'payout_not_found', 'There is no such payment file, or no such line in it.');
  }
}

/** Nothing is ready to be sent by the bank. */
export class NothingToPay extends DomainError {
  constructor() {
    super('conflict', 'nothing_to_pay', 'Nothing is ready to be paid out by the bank.');
  }
}

/** The merchant's account, its bank or its agreement is not recorded. `missing` names what. */
export class BankSettingsMissing extends DomainError {
  constructor(missing: readonly ('accountNumber' | 'bic' | 'customerId')[]) {
    super('conflict', 'bank_settings_missing', `Record first: ${missing.join(', ')}.`, { facts: { missing } });
  }
}

/** Two people send money: who has prepared the file does not approve it. */
export class PreparerCannotApprove extends DomainError {
  constructor() {
    super('forbidden', 'preparer_cannot_approve', 'Somebody else than who prepared the file has to approve it.');
  }
}

/** Somebody moved the file meanwhile, or it is not so far yet. */
export class PayoutNotInState extends DomainError {
  constructor(status: PayoutStatus) {
    super('conflict', 'payout_not_in_state', `The payment file is ${status}.`, { facts: { status } });
  }
}

/** Something in the file may not be paid out yet: it is given up, and another is made without it. */
export class PayoutOutdated extends DomainError {
  constructor() {
    super(
      'conflict',
      'payout_outdated',
      'A password or an e-mail address was changed since the file was made. Withdraw it and make another.',
    );
  }
}

/** The line was answered otherwise before. */
export class LineNotInState extends DomainError {
  constructor(number: number, status: PayoutLineStatus) {
    super('conflict', 'payout_line_not_in_state', `Line ${number} is ${status}.`, { facts: { number, status } });
  }
}

/** The bank's answer is about another file, or about payments that are not in it. */
export class BankAnswerOfOtherFile extends DomainError {
  constructor() {
    super('unprocessable', 'bank_answer_of_other_file', "The bank's answer is about no payment file of this school.");
  }
}

/** The bank can have moved the money only between the file's leaving and today. */
export class BookedOnImplausible extends DomainError {
  constructor() {
    super('unprocessable', 'booked_on_implausible', 'Give a day since the file was sent, and not after today.');
  }
}
