import { DomainError } from '@kantinekortet/platform';

/** Every refusal of a sale: how it leaves, and what the developer of a till reads. */
const refusals = {
  register_revoked: ['unauthenticated', 'This device is no longer a register. Pair it again.'],
  operation_conflict: ['conflict', 'This id was used for something else. Make a new id for a new sale.'],
  sale_given_up: ['conflict', 'This sale was given up and can never be booked.'],
  cashier_signed_out: ['unprocessable', 'The cashier session is not open at this register.'],
  card_unknown: ['unprocessable', 'No school has this card.'],
  card_of_other_school: ['unprocessable', 'The card belongs to another school.'],
  card_blocked: ['unprocessable', 'The card is blocked, or another has taken its place.'],
  card_not_linked: ['unprocessable', 'The card has no pupil yet.'],
  without_card_not_allowed: ['unprocessable', 'The school sells by card only.'],
  pupil_unknown: ['unprocessable', 'The school has no such pupil.'],
  pupil_left: ['unprocessable', 'The pupil no longer attends the school.'],
  price_changed: ['unprocessable', 'The lines are not what they cost now. Read the catalogue again.'],
  insufficient_funds: ['unprocessable', 'The pupil has less to spend than this costs.'],
  daily_limit_reached: ['unprocessable', 'The sale goes beyond what the pupil may spend today.'],
} as const;

type SaleRefusalCode = keyof typeof refusals;

/** A sale that was not booked, with the figures that the till shows. Refusals are not stored: the same id may try again. */
export class SaleRefused extends DomainError {
  constructor(code: SaleRefusalCode, facts: Readonly<Record<string, unknown>> = {}) {
    const [kind, detail] = refusals[code];
    super(kind, code, detail, { facts });
  }
}

export function isSaleRefusal(code: string): code is SaleRefusalCode {
  return Object.hasOwn(refusals, code);
}

export class SaleNotFound extends DomainError {
  constructor() {
    super('not_found', 'sale_not_found', 'There is no such sale.');
  }
}
