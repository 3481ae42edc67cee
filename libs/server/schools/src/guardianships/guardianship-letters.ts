import type { Language, Letter } from '@kantinekortet/platform';

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

type Write = (applicantName: string, pupilName: string) => Words;

const asked: Readonly<Record<Language, Write>> = {
  nb: (applicant, pupil) => ({
    subject: `${applicant} vil bli foresatt for ${pupil}`,
    paragraphs: [
      `${applicant} ber om å få se saldo og kjøp på kortet til ${pupil}.`,
      'Du er den første foresatte. Si ja eller nei i Kantinekortet. Kjenner du ikke personen, si nei.',
    ],
    label: 'Se forespørselen',
  }),
  nn: (applicant, pupil) => ({
    subject: `${applicant} vil bli føresett for ${pupil}`,
    paragraphs: [
      `${applicant} ber om å få sjå saldo og kjøp på kortet til ${pupil}.`,
      'Du er den første føresette. Sei ja eller nei i Kantinekortet. Kjenner du ikkje personen, sei nei.',
    ],
    label: 'Sjå førespurnaden',
  }),
  en: (applicant, pupil) => ({
    subject: `${applicant} asks to be a guardian of ${pupil}`,
    paragraphs: [
      `${applicant} asks to see the balance and purchases of ${pupil}'s card.`,
      'You are the first guardian. Say yes or no in Kantinekortet. If you do not know the person, say no.',
    ],
    label: 'See the request',
  }),
};

const approved: Readonly<Record<Language, Write>> = {
  nb: (_, pupil) => ({
    subject: `Du er nå foresatt for ${pupil}`,
    paragraphs: [`Forespørselen din er godkjent. Du kan se saldo og fylle på kortet til ${pupil}.`],
    label: 'Åpne Kantinekortet',
  }),
  nn: (_, pupil) => ({
    subject: `Du er no føresett for ${pupil}`,
    paragraphs: [`Førespurnaden din er godkjend. Du kan sjå saldo og fylle på kortet til ${pupil}.`],
    label: 'Opne Kantinekortet',
  }),
  en: (_, pupil) => ({
    subject: `You are now a guardian of ${pupil}`,
    paragraphs: [`Your request is approved. You can see the balance and top up the card of ${pupil}.`],
    label: 'Open Kantinekortet',
  }),
};

const linked: Readonly<Record<Language, Write>> = {
  nb: (_, pupil) => ({
    ...approved.nb(_, pupil),
    paragraphs: [
      `Skolen har koblet deg til ${pupil}. Du kan se saldo og fylle på kortet. Er dette feil, si fra til skolen.`,
    ],
  }),
  nn: (_, pupil) => ({
    ...approved.nn(_, pupil),
    paragraphs: [
      `Skulen har kopla deg til ${pupil}. Du kan sjå saldo og fylle på kortet. Er dette feil, sei frå til skulen.`,
    ],
  }),
  en: (_, pupil) => ({
    ...approved.en(_, pupil),
    paragraphs: [
      `The school has linked you to ${pupil}. You can see the balance and top up the card. If this is wrong, tell the school.`,
    ],
  }),
};

// The name of a child is not repeated to someone who was turned down.
const rejected: Readonly<Record<Language, Write>> = {
  nb: () => ({
    subject: 'Forespørselen om å bli foresatt ble avslått',
    paragraphs: ['Forespørselen din om å bli foresatt ble ikke godkjent. Ta kontakt med skolen hvis dette er feil.'],
    label: 'Åpne Kantinekortet',
  }),
  nn: () => ({
    subject: 'Førespurnaden om å bli føresett vart avslått',
    paragraphs: ['Førespurnaden din om å bli føresett vart ikkje godkjend. Ta kontakt med skulen om dette er feil.'],
    label: 'Opne Kantinekortet',
  }),
  en: () => ({
    subject: 'Your request to be a guardian was declined',
    paragraphs: ['Your request to be a guardian was not approved. Contact the school if this is a mistake.'],
    label: 'Open Kantinekortet',
  }),
};

const letters = { asked, approved, linked, rejected } as const;

/** The letter about a request: to the first guardian when it is asked, to the applicant when it is decided. */
export function guardianshipLetter(
  kind: keyof typeof letters,
  reader: { readonly email: string; readonly language: Language },
  names: { readonly applicantName: string; readonly pupilName: string },
  parentUrl: string,
): Letter {
  const { subject, paragraphs, label } = letters[kind][reader.language](names.applicantName, names.pupilName);
  return { to: reader.email, subject, paragraphs, action: { label, url: parentUrl } };
}
