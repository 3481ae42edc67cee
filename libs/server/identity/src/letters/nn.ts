import type { LetterTexts } from './letter-texts.ts';

const roles = { office: 'administrasjonen', support: 'kundeservice' } as const;

/** Nynorsk. */
export const nn: LetterTexts = {
  verifyEmail: () => ({
    subject: 'Stadfest e-postadressa di',
    paragraphs: [
      'Takk for at du vil bruke Kantinekortet. Trykk på knappen for å stadfeste e-postadressa di. Etterpå kan du logge inn.',
      'Lenkja verkar i 24 timar. Har du ikkje laga ein profil, kan du sjå bort frå denne e-posten.',
    ],
    actionLabel: 'Stadfest e-postadressa',
  }),
  alreadyHasProfile: () => ({
    subject: 'Du har allereie ein profil',
    paragraphs: [
      'Nokon prøvde å lage ein profil i Kantinekortet med denne e-postadressa, men du har ein frå før. Du kan logge inn som vanleg.',
      'Har du gløymt passordet? Vel «Gløymt passord» når du loggar inn. Var det ikkje du som prøvde, treng du ikkje gjere noko.',
    ],
    actionLabel: 'Logg inn',
  }),
  resetPassword: () => ({
    subject: 'Lag nytt passord',
    paragraphs: [
      'Nokon har bede om nytt passord til profilen din i Kantinekortet. Trykk på knappen for å lage eit nytt.',
      'Lenkja verkar i éin time og berre éin gong. Var det ikkje du som bad om det, kan du sjå bort frå denne e-posten. Passordet ditt er ikkje endra.',
    ],
    actionLabel: 'Lag nytt passord',
  }),
  passwordChanged: () => ({
    subject: 'Passordet ditt er endra',
    paragraphs: [
      'Passordet til profilen din i Kantinekortet er endra, og du er logga ut overalt.',
      'Var det ikkje du som gjorde det? Vel «Gløymt passord» når du loggar inn, og ta kontakt med oss.',
    ],
  }),
  approveEmailChange: (newEmail) => ({
    subject: 'Godkjenn ny e-postadresse',
    paragraphs: [
      `Du har bede om å endre e-postadressa di i Kantinekortet til ${newEmail}. Trykk på knappen for å godkjenne det.`,
      'Endringa skjer når du har stadfesta frå begge adressene. Lenkja verkar i 24 timar.',
      'Var det ikkje du som bad om det? Ikkje trykk på knappen, og lag eit nytt passord.',
    ],
    actionLabel: 'Godkjenn endringa',
  }),
  confirmNewEmail: () => ({
    subject: 'Stadfest den nye e-postadressa di',
    paragraphs: [
      'Trykk på knappen for å stadfeste at du vil bruke denne e-postadressa i Kantinekortet.',
      'Endringa skjer når du har stadfesta frå begge adressene. Lenkja verkar i 24 timar. Har du ikkje bede om dette, kan du sjå bort frå denne e-posten.',
    ],
    actionLabel: 'Stadfest e-postadressa',
  }),
  newEmailIsTaken: () => ({
    subject: 'E-postadressa er allereie i bruk',
    paragraphs: [
      'Nokon prøvde å byte til denne e-postadressa i Kantinekortet, men du har ein profil med ho frå før. Ingenting er endra.',
      'Var det deg? Logg inn med denne adressa, eller vel ei anna adresse til den andre profilen.',
    ],
    actionLabel: 'Logg inn',
  }),
  emailChanged: (oldEmail, newEmail) => ({
    subject: 'E-postadressa di er endra',
    paragraphs: [
      `E-postadressa di i Kantinekortet er endra frå ${oldEmail} til ${newEmail}. Bruk den nye når du loggar inn.`,
      'Du er logga ut på andre einingar. Var det ikkje du som endra adressa, må du ta kontakt med oss.',
    ],
  }),
  invitation: (schoolName, role) => ({
    subject: `Invitasjon til Kantinekortet ved ${schoolName}`,
    paragraphs: [
      `Du er invitert til å arbeide i Kantinekortet for ${roles[role]} ved ${schoolName}. Trykk på knappen for å takke ja.`,
      'Lenkja verkar i sju dagar. Kjenner du ikkje til dette, kan du sjå bort frå denne e-posten.',
    ],
    actionLabel: 'Takk ja',
  }),
};
