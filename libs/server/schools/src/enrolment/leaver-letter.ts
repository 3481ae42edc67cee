import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';

interface Leaver {
  readonly firstName: string;
  readonly schoolName: string;
  readonly balanceOre: number;
}

interface Words {
  readonly subject: string;
  readonly ended: string;
  readonly left: (amount: string) => string;
  readonly nothingLeft: string;
  readonly label: string;
}

const words: Readonly<Record<Language, (leaver: Leaver) => Words>> = {
  nb: ({ firstName, schoolName }) => ({
    subject: `Kantinekortet til ${firstName} er avsluttet`,
    ended: `${firstName} går ikke lenger på ${schoolName}. Kortet kan ikke brukes mer.`,
    left: (amount) =>
      `Det står igjen ${amount}. Pengene er deres. Du får tilbake det du har betalt inn: velg «Få pengene tilbake».`,
    nothingLeft: 'Det står ingen penger igjen. Du trenger ikke gjøre noe.',
    label: 'Se kortet',
  }),
  nn: ({ firstName, schoolName }) => ({
    subject: `Kantinekortet til ${firstName} er avslutta`,
    ended: `${firstName} går ikkje lenger på ${schoolName}. Kortet kan ikkje brukast meir.`,
    left: (amount) =>
      `Det står att ${amount}. Pengane er dykkar. Du får att det du har betalt inn: vel «Få pengane tilbake».`,
    nothingLeft: 'Det står ingen pengar att. Du treng ikkje gjere noko.',
    label: 'Sjå kortet',
  }),
  en: ({ firstName, schoolName }) => ({
    subject: `The canteen card of ${firstName} has ended`,
    ended: `${firstName} no longer attends ${schoolName}. The card cannot be used any more.`,
    left: (amount) =>
      `There is ${amount} left. The money is yours. You get back what you have paid in: choose “Get the money back”.`,
    nothingLeft: 'There is no money left. You need not do anything.',
    label: 'See the card',
  }),
};

/** Tells a guardian that the card has ended, what is left on it and how to get it back. */
export function leaverLetter(
  reader: { readonly email: string; readonly language: Language },
  leaver: Leaver,
  url: string,
): Letter {
  const { subject, ended, left, nothingLeft, label } = words[reader.language](leaver);
  const money = leaver.balanceOre > 0 ? left(formatKr(leaver.balanceOre, reader.language)) : nothingLeft;
  return { to: reader.email, subject, paragraphs: [ended, money], action: { label, url } };
}

const atOffice = {
  nb: (amount: string) =>
    `Det står igjen ${amount}. Pengene er deres. Skolen betaler dem tilbake: skriv til oss, eller ta kontakt med skolekontoret.`,
  en: (amount: string) =>
    `There is ${amount} left. The money is yours. The school pays it back: write to us, or ask the school office.`,
};

/** Tells the same to a guardian whom only the roster knows: in two languages, as nobody has chosen one, and with the school to ask. */
export function rosterLeaverLetter(email: string, leaver: Leaver, contactUrl: string): Letter {
  const { subject } = words.nb(leaver);
  const paragraphs = (['nb', 'en'] as const).flatMap((language) => {
    const { ended, nothingLeft } = words[language](leaver);
    const { balanceOre } = leaver;
    return [ended, balanceOre > 0 ? atOffice[language](formatKr(balanceOre, language)) : nothingLeft];
  });
  return { to: email, subject, paragraphs, action: { label: 'Skriv til skolen', url: contactUrl } };
}
