import { formatKr } from '@kantinekortet/money';
import type { Language } from '@kantinekortet/platform';
import type { SwitchOffReason } from './auto-top-up-status.ts';

/** Reasons that come as news to the guardian. */
export type ToldReason = Exclude<SwitchOffReason, 'by_guardian'>;

/** Why a rule is off, in a sentence or two; each also says whether money was taken. */
export const switchOffTexts: Readonly<Record<Language, Readonly<Record<ToldReason, (name: string) => string>>>> = {
  nb: {
    charge_refused: () => 'Banken avviste kortet ditt fire ganger. Vi har ikke trukket penger.',
    not_approved: () => 'Du godkjente ikke betalingen innen tre dager. Vi har ikke trukket penger.',
    card_expired: () => 'Bankkortet du lagret, har gått ut på dato. Vi har ikke trukket penger.',
    card_removed: () => 'Bankkortet er ikke lagret lenger. Vi har ikke trukket penger.',
    pupil_left: (name) => `${name} går ikke lenger på skolen.`,
    not_guardian: (name) => `Du er ikke lenger registrert som foresatt for ${name}.`,
    beyond_limits: () => 'Skolen har endret grensene, og beløpene du valgte, passer ikke lenger.',
    needs_attention: () => 'Den siste betalingen stemte ikke med beløpet vi ba om. Skolen ser på saken.',
    disputed: () => 'Banken din har spurt om en betaling med kortet du lagret. Slå på igjen når du vil.',
    refunded: () => 'Du har bedt om å få pengene tilbake. Slå på igjen når du vil.',
  },
  nn: {
    charge_refused: () => 'Banken avviste kortet ditt fire gonger. Vi har ikkje trekt pengar.',
    not_approved: () => 'Du godkjende ikkje betalinga innan tre dagar. Vi har ikkje trekt pengar.',
    card_expired: () => 'Bankkortet du lagra, har gått ut på dato. Vi har ikkje trekt pengar.',
    card_removed: () => 'Bankkortet er ikkje lagra lenger. Vi har ikkje trekt pengar.',
    pupil_left: (name) => `${name} går ikkje lenger på skulen.`,
    not_guardian: (name) => `Du er ikkje lenger registrert som føresett for ${name}.`,
    beyond_limits: () => 'Skulen har endra grensene, og beløpa du valde, passar ikkje lenger.',
    needs_attention: () => 'Den siste betalinga stemte ikkje med beløpet vi bad om. Skulen ser på saka.',
    disputed: () => 'Banken din har spurt om ei betaling med kortet du lagra. Slå på igjen når du vil.',
    refunded: () => 'Du har bede om å få pengane tilbake. Slå på igjen når du vil.',
  },
  en: {
    charge_refused: () => 'The bank declined your card four times. We have not taken any money.',
    not_approved: () => 'You did not approve the payment within three days. We have not taken any money.',
    card_expired: () => 'The bank card that you saved has expired. We have not taken any money.',
    card_removed: () => 'The bank card is no longer saved. We have not taken any money.',
    pupil_left: (name) => `${name} no longer attends the school.`,
    not_guardian: (name) => `You are no longer registered as a guardian of ${name}.`,
    beyond_limits: () => 'The school has changed its limits, and the amounts that you chose no longer fit.',
    needs_attention: () => 'The last payment was not the amount that we asked for. The school is looking into it.',
    disputed: () =>
      'Your bank has asked about a payment with the card that you saved. Switch it on again when you wish.',
    refunded: () => 'You have asked for your money back. Switch it on again when you wish.',
  },
};

/** How a balance below a rule's amount is told. */
export function lowText(language: Language, name: string, belowOre: number): string {
  const amount = formatKr(belowOre, language);
  const texts: Readonly<Record<Language, string>> = {
    nb: `Saldoen til ${name} er under ${amount}.`,
    nn: `Saldoen til ${name} er under ${amount}.`,
    en: `${name}’s balance is below ${amount}.`,
  };
  return texts[language];
}
