import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';

interface Facts {
  readonly firstName: string;
  readonly schoolName: string;
  readonly amountOre: number;
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

const texts: Readonly<Record<Language, (facts: Facts, amount: string) => Words>> = {
  nb: ({ firstName, schoolName }, amount) => ({
    subject: `Du har ${amount} til gode fra kantinekortet til ${firstName}`,
    paragraphs: [
      `${firstName} har sluttet på ${schoolName}, og ${amount} av pengene på kortet er dine.`,
      'Be om dem, så sender vi dem til deg. Det koster ingenting, og de forsvinner ikke.',
    ],
    label: 'Få pengene tilbake',
  }),
  nn: ({ firstName, schoolName }, amount) => ({
    subject: `Du har ${amount} til gode frå kantinekortet til ${firstName}`,
    paragraphs: [
      `${firstName} har slutta på ${schoolName}, og ${amount} av pengane på kortet er dine.`,
      'Be om dei, så sender vi dei til deg. Det kostar ingenting, og dei forsvinn ikkje.',
    ],
    label: 'Få pengane tilbake',
  }),
  en: ({ firstName, schoolName }, amount) => ({
    subject: `You have ${amount} left on the canteen card of ${firstName}`,
    paragraphs: [
      `${firstName} has left ${schoolName}, and ${amount} of the money on the card is yours.`,
      'Ask for it, and we send it to you. It costs nothing, and the money does not disappear.',
    ],
    label: 'Get the money back',
  }),
};

/** Reminds a payer of what is left on the card of a pupil who has left, and how to get it. */
export function reminderLetter(
  reader: { readonly email: string; readonly language: Language },
  facts: Facts,
  url: string,
): Letter {
  const { language, email } = reader;
  const { subject, paragraphs, label } = texts[language](facts, formatKr(facts.amountOre, language));
  return { to: email, subject, paragraphs, action: { label, url } };
}
