import type { Item } from '@kantinekortet/api-client';
import type { Formats } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export type Task = Item<'/schools/{schoolId}/tasks'>;

/** The words of one kind of task. */
export interface TaskWords {
  readonly title: MessageDescriptor;
  /** What to do, as the facts have it. */
  readonly todo: (facts: Facts, formats: Formats) => MessageDescriptor;
}

/** The facts of a task, read without trusting which ones are there. */
export interface Facts {
  readonly ore: (name: string) => number;
  readonly text: (name: string) => string;
}

export function factsOf({ facts }: Pick<Task, 'facts'>): Facts {
  return {
    ore: (name) => Number(facts[name] ?? 0),
    text: (name) => String(facts[name] ?? ''),
  };
}

/** What each kind of task says. A kind that the server knows and this table does not does not compile. */
export const taskWords: Readonly<Record<Task['kind'], TaskWords>> = {
  payment_discrepancy: {
    title: msg`Feil beløp betalt`,
    todo: (facts, { kr }) => {
      const expected = kr(facts.ore('expectedOre'));
      const paid = facts.text('currency') === 'NOK' ? kr(facts.ore('paidOre')) : otherMoney(facts);
      const name = facts.text('pupilName');
      if (facts.text('failureCode') !== '') {
        return msg`Påfylling til ${name}: det skulle betales ${expected}, men det ble betalt ${paid}. Pengene ble sendt tilbake, men banken til den som betalte, tok dem ikke imot. De er hos betalingsleverandøren igjen. Avgjør på nytt hva som skal skje med dem.`;
      }
      return msg`Påfylling til ${name}: det skulle betales ${expected}, men det ble betalt ${paid}. Avgjør hva som skal skje med pengene.`;
    },
  },
  unknown_payment: {
    title: msg`Ukjent betaling`,
    todo: (facts, { kr }) => {
      const paid = kr(facts.ore('amountOre'));
      const reference = facts.text('reference');
      return msg`Betalingsleverandøren har ${paid} som ingen har bedt om her (${reference}). Finn ut hvem som har betalt, og send pengene tilbake hos leverandøren.`;
    },
  },
  missing_payment: {
    title: msg`Betaling mangler hos leverandøren`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const reference = facts.text('reference');
      return msg`${amount} er ført som betalt (${reference}), men betalingsleverandøren kjenner ikke betalingen. Kontakt leverandøren.`;
    },
  },
  settlement_difference: {
    title: msg`Oppgjøret stemmer ikke`,
    todo: (facts, { kr }) => {
      const reference = facts.text('reference');
      const difference = kr(facts.ore('differenceOre'));
      const count = facts.ore('lineCount');
      return msg`Utbetalingen ${reference} fra betalingsleverandøren har ${count} linjer, til sammen ${difference}, som ikke er ført her. Finn ut hva de er.`;
    },
  },
  dispute: {
    title: msg`Innsigelse fra banken`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const owed = kr(facts.ore('owedOre'));
      const reference = facts.text('reference');
      const name = childrenOf(facts);
      if (facts.text('stage') === 'unknown') {
        return msg`En bank krever ${amount} tilbake (${reference}) for en betaling som ingen har bedt om her. Finn ut hva den gjaldt, og svar hos betalingsleverandøren innen fristen.`;
      }
      if (facts.text('stage') === 'asked') {
        return msg`Banken til den som betalte, spør om ${amount} for påfyllingen til ${name}. Ingen penger er trukket. Svar på ${reference} hos betalingsleverandøren innen fristen, og merk oppgaven som løst.`;
      }
      return facts.ore('owedOre') > 0
        ? msg`Banken til den som betalte, har hentet tilbake ${amount} for påfyllingen til ${name}. ${owed} av dette var brukt og er ført som skyldig. Mener skolen at betalingen var riktig, send dokumentasjon for ${reference} hos betalingsleverandøren innen fristen. Ellers lar du kravet stå. Merk oppgaven som løst når det er gjort.`
        : msg`Banken til den som betalte, har hentet tilbake ${amount} for påfyllingen til ${name}. Beløpet er trukket fra kortet. Mener skolen at betalingen var riktig, send dokumentasjon for ${reference} hos betalingsleverandøren innen fristen. Ellers lar du kravet stå. Merk oppgaven som løst når det er gjort.`;
    },
  },
  dashboard_refund: {
    title: msg`Refundert hos leverandøren`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const owed = kr(facts.ore('owedOre'));
      const reference = facts.text('reference');
      const name = childrenOf(facts);
      return facts.ore('owedOre') > 0
        ? msg`Noen har sendt ${amount} av påfyllingen til ${name} tilbake hos betalingsleverandøren (${reference}). ${owed} av dette var brukt og er ført som skyldig. Kontroller at det var riktig, og merk oppgaven som løst.`
        : msg`Noen har sendt ${amount} av påfyllingen til ${name} tilbake hos betalingsleverandøren (${reference}). Beløpet er trukket fra kortet. Kontroller at det var riktig, og merk oppgaven som løst.`;
    },
  },
  refund_approval: {
    title: msg`Utbetaling må godkjennes`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const name = facts.text('pupilName');
      return msg`${amount} fra kortet til ${name} skal betales ut til en bankkonto. En som verken har ført pengene eller kontoen, må godkjenne det under Utbetalinger.`;
    },
  },
  payout_approval: {
    title: msg`Utbetalingsfil må godkjennes`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const number = facts.ore('number');
      const name = facts.text('preparedBy');
      return msg`${name} har laget utbetalingsfil ${number} på ${amount}. En annen må se over den og godkjenne den.`;
    },
  },
  payout_returned: {
    title: msg`Utbetaling kom i retur`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const name = facts.text('pupilName');
      return msg`Banken fikk ikke utbetalt ${amount}, og pengene står på kortet til ${name} igjen. Avtal med familien hvilken konto de skal til.`;
    },
  },
  payout_overdue: {
    title: msg`Utbetalinger venter på en fil`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const count = facts.ore('count');
      return msg`${amount} (utbetalinger: ${count}) har vært klare for banken i minst tre dager. Lag en utbetalingsfil under Utbetalinger.`;
    },
  },
  payout_not_fetched: {
    title: msg`Utbetalingsfil er ikke sendt`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const number = facts.ore('number');
      return msg`Utbetalingsfil ${number} på ${amount} ble godkjent for minst to dager siden, men ingen har lastet den ned. Last den ned og legg den inn i banken, eller trekk den tilbake.`;
    },
  },
  payout_unanswered: {
    title: msg`Banken har ikke svart`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const number = facts.ore('number');
      const count = facts.ore('lineCount');
      return msg`Utbetalingsfil ${number} ble lastet ned for minst fem virkedager siden. Banken har ennå ikke svart for ${amount} (linjer: ${count}). Se etter i nettbanken, og les inn svaret eller merk linjene under Utbetalinger.`;
    },
  },
  payout_contradiction: {
    title: msg`Bankens svar stemmer ikke`,
    todo: (facts) => {
      const number = facts.ore('number');
      const lines = facts.text('lines') || '–';
      const unknown = facts.text('unknown') || '–';
      return msg`Bankens svar på utbetalingsfil ${number} stemmer ikke med det som er ført: feil beløp, en utbetaling som ikke er i filen, eller noe annet enn banken har sagt før. Linjer: ${lines}. Ukjente: ${unknown}. Ingenting er endret for dem. Ring banken, og før det riktige på filen.`;
    },
  },
  provider_silent: {
    title: msg`Får ikke svar om påfyllinger`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const count = facts.ore('count');
      const method = facts.text('method');
      return method === 'card'
        ? msg`Leverandøren av kortbetaling har ikke svart på et døgn om påfyllinger på ${amount} (antall: ${count}). De kan være betalt uten at pengene er på kortet. Vi spør hvert femte minutt. Kontakt leverandøren.`
        : msg`${method} har ikke svart på et døgn om påfyllinger på ${amount} (antall: ${count}). De kan være betalt uten at pengene er på kortet. Vi spør hvert femte minutt. Kontakt leverandøren.`;
    },
  },
  refund_stuck: {
    title: msg`Refusjon kommer ikke av sted`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const name = facts.text('pupilName');
      return msg`${amount} fra kortet til ${name} skulle vært sendt tilbake for over et døgn siden, men betalingsleverandøren svarer ikke. Vi prøver hvert minutt. Kontakt leverandøren.`;
    },
  },
  refund_unconfirmed: {
    title: msg`Refusjon er ikke bekreftet`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const name = facts.text('pupilName');
      return msg`${amount} fra kortet til ${name} ble sendt tilbake og skulle vært framme, men betalingsleverandøren har ikke bekreftet det. Vi spør hvert minutt. Kontakt leverandøren.`;
    },
  },
  terminal_day_open: {
    title: msg`Dag på bankterminalen er ikke lukket`,
    todo: (facts, { kr, date }) => {
      const amount = kr(facts.ore('amountOre'));
      const day = date(facts.text('day'));
      const count = facts.ore('count');
      return msg`${amount} til familier (utbetalinger: ${count}) venter på at ${day} blir lukket på bankterminalen.`;
    },
  },
  books_red: {
    title: msg`Regnskapet stemmer ikke`,
    todo: (facts) => {
      const count = facts.ore('count');
      return msg`Nattens kontroll fant avvik (${count}). Se på dem under Regnskap. Oppgaven forsvinner av seg selv når regnskapet stemmer igjen.`;
    },
  },
  limited_network_near: {
    title: msg`Nær grensen for meldeplikt`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const percent = facts.ore('percent');
      const name = facts.text('merchantName');
      return msg`${amount} har gått gjennom kortene til ${name} det siste året. Det er ${percent} % av det som kan gå uten melding til Finanstilsynet. Følg med under Regnskap, og avtal hvem som sender meldingen.`;
    },
  },
  limited_network_over: {
    title: msg`Meld fra til Finanstilsynet`,
    todo: (facts, { kr }) => {
      const amount = kr(facts.ore('amountOre'));
      const name = facts.text('merchantName');
      return msg`${amount} har gått gjennom kortene til ${name} det siste året. Det er mer enn 1 million euro, og da skal Finanstilsynet ha melding. Alle skolene til ${name} har fått denne oppgaven: avtal hvem som melder.`;
    },
  },
};

/** The child that a payment was for, with how many others it was for too. */
function childrenOf(facts: Facts): string {
  const others = facts.ore('childCount') - 1;
  const name = facts.text('pupilName');
  return others > 0 ? `${name} + ${others}` : name;
}

/** Money that is not kroner, such as `200.00 SEK`. */
function otherMoney(facts: Facts): string {
  return `${(facts.ore('paidOre') / 100).toFixed(2)} ${facts.text('currency')}`;
}
