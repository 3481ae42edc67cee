import { DomainError } from '@kantinekortet/platform';

export class OfficeReceiptNotFound extends DomainError {
  constructor() {
    super('not_found', 'office_receipt_not_found', 'The school has no such receipt.');
  }
}

/** Money is not received before it was paid, and not after so long that its books are closed. */
export class PaidOnImplausible extends DomainError {
  constructor(earliest: string, latest: string) {
    super('unprocessable', 'paid_on_implausible', `The day of payment is from ${earliest} to ${latest}.`, {
      facts: { earliest, latest },
    });
  }
}

/** The same payment was put on this card before: a slip has one number, and one pupil gets one share of it. */
export class PaymentRecordedBefore extends DomainError {
  constructor(receiptId: string) {
    super('conflict', 'payment_recorded_before', 'A payment with this reference and day is on this card already.', {
      facts: { receiptId },
    });
  }
}

/** A mistake is put right on the day it was made; later, it is a refund. */
export class ReceiptOfAnotherDay extends DomainError {
  constructor() {
    super('unprocessable', 'receipt_of_another_day', 'A receipt is reversed on the day it was recorded.');
  }
}

/** Some of the money was spent, or settled what was owed. */
export class ReceiptMoneySpent extends DomainError {
  constructor(leftOre: number) {
    super('unprocessable', 'receipt_money_spent', 'Some of this money has been used.', { facts: { leftOre } });
  }
}
