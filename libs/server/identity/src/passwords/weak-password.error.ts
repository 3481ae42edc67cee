import { DomainError } from '@kantinekortet/platform';

const explanations = {
  too_short: 'The password is shorter than 10 characters.',
  common: 'The password is one of those that everyone tries first.',
  guessable: 'The password is easy to guess: it is built from a name, a pattern or common words.',
} as const;

export type Weakness = keyof typeof explanations;

/** A new password that is refused, with the reason in `errors[0].code`. */
export class WeakPassword extends DomainError {
  constructor(weakness: Weakness) {
    const detail = explanations[weakness];
    super('invalid', 'weak_password', detail, { errors: [{ pointer: '/password', code: weakness, detail }] });
  }
}
