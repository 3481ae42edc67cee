import type { Language, Letter } from '@kantinekortet/platform';

interface Invitation {
  /** Null when the office invites. */
  readonly inviterName: string | null;
  readonly schoolName: string;
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

// No child is named: the address was typed by hand, and may be somebody else's.
const words: Readonly<Record<Language, (inviter: string, schoolName: string) => Words>> = {
  nb: (inviter, schoolName) => ({
    subject: 'Du er invitert til Kantinekortet',
    paragraphs: [
      `${inviter} inviterer deg til å følge kantinekortet til et barn på ${schoolName}: se saldo og kjøp, og fylle på.`,
      'Lenken gjelder i 14 dager og kan brukes én gang, med en profil som har denne e-postadressen.',
    ],
    label: 'Se invitasjonen',
  }),
  nn: (inviter, schoolName) => ({
    subject: 'Du er invitert til Kantinekortet',
    paragraphs: [
      `${inviter} inviterer deg til å følgje kantinekortet til eit barn på ${schoolName}: sjå saldo og kjøp, og fylle på.`,
      'Lenkja gjeld i 14 dagar og kan brukast éin gong, med ein profil som har denne e-postadressa.',
    ],
    label: 'Sjå invitasjonen',
  }),
  en: (inviter, schoolName) => ({
    subject: 'You are invited to Kantinekortet',
    paragraphs: [
      `${inviter} invites you to follow the canteen card of a child at ${schoolName}: see balance and purchases, and top up.`,
      'The link is valid for 14 days and works once, with a profile that has this e-mail address.',
    ],
    label: 'See the invitation',
  }),
};

/** The letter with the link, to an address that may or may not have a profile. */
export function invitationLetter(
  reader: { readonly email: string; readonly language: Language },
  { inviterName, schoolName }: Invitation,
  url: string,
): Letter {
  const { subject, paragraphs, label } = words[reader.language](inviterName ?? schoolName, schoolName);
  return { to: reader.email, subject, paragraphs, action: { label, url } };
}
