import type { ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Payout, PayoutLine } from './payout-types.ts';

/** What the states of files and lines are called. */
export function usePayoutWords() {
  const { t } = useLingui();
  const statuses: Readonly<Record<Payout['status'], string>> = {
    prepared: t`Venter på godkjenning`,
    approved: t`Godkjent, ikke lastet ned`,
    sent: t`Sendt, venter på banken`,
    settled: t`Ferdig`,
    withdrawn: t`Trukket tilbake`,
  };
  const lines: Readonly<Record<PayoutLine['status'], string>> = {
    included: t`Venter`,
    settled: t`Utbetalt`,
    returned: t`I retur`,
    withdrawn: t`Trukket tilbake`,
  };
  return { statuses, lines };
}

/** What the server refuses of payment files. */
export const payoutProblems: ProblemTexts = {
  preparer_cannot_approve: msg`Du laget filen. En annen i administrasjonen må godkjenne den.`,
  payout_not_in_state: msg`Noen har endret filen. Se hva som står nå.`,
  payout_outdated: msg`En foresatt har byttet passord eller e-post etter at filen ble laget. Trekk den tilbake og lag en ny.`,
  nothing_to_pay: msg`Ingenting er klart til utbetaling nå.`,
  bank_settings_missing: msg`Kontonummer, BIC eller kunde-ID i banken mangler.`,
  bank_answer_unreadable: msg`Vi klarer ikke å lese filen. Hent svarfilen (pain.002) fra banken på nytt.`,
  bank_answer_of_other_file: msg`Svaret gjelder ikke en utbetalingsfil fra denne skolen.`,
  booked_on_implausible: msg`Velg en dag fra filen ble sendt, og ikke etter i dag.`,
  payout_line_not_in_state: msg`Linjen er besvart fra før.`,
  approver_involved: msg`Du registrerte pengene eller kontoen, eller ba om utbetalingen. En annen må godkjenne.`,
  refund_part_moved: msg`Noen har behandlet denne. Se hva som står nå.`,
};
