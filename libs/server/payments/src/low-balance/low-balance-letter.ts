import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';

export interface LowBalance {
  readonly firstName: string;
  readonly pupilId: string;
  readonly availableOre: number;
  readonly belowOre: number;
  /** What the button offers to pay, in whole kroner; null when there is no room on the card. */
  readonly suggestedOre: number | null;
}

interface Words {
  readonly subject: (name: string) => string;
  readonly left: (name: string, left: string, below: string) => string;
  readonly note: string;
  readonly topUp: string;
  readonly topUpBy: (amount: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  nb: {
    subject: (name) => `Lite penger på kantinekortet til ${name}`,
    left: (name, left, below) =>
      `${name} har ${left} igjen på kortet. Du har bedt om beskjed når det er mindre enn ${below}.`,
    note: 'Du får høyst én slik e-post om dagen for hvert barn. Grensen endrer du i Kantinekortet.',
    topUp: 'Fyll på',
    topUpBy: (amount) => `Fyll på ${amount}`,
  },
  nn: {
    subject: (name) => `Lite pengar på kantinekortet til ${name}`,
    left: (name, left, below) =>
      `${name} har ${left} igjen på kortet. Du har bede om beskjed når det er mindre enn ${below}.`,
    note: 'Du får høgst éin slik e-post om dagen for kvart barn. Grensa endrar du i Kantinekortet.',
    topUp: 'Fyll på',
    topUpBy: (amount) => `Fyll på ${amount}`,
  },
  en: {
    subject: (name) => `Little money on the canteen card of ${name}`,
    left: (name, left, below) =>
      `${name} has ${left} left on the card. You asked to be told when there is less than ${below}.`,
    note: 'You get at most one such mail a day for each child. You change the limit in Kantinekortet.',
    topUp: 'Top up',
    topUpBy: (amount) => `Top up ${amount}`,
  },
};

/** Tells a guardian that a child has little left. Its link opens the child's top-up with the amount filled in. */
export function lowBalanceLetter(
  { firstName, pupilId, availableOre, belowOre, suggestedOre }: LowBalance,
  { email, language }: { readonly email: string; readonly language: Language },
  parentUrl: string,
): Letter {
  const { subject, left, note, topUp, topUpBy } = words[language];
  const money = (ore: number) => formatKr(ore, language);
  const screen = `${parentUrl}/barn/${pupilId}/fyll-paa`;
  return {
    to: email,
    subject: subject(firstName),
    paragraphs: [left(firstName, money(availableOre), money(belowOre)), note],
    action:
      suggestedOre === null
        ? { label: topUp, url: screen }
        : { label: topUpBy(money(suggestedOre)), url: `${screen}?belop=${suggestedOre / 100}` },
  };
}
