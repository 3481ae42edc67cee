import { DomainError } from '@kantinekortet/platform';

/** A top-up that is not the caller's looks like one that does not exist. */
export class TopUpNotFound extends DomainError {
  constructor() {
    super('not_found', 'top_up_not_found', 'There is no such top-up.');
  }
}

/** The id is taken by a top-up of somebody else or with other content. Says nothing about it. */
export class TopUpConflict extends DomainError {
  constructor() {
    super('conflict', 'operation_conflict', 'This id was used for something else. Make a new id for a new top-up.');
  }
}

/** Outside the school's limits for one top-up. */
export class AmountOutOfRange extends DomainError {
  constructor(minOre: number, maxOre: number) {
    super('unprocessable', 'amount_out_of_range', `A top-up is between ${minOre} and ${maxOre} øre at this school.`, {
      facts: { minOre, maxOre },
    });
  }
}

/** With what is on the wallet and on its way, this would pass the school's cap. `roomOre` is what there is room for. */
export class BalanceCapReached extends DomainError {
  constructor(facts: {
    readonly balanceCapOre: number;
    readonly balanceOre: number;
    readonly pendingOre: number;
    readonly roomOre: number;
  }) {
    super('unprocessable', 'balance_cap_reached', 'There is not room for this amount on the card.', { facts });
  }
}

/** A pupil who has left buys no more, so nobody tops up. */
export class PupilHasLeft extends DomainError {
  constructor() {
    super('unprocessable', 'pupil_left', 'The pupil has left the school.');
  }
}

/** A claim is paid whole: what is outstanding may have changed since the screen was drawn. */
export class ClaimAmountDiffers extends DomainError {
  constructor(outstandingOre: number) {
    super('unprocessable', 'claim_amount_differs', 'Something else than this is outstanding on the claim.', {
      facts: { outstandingOre },
    });
  }
}

/** One payment goes to one merchant: children whose schools have several are paid for one merchant at a time. */
export class ChildrenOfSeveralMerchants extends DomainError {
  constructor() {
    super('unprocessable', 'children_of_several_merchants', 'These children cannot be paid for in one payment.');
  }
}

export interface RefusedChild {
  readonly walletId: string;
  readonly refusal: DomainError;
}

/** A payment for several children is made for all or none. `refusals` tells of each child in the way what and why. */
export class ChildrenRefused extends DomainError {
  constructor(refused: readonly RefusedChild[]) {
    super('unprocessable', 'children_refused', 'Nothing was started: not every child can be topped up like this.', {
      facts: {
        refusals: refused.map(({ walletId, refusal }) => ({ walletId, code: refusal.code, ...refusal.extra.facts })),
      },
    });
  }
}
