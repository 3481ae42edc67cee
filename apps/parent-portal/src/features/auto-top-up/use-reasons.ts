import { useLingui } from '@lingui/react/macro';
import type { Rule } from './auto-top-up-query.ts';

type Reason = NonNullable<Rule['reason']>;

/** Why a rule is off, as a guardian reads it; nothing for their own wish. */
export function useReasons(): Readonly<Record<Reason, string | null>> {
  const { t } = useLingui();
  return {
    by_guardian: null,
    charge_refused: t`Banken avviste kortet ditt fire ganger. Vi har ikke trukket penger. Bytt kort, eller slå på igjen.`,
    not_approved: t`Du godkjente ikke betalingen innen tre dager. Vi har ikke trukket penger.`,
    card_expired: t`Bankkortet du lagret, har gått ut på dato. Lagre et nytt for å slå på igjen.`,
    card_removed: t`Bankkortet er ikke lagret lenger. Lagre et nytt for å slå på igjen.`,
    pupil_left: t`Eleven går ikke lenger på skolen.`,
    not_guardian: t`Du var ikke registrert som foresatt da det skulle fylles på.`,
    beyond_limits: t`Skolen har endret grensene, og beløpene du valgte, passer ikke lenger. Velg nye beløp.`,
    needs_attention: t`Den siste betalingen stemte ikke med beløpet vi ba om. Skolen ser på saken.`,
    disputed: t`Banken din har spurt om en betaling med kortet du lagret. Slå på igjen når du vil.`,
    refunded: t`Du har bedt om å få pengene tilbake. Slå på igjen når du vil.`,
  };
}
