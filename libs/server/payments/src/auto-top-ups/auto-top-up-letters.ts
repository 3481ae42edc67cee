import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';
import type { Addressee } from '@kantinekortet/schools';
import { lowText, switchOffTexts, type ToldReason } from './switch-off-texts.ts';

/** What a letter about an automatic top-up tells of. */
export interface AutoTopUpNews {
  readonly firstName: string;
  readonly belowOre: number;
  readonly amountOre: number;
  readonly timesAMonth: number;
  /** The one thing to do. */
  readonly url: string;
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

type Texts = Readonly<Record<Language, (news: AutoTopUpNews) => Words>>;

const approval: Texts = {
  nb: ({ firstName, belowOre, amountOre }) => ({
    subject: `Godkjenn påfyllingen til ${firstName}`,
    paragraphs: [
      `${lowText('nb', firstName, belowOre)} Vi skulle fylle på med ${formatKr(amountOre, 'nb')}, men banken vil at du godkjenner betalingen selv.`,
      'Pengene er ikke trukket. Godkjenner du ikke innen tre dager, slår vi av automatisk påfylling.',
    ],
    label: 'Godkjenn betalingen',
  }),
  nn: ({ firstName, belowOre, amountOre }) => ({
    subject: `Godkjenn påfyllinga til ${firstName}`,
    paragraphs: [
      `${lowText('nn', firstName, belowOre)} Vi skulle fylle på med ${formatKr(amountOre, 'nn')}, men banken vil at du godkjenner betalinga sjølv.`,
      'Pengane er ikkje trekte. Godkjenner du ikkje innan tre dagar, slår vi av automatisk påfylling.',
    ],
    label: 'Godkjenn betalinga',
  }),
  en: ({ firstName, belowOre, amountOre }) => ({
    subject: `Approve the top-up for ${firstName}`,
    paragraphs: [
      `${lowText('en', firstName, belowOre)} We were about to add ${formatKr(amountOre, 'en')}, but the bank wants you to approve the payment yourself.`,
      'No money has been taken. If you do not approve within three days, we switch automatic top-up off.',
    ],
    label: 'Approve the payment',
  }),
};

const refused: Texts = {
  nb: ({ firstName, belowOre, amountOre }) => ({
    subject: `Påfyllingen til ${firstName} ble avvist`,
    paragraphs: [
      `${lowText('nb', firstName, belowOre)} Vi prøvde å fylle på med ${formatKr(amountOre, 'nb')}, men banken avviste kortet. Vi har ikke trukket penger.`,
      'Vi prøver igjen om en time, så etter ett døgn og etter tre døgn til. Du kan også fylle på selv nå.',
    ],
    label: 'Fyll på',
  }),
  nn: ({ firstName, belowOre, amountOre }) => ({
    subject: `Påfyllinga til ${firstName} vart avvist`,
    paragraphs: [
      `${lowText('nn', firstName, belowOre)} Vi prøvde å fylle på med ${formatKr(amountOre, 'nn')}, men banken avviste kortet. Vi har ikkje trekt pengar.`,
      'Vi prøver igjen om ein time, så etter eitt døgn og etter tre døgn til. Du kan også fylle på sjølv no.',
    ],
    label: 'Fyll på',
  }),
  en: ({ firstName, belowOre, amountOre }) => ({
    subject: `The top-up for ${firstName} was declined`,
    paragraphs: [
      `${lowText('en', firstName, belowOre)} We tried to add ${formatKr(amountOre, 'en')}, but the bank declined the card. We have not taken any money.`,
      'We try again in an hour, then after one more day and after three more days. You can also top up yourself now.',
    ],
    label: 'Top up',
  }),
};

const limit: Texts = {
  nb: ({ firstName, belowOre, timesAMonth }) => ({
    subject: `Månedens påfyllinger til ${firstName} er brukt opp`,
    paragraphs: [
      `${lowText('nb', firstName, belowOre)} Vi fyller ikke på av oss selv igjen før neste måned, for du har satt grensen til ${timesAMonth} i måneden.`,
      'Du kan fylle på selv eller endre grensen.',
    ],
    label: 'Fyll på',
  }),
  nn: ({ firstName, belowOre, timesAMonth }) => ({
    subject: `Påfyllingane til ${firstName} denne månaden er brukte opp`,
    paragraphs: [
      `${lowText('nn', firstName, belowOre)} Vi fyller ikkje på av oss sjølve igjen før neste månad, for du har sett grensa til ${timesAMonth} i månaden.`,
      'Du kan fylle på sjølv eller endre grensa.',
    ],
    label: 'Fyll på',
  }),
  en: ({ firstName, belowOre, timesAMonth }) => ({
    subject: `This month’s top-ups for ${firstName} are used up`,
    paragraphs: [
      `${lowText('en', firstName, belowOre)} We do not top up by ourselves again before next month, because you set the limit to ${timesAMonth} a month.`,
      'You can top up yourself or change the limit.',
    ],
    label: 'Top up',
  }),
};

const switchedOff: Readonly<Record<Language, Words>> = {
  nb: {
    subject: 'Automatisk påfylling er slått av',
    paragraphs: ['Automatisk påfylling er slått av. Du kan slå den på igjen i profilen din, eller fylle på selv.'],
    label: 'Se automatisk påfylling',
  },
  nn: {
    subject: 'Automatisk påfylling er slått av',
    paragraphs: ['Automatisk påfylling er slått av. Du kan slå ho på igjen i profilen din, eller fylle på sjølv.'],
    label: 'Sjå automatisk påfylling',
  },
  en: {
    subject: 'Automatic top-up is switched off',
    paragraphs: ['Automatic top-up is switched off. You can switch it on again in your profile, or top up yourself.'],
    label: 'See automatic top-up',
  },
};

const isOver: readonly ToldReason[] = ['pupil_left', 'not_guardian'];

/** The bank wants the payer: without this letter nobody would know. */
export function approvalLetter(reader: Addressee, news: AutoTopUpNews): Letter {
  return toLetter(reader, approval[reader.language](news), news.url);
}

/** The first refusal of a run; the later ones say nothing new until the last. */
export function refusedLetter(reader: Addressee, news: AutoTopUpNews): Letter {
  return toLetter(reader, refused[reader.language](news), news.url);
}

export function monthLimitLetter(reader: Addressee, news: AutoTopUpNews): Letter {
  return toLetter(reader, limit[reader.language](news), news.url);
}

/** A rule that has been switched off, and why; what can be done about it only where something can. */
export function switchedOffLetter(reader: Addressee, { firstName, url }: AutoTopUpNews, reason: ToldReason): Letter {
  const why = switchOffTexts[reader.language][reason](firstName);
  const { subject, paragraphs, label } = switchedOff[reader.language];
  if (isOver.includes(reason)) return { to: reader.email, subject: `${subject}: ${firstName}`, paragraphs: [why] };
  return toLetter(reader, { subject: `${subject}: ${firstName}`, paragraphs: [why, ...paragraphs], label }, url);
}

function toLetter(reader: Addressee, { subject, paragraphs, label }: Words, url: string): Letter {
  return { to: reader.email, subject, paragraphs, action: { label, url } };
}
