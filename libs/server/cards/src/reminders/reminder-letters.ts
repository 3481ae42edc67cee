import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';
import type { ReminderKind } from './reminder.dto.ts';
import type { UnreadyFamily } from './unready-families.ts';

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

type Write = (family: UnreadyFamily) => Words;

const noGuardian: Readonly<Record<Language, Write>> = {
  nb: ({ firstName, schoolName }) => ({
    subject: `Registrer kantinekortet til ${firstName}`,
    paragraphs: [
      `Kantina på ${schoolName} slutter snart å ta imot kontanter. Kortet til ${firstName} er ikke registrert ennå.`,
      'Lag en profil, og bruk kortnummeret og kontrollkoden i brevet fra skolen. Så kan du fylle på kortet.',
      'Har du ikke brevet, eller vil du ikke lage en profil? Skolekontoret hjelper deg.',
    ],
    label: 'Registrer kortet',
  }),
  nn: ({ firstName, schoolName }) => ({
    subject: `Registrer kantinekortet til ${firstName}`,
    paragraphs: [
      `Kantina på ${schoolName} sluttar snart å ta imot kontantar. Kortet til ${firstName} er ikkje registrert enno.`,
      'Lag ein profil, og bruk kortnummeret og kontrollkoden i brevet frå skulen. Så kan du fylle på kortet.',
      'Har du ikkje brevet, eller vil du ikkje lage ein profil? Skulekontoret hjelper deg.',
    ],
    label: 'Registrer kortet',
  }),
  en: ({ firstName, schoolName }) => ({
    subject: `Register the canteen card of ${firstName}`,
    paragraphs: [
      `The canteen at ${schoolName} soon stops taking cash. The card of ${firstName} is not registered yet.`,
      'Make a profile and use the card number and the control code in the letter from the school. Then you can top up.',
      'No letter, or no wish for a profile? The school office helps you.',
    ],
    label: 'Register the card',
  }),
};

const noMoney: Readonly<Record<Language, Write>> = {
  nb: ({ firstName, availableOre }) => ({
    subject: `Fyll på kantinekortet til ${firstName}`,
    paragraphs: [
      `Det er ${formatKr(availableOre)} på kortet til ${firstName}. Det holder ikke til en lunsj i kantina.`,
      'Du fyller på i profilen din. Du kan også betale på skolekontoret.',
    ],
    label: 'Fyll på kortet',
  }),
  nn: ({ firstName, availableOre }) => ({
    subject: `Fyll på kantinekortet til ${firstName}`,
    paragraphs: [
      `Det er ${formatKr(availableOre, 'nn')} på kortet til ${firstName}. Det held ikkje til ein lunsj i kantina.`,
      'Du fyller på i profilen din. Du kan også betale på skulekontoret.',
    ],
    label: 'Fyll på kortet',
  }),
  en: ({ firstName, availableOre }) => ({
    subject: `Top up the canteen card of ${firstName}`,
    paragraphs: [
      `There is ${formatKr(availableOre, 'en')} on the card of ${firstName}. That is not enough for a lunch in the canteen.`,
      'Top up in your profile. You can also pay at the school office.',
    ],
    label: 'Top up the card',
  }),
};

const writers: Readonly<Record<ReminderKind, Readonly<Record<Language, Write>>>> = {
  no_guardian: noGuardian,
  no_money: noMoney,
};

/** The mails that remind a family: each reader in their language, in bokmål and English where nobody has chosen one. */
export function reminderLetters(kind: ReminderKind, family: UnreadyFamily, parentUrl: string): Letter[] {
  const write = writers[kind];
  const url = kind === 'no_guardian' ? `${parentUrl}/kort` : parentUrl;
  return family.readers.map(({ email, language }) => {
    const { subject, paragraphs, label } = write[language ?? 'nb'](family);
    const english = language === null ? write.en(family).paragraphs : [];
    return { to: email, subject, paragraphs: [...paragraphs, ...english], action: { label, url } };
  });
}
