import type { Language, Letter } from '@kantinekortet/platform';

interface Words {
  readonly subject: string;
  readonly recorded: string;
  readonly notYou: string;
  readonly label: string;
}

const texts: Readonly<Record<Language, (last4: string, from: string) => Words>> = {
  nb: (last4, from) => ({
    subject: 'Nytt kontonummer for tilbakebetaling',
    recorded: `Penger fra kantinekortet kan fra ${from} betales til kontoen som slutter på ${last4}. Før det blir ingenting sendt dit.`,
    notYou: 'Kjenner du ikke til dette? Logg inn og bytt passord med en gang, og si fra til skolen.',
    label: 'Se kortet',
  }),
  nn: (last4, from) => ({
    subject: 'Nytt kontonummer for tilbakebetaling',
    recorded: `Pengar frå kantinekortet kan frå ${from} betalast til kontoen som sluttar på ${last4}. Før det blir ingenting sendt dit.`,
    notYou: 'Kjenner du ikkje til dette? Logg inn og byt passord med ein gong, og sei frå til skulen.',
    label: 'Sjå kortet',
  }),
  en: (last4, from) => ({
    subject: 'New bank account for money back',
    recorded: `From ${from}, money from the canteen card can be paid to the account ending in ${last4}. Nothing is sent there before.`,
    notYou: 'Was it not you? Sign in and change your password at once, and tell the school.',
    label: 'See the card',
  }),
};

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** Tells whoever may object that an account was recorded, and from when money may be sent there. */
export function accountLetter(
  reader: { readonly email: string; readonly language: Language },
  account: { readonly last4: string; readonly usableAt: Date },
  url: string,
): Letter {
  const { language, email } = reader;
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone: 'Europe/Oslo',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const { subject, recorded, notYou, label } = texts[language](account.last4, format.format(account.usableAt));
  return { to: email, subject, paragraphs: [recorded, notYou], action: { label, url } };
}
