import type { LetterTexts } from './letter-texts.ts';

const roles = { office: 'administrasjonen', support: 'kundeservice' } as const;

/** Bokmål. */
export const nb: LetterTexts = {
  verifyEmail: () => ({
    subject: 'Bekreft e-postadressen din',
    paragraphs: [
      'Takk for at du vil bruke Kantinekortet. Trykk på knappen for å bekrefte e-postadressen din. Etterpå kan du logge inn.',
      'Lenken virker i 24 timer. Har du ikke laget en profil, kan du se bort fra denne e-posten.',
    ],
    actionLabel: 'Bekreft e-postadressen',
  }),
  alreadyHasProfile: () => ({
    subject: 'Du har allerede en profil',
    paragraphs: [
      'Noen prøvde å lage en profil i Kantinekortet med denne e-postadressen, men du har en fra før. Du kan logge inn som vanlig.',
      'Har du glemt passordet? Velg «Glemt passord» når du logger inn. Var det ikke du som prøvde, trenger du ikke å gjøre noe.',
    ],
    actionLabel: 'Logg inn',
  }),
  resetPassword: () => ({
    subject: 'Lag nytt passord',
    paragraphs: [
      'Noen har bedt om nytt passord til profilen din i Kantinekortet. Trykk på knappen for å lage et nytt.',
      'Lenken virker i én time og bare én gang. Var det ikke du som ba om det, kan du se bort fra denne e-posten. Passordet ditt er ikke endret.',
    ],
    actionLabel: 'Lag nytt passord',
  }),
  passwordChanged: () => ({
    subject: 'Passordet ditt er endret',
    paragraphs: [
      'Passordet til profilen din i Kantinekortet er endret, og du er logget ut overalt.',
      'Var det ikke du som gjorde det? Velg «Glemt passord» når du logger inn, og ta kontakt med oss.',
    ],
  }),
  approveEmailChange: (newEmail) => ({
    subject: 'Godkjenn ny e-postadresse',
    paragraphs: [
      `Du har bedt om å endre e-postadressen din i Kantinekortet til ${newEmail}. Trykk på knappen for å godkjenne det.`,
      'Endringen skjer når du har bekreftet fra begge adressene. Lenken virker i 24 timer.',
      'Var det ikke du som ba om det? Ikke trykk på knappen, og lag et nytt passord.',
    ],
    actionLabel: 'Godkjenn endringen',
  }),
  confirmNewEmail: () => ({
    subject: 'Bekreft den nye e-postadressen din',
    paragraphs: [
      'Trykk på knappen for å bekrefte at du vil bruke denne e-postadressen i Kantinekortet.',
      'Endringen skjer når du har bekreftet fra begge adressene. Lenken virker i 24 timer. Har du ikke bedt om dette, kan du se bort fra denne e-posten.',
    ],
    actionLabel: 'Bekreft e-postadressen',
  }),
  newEmailIsTaken: () => ({
    subject: 'E-postadressen er allerede i bruk',
    paragraphs: [
      'Noen prøvde å bytte til denne e-postadressen i Kantinekortet, men du har en profil med den fra før. Ingenting er endret.',
      'Var det deg? Logg inn med denne adressen, eller velg en annen adresse til den andre profilen.',
    ],
    actionLabel: 'Logg inn',
  }),
  emailChanged: (oldEmail, newEmail) => ({
    subject: 'E-postadressen din er endret',
    paragraphs: [
      `E-postadressen din i Kantinekortet er endret fra ${oldEmail} til ${newEmail}. Bruk den nye når du logger inn.`,
      'Du er logget ut på andre enheter. Var det ikke du som endret adressen, må du ta kontakt med oss.',
    ],
  }),
  invitation: (schoolName, role) => ({
    subject: `Invitasjon til Kantinekortet ved ${schoolName}`,
    paragraphs: [
      `Du er invitert til å arbeide i Kantinekortet for ${roles[role]} ved ${schoolName}. Trykk på knappen for å takke ja.`,
      'Lenken virker i sju dager. Kjenner du ikke til dette, kan du se bort fra denne e-posten.',
    ],
    actionLabel: 'Takk ja',
  }),
};
