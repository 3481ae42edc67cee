import { brokenConstraint, DomainError } from '@kantinekortet/platform';

/** The id is taken by an operation of another actor or with other content. Says nothing about that operation. */
export class OperationConflict extends DomainError {
  constructor() {
    super('conflict', 'operation_conflict', 'This id was used for something else. Make a new id for a new operation.');
  }
}

export class WalletNotFound extends DomainError {
  constructor() {
    super('not_found', 'wallet_not_found', 'The school has no such wallet.');
  }
}

export class OperationNotFound extends DomainError {
  constructor() {
    super('not_found', 'operation_not_found', 'The school has no such operation.');
  }
}

/** Less money is available (balance minus holds) than asked for. */
export class InsufficientFunds extends DomainError {
  constructor(facts: { readonly availableOre?: number; readonly missingOre?: number } = {}) {
    super('unprocessable', 'insufficient_funds', 'The wallet has less money available than this takes.', { facts });
  }
}

/** More was asked for than what the payer has left in the wallet. */
export class InsufficientRemainder extends DomainError {
  constructor(remainderOre: number) {
    super('unprocessable', 'insufficient_remainder', 'The payer has less money left in the wallet.', {
      facts: { remainderOre },
    });
  }
}

export class HoldNotFound extends DomainError {
  constructor() {
    super('not_found', 'hold_not_found', 'The school has no such hold.');
  }
}

/** A hold ends exactly once. */
export class HoldHasEnded extends DomainError {
  constructor() {
    super('conflict', 'hold_has_ended', 'The hold was posted or voided before.');
  }
}

/** A hold posts at most what it reserves. */
export class HoldTooSmall extends DomainError {
  constructor() {
    super('unprocessable', 'hold_too_small', 'The hold reserves less than this posts.');
  }
}

export class ClaimNotFound extends DomainError {
  constructor() {
    super('not_found', 'claim_not_found', 'The wallet has no such claim.');
  }
}

/** A claim is settled at most by what is outstanding. */
export class ClaimExceeded extends DomainError {
  constructor() {
    super('unprocessable', 'claim_exceeded', 'Less than this is outstanding on the claim.');
  }
}

/** What was booked is reversed at most once, whole or in parts. */
export class ReversedAlready extends DomainError {
  constructor() {
    super('conflict', 'reversed_already', 'The operation was reversed before, or by more than is left of it.');
  }
}

const errorOfConstraint: Readonly<Record<string, () => DomainError>> = {
  wallet_balance_covers_holds: () => new InsufficientFunds(),
  transfer_wallet_never_negative: () => new InsufficientFunds(),
  hold_end_pkey: () => new HoldHasEnded(),
  hold_end_amounts_not_negative: () => new HoldTooSmall(),
  claim_covers_settlements: () => new ClaimExceeded(),
  reversal_within_operation: () => new ReversedAlready(),
  operation_pkey: () => new OperationConflict(),
};

/** The refusal that a broken rule of the ledger means, or the error itself when it is none. */
export function ledgerRefusal(error: unknown): unknown {
  const constraint = brokenConstraint(error);
  return (constraint === undefined ? undefined : errorOfConstraint[constraint]?.()) ?? error;
}
