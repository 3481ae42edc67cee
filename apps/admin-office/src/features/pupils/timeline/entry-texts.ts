import { formatCardNumber } from '@kantinekortet/codes';
import { useFormat } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useBlockReasons } from '../../../components/cards/block-reasons.tsx';
import { useGuardianTitle } from './guardian-title.ts';
import type { TimelineEntry } from './timeline.tsx';

/** What an entry is called, and what is told with it. */
export function useEntryTexts() {
  const { t } = useLingui();
  const format = useFormat();
  const guardianTitle = useGuardianTitle();
  const titles: Readonly<Record<string, string>> = {
    sale: t`Kjøp`,
    sale_return: t`Retur`,
    sale_given_up: t`Kjøp avbrutt`,
    top_up: t`Påfyll`,
    correction: t`Innbetaling annullert`,
    fee: t`Gebyr for nytt kort`,
    fee_waiver: t`Gebyr slettet`,
    claim: t`Skyldig beløp`,
    claim_settlement: t`Skyldig beløp trukket`,
    claim_payment: t`Skyldig beløp betalt`,
    claim_waiver: t`Skyldig beløp slettet`,
    hold: t`Refusjon bestilt`,
    hold_post: t`Utbetaling`,
    hold_void: t`Refusjon avbrutt`,
    payout_returned: t`Utbetaling kom i retur`,
    goodwill: t`Kompensasjon`,
    sibling_transfer: t`Overføring mellom søsken`,
    dispute: t`Betaling hentet tilbake av banken`,
    dispute_won: t`Betaling kom tilbake`,
    card_printed: t`Kort skrevet ut`,
    card_reprinted: t`Kort skrevet ut på nytt`,
    card_issued: t`Kort delt ut`,
    card_registered: t`Kort registrert`,
    card_letter_printed: t`Brev skrevet ut`,
    card_blocked: t`Kort sperret`,
    card_unblocked: t`Sperre opphevet`,
    card_ended: t`Kort avsluttet`,
    card_replaced: t`Kort erstattet`,
    card_replacement_waived: t`Erstatning ettergitt`,
    enrolled: t`Begynte på skolen`,
    enrolled_again: t`Begynte på skolen igjen`,
    left: t`Sluttet på skolen`,
    leave_planned: t`Skal slutte på skolen`,
    leave_cancelled: t`Slutter ikke likevel`,
    class_changed: t`Ny klasse`,
    details_changed: t`Opplysninger endret`,
    guardian_reminded: t`Påminnelse sendt`,
    limit_changed: t`Dagsgrense endret`,
    left_for_good: t`Kortet avsluttet etter skolegangen`,
    case_opened: t`Henvendelse`,
    case_open: t`Henvendelse åpnet igjen`,
    case_answered: t`Henvendelse besvart`,
    case_waiting: t`Henvendelse venter på svar`,
    case_linked: t`Henvendelse knyttet til eleven`,
    case_unlinked: t`Henvendelsen gjaldt ikke eleven`,
    case_loss_confirmed: t`Meldt tap bekreftet`,
    case_closed: t`Henvendelse lukket`,
  };
  const reasons: Readonly<Record<string, string>> = {
    ...useBlockReasons(),
    // The title says it.
    replacement_fee: '',
    dispute: '',
    dashboard_refund: t`refundert hos betalingsleverandøren`,
  };
  const methods: Readonly<Record<string, string>> = { card: '', terminal: t`Bankterminal`, invoice: t`Faktura` };
  const fields: Readonly<Record<string, string>> = {
    externalId: t`elev-ID`,
    firstName: t`fornavn`,
    lastName: t`etternavn`,
    birthDate: t`fødselsdato`,
    guardianEmails: t`foresattes e-post`,
  };
  const limit = (value: unknown) => (typeof value === 'number' ? format.kr(value) : t`ingen`);
  const replaced = ({ cause, lossNumber, oldNumber, newNumber }: TimelineEntry['facts']): string[] => {
    const [reason = '', from = '', to = ''] = textsOf([cause, oldNumber, newNumber]);
    const numbers = t`${formatCardNumber(from)} ble til ${formatCardNumber(to)}`;
    const counted = typeof lossNumber === 'number' ? t`tap nr. ${lossNumber}` : t`teller ikke som tap`;
    return [numbers, reasons[reason] ?? '', counted];
  };
  const told = ({ kind, facts }: TimelineEntry): string[] => {
    const card = typeof facts['cardNumber'] === 'string' ? formatCardNumber(facts['cardNumber']) : '';
    if (typeof facts['caseNumber'] === 'number') return [t`sak ${facts['caseNumber']}`, card];
    if (card !== '') return [card];
    if (kind === 'card_replaced') return replaced(facts);
    if (kind === 'card_replacement_waived' && facts['cause'] === 'stolen') return [t`teller ikke som tap`];
    if (kind === 'limit_changed') return [t`Fra ${limit(facts['fromOre'])} til ${limit(facts['toOre'])}`];
    if (typeof facts['lastDay'] === 'string') return [t`siste skoledag ${format.date(facts['lastDay'])}`];
    if (kind === 'details_changed') return textsOf(facts['details']).map((field) => fields[field] ?? field);
    const [from, to] = textsOf([facts['from'], facts['to']]);
    return from !== undefined && to !== undefined ? [t`Fra ${from} til ${to}`] : [];
  };
  return {
    titleOf: (entry: TimelineEntry): string => {
      const { kind, summary } = entry;
      if (kind === 'goodwill' && summary.reversesId !== undefined) return t`Kjøp godskrevet`;
      if (kind === 'dispute' && summary.takenBackBy === 'merchant') return t`Betaling sendt tilbake`;
      return guardianTitle(entry) ?? titles[kind] ?? t`Endring`;
    },
    detailsOf: (entry: TimelineEntry): string[] => {
      const { summary, reason } = entry;
      const lines = summary.lines?.map(({ name, quantity }) => (quantity === 1 ? name : `${quantity} × ${name}`)) ?? [];
      const details = [
        ...told(entry),
        lines.join(', '),
        summary.receiptNumber === undefined ? undefined : t`kvittering ${summary.receiptNumber}`,
        summary.withoutCard ? t`uten kort` : undefined,
        summary.isAutomatic ? t`automatisk` : undefined,
        entry.facts['isUndo'] === true ? t`angret` : undefined,
        summary.paymentMethod && (methods[summary.paymentMethod] ?? summary.paymentMethod),
        summary.paymentReference,
        summary.cardLast4 ? `•••• ${summary.cardLast4}` : undefined,
        reason === null ? undefined : (reasons[reason] ?? reason),
      ];
      return details.filter((detail): detail is string => detail !== undefined && detail !== '');
    },
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
