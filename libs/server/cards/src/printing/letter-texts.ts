export interface LetterTexts {
  readonly heading: string;
  readonly lead: string;
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  readonly notes: readonly string[];
  readonly nynorsk: string;
  readonly english: string;
}

/** The words of a letter: to the guardians of a pupil, or with a card that has no pupil yet (`firstName` null). */
export function letterTexts(firstName: string | null, schoolName: string): LetterTexts {
  const isFor = firstName === null ? '' : ` til ${firstName}`;
  const pupil = firstName ?? 'eleven';
  const register =
    firstName === null
      ? 'Bruk kortnummeret og kontrollkoden under, og velg barnet som har kortet.'
      : 'Bruk kortnummeret og kontrollkoden under. Så kan du fylle på.';
  return {
    heading: `Kantinekortet${isFor} er klart`,
    lead:
      `Med kortet betaler ${pupil} maten i kantina på ${schoolName}, uten kontanter og uten PIN-kode. ` +
      'Du lager en profil på nettet, fyller på kortet og ser hvert kjøp.',
    steps: [
      { title: 'Skann koden', text: 'Bruk kameraet på telefonen, eller gå til nettadressen under.' },
      { title: 'Lag en profil', text: 'Du trenger bare navnet ditt og en e\u2011postadresse.' },
      { title: 'Registrer kortet', text: register },
    ],
    notes: [
      'Kontrollkoden virker én gang, og ingen kan handle med den.',
      'Ta vare på brevet til kortet er registrert.',
      `Mister ${pupil} kortet, sperrer du det i profilen eller sier fra til skolekontoret. Pengene blir stående.`,
      'Penger som ikke er brukt, kan du få tilbake når du vil.',
      'Kan eller vil du ikke lage en profil? Skolekontoret ordner det for deg.',
    ],
    nynorsk:
      `Kantinekortet${isFor} er klart. Skann koden med telefonen, eller gå til nettadressa over. Lag ein profil, og bruk ` +
      'kortnummeret og kontrollkoden. Koden verkar éin gong. Ta kontakt med skulekontoret om du treng hjelp eller ' +
      'ikkje vil lage ein profil.',
    english:
      `The canteen card${firstName === null ? '' : ` for ${firstName}`} is ready. Scan the code with your phone, or go ` +
      'to the web address above. Make a profile and use the card number (kortnummer) and the control code ' +
      '(kontrollkode). The code works once. Ask the school office if you need help or do not want a profile.',
  };
}
