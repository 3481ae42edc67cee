import { DomainError } from '@kantinekortet/platform';

export class CashierNotFound extends DomainError {
  constructor() {
    super('not_found', 'cashier_not_found', 'The school has no such active cashier.');
  }
}

export class CashierNameTaken extends DomainError {
  constructor() {
    super('conflict', 'cashier_name_taken', 'The school has a cashier with this name.');
  }
}

/** A PIN that somebody at the till would guess. */
export class WeakPin extends DomainError {
  constructor() {
    const detail = 'Choose a PIN that is harder to guess.';
    super('invalid', 'weak_pin', detail, { errors: [{ pointer: '/pin', code: 'guessable', detail }] });
  }
}

export class WrongPin extends DomainError {
  constructor() {
    super('unprocessable', 'wrong_pin', 'The PIN is wrong.');
  }
}
