import { DomainError } from '@kantinekortet/platform';

export class RegisterNotFound extends DomainError {
  constructor() {
    super('not_found', 'register_not_found', 'The school has no such register.');
  }
}

export class RegisterNameTaken extends DomainError {
  constructor() {
    super('conflict', 'register_name_taken', 'The school has a register with this name.');
  }
}

/** Wrong, used before, replaced or too old: which one is not told. */
export class PairingCodeUnknown extends DomainError {
  constructor() {
    super('not_found', 'pairing_code_unknown', 'Ask the office for a new pairing code.');
  }
}

/** The office revoked the register, or paired another device with it. */
export class RegisterRevoked extends DomainError {
  constructor() {
    super('unauthenticated', 'register_revoked', 'This device is no longer a register. Pair it again.');
  }
}
