import { DomainError } from '@kantinekortet/platform';

/** No refund of this id, or one of somebody else. */
export class RefundNotFound extends DomainError {
  constructor() {
    super('not_found', 'refund_not_found', 'There is no such refund.');
  }
}

/** More than what is left of the payer's own money. */
export class RemainderExceeded extends DomainError {
  constructor(refundableOre: number) {
    super('unprocessable', 'remainder_exceeded', 'This is more than what is left of your own money.', {
      facts: { refundableOre },
    });
  }
}

/** Part of the money can only go by the bank, and nobody has said to which account. */
export class PayoutAccountNeeded extends DomainError {
  constructor(bankOre: number) {
    super('unprocessable', 'payout_account_needed', 'Some of this can only be sent to a bank account: choose one.', {
      facts: { bankOre },
    });
  }
}

/** An account that is not the payer's, or was replaced by another. */
export class PayoutAccountNotFound extends DomainError {
  constructor() {
    super('not_found', 'payout_account_not_found', 'There is no such account, or another has replaced it.');
  }
}

/** It is on its way: what has been sent cannot be called back. */
export class RefundUnderWay extends DomainError {
  constructor() {
    super('conflict', 'refund_under_way', 'This refund is on its way and cannot be cancelled.');
  }
}

/** Somebody moved this part of a refund meanwhile. */
export class PartNotInState extends DomainError {
  constructor(status: string) {
    super('conflict', 'refund_part_moved', 'This part of the refund has moved on meanwhile.', { facts: { status } });
  }
}

/** Who recorded the receipt or the account cannot approve that its money is paid out. */
export class ApproverInvolved extends DomainError {
  constructor() {
    super('forbidden', 'approver_involved', 'Somebody else has to approve: you recorded the money or the account.');
  }
}
