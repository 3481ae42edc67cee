import type { ApiProblem } from '@kantinekortet/api-client';
import { useFormat, useProblemText } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';

/** The headline of a refusal (two or three words, read at a glance) and the sentence under it. */
export interface RefusalText {
  readonly headline: string;
  readonly detail: string;
}

/** Why a sale was refused, in words that do not shame the pupil. */
export function useRefusalText(): (problem: ApiProblem) => RefusalText {
  const { t } = useLingui();
  const { kr } = useFormat();
  const otherText = useProblemText();
  return (problem) => {
    const amount = (fact: string) => kr(problem.ore(fact) ?? 0);
    switch (problem.code) {
      case 'insufficient_funds':
        return {
          headline: t`Ikke nok penger`,
          detail: t`Saldo ${amount('balanceOre')}, mangler ${amount('missingOre')}.`,
        };
      case 'daily_limit_reached':
        return {
          headline: t`Over dagsgrensen`,
          detail: t`Eleven kan bruke ${amount('remainingOre')} til i dag.`,
        };
      case 'card_blocked':
        return { headline: t`Kortet er sperret`, detail: t`Be eleven gå til skolekontoret.` };
      case 'card_unknown':
        return {
          headline: t`Ukjent kort`,
          detail: t`Skann på nytt. Hjelper ikke det, må eleven gå til skolekontoret.`,
        };
      case 'card_of_other_school':
        return { headline: t`Kort fra en annen skole`, detail: t`Kortet virker bare i kantina på egen skole.` };
      case 'card_not_linked':
        return {
          headline: t`Ikke tatt i bruk`,
          detail: t`Kortet må knyttes til eleven først. Be eleven gå til skolekontoret.`,
        };
      case 'pupil_left':
        return { headline: t`Kortet gjelder ikke`, detail: t`Eleven går ikke lenger på skolen.` };
      case 'price_changed':
        return { headline: t`Ny pris`, detail: t`Kurven viser prisen nå. Skann kortet på nytt.` };
      case 'register_revoked':
        return { headline: t`Kassen er koblet fra`, detail: t`Be kontoret om en ny koblingskode.` };
      case 'cashier_signed_out':
        return { headline: t`Du er logget ut`, detail: t`Logg inn med PIN for å selge.` };
      case 'without_card_not_allowed':
        return { headline: t`Kort må skannes`, detail: t`Skolen tillater ikke salg uten kort.` };
      case 'sale_given_up':
        return { headline: t`Salget er avbrutt`, detail: t`Ingen penger er trukket. Skann kortet på nytt.` };
      default:
        return { headline: t`Ikke solgt`, detail: otherText(problem) };
    }
  };
}
