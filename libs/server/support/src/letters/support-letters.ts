import type { Language, Letter } from '@kantinekortet/platform';
import type { CaseTopic } from '../cases/case-rules.ts';

type Words = Omit<Letter, 'to' | 'replyTo'>;

interface Receipt {
  readonly number: number;
  readonly topic: CaseTopic;
  readonly url: string;
  readonly isCardBlocked: boolean;
}

const receipts: Readonly<Record<Language, (receipt: Receipt) => Words>> = {
  nb: ({ number, topic, url, isCardBlocked }) => ({
    subject: `Vi har fått henvendelsen din (sak ${number})`,
    paragraphs: [
      ...(isCardBlocked ? ['Kortet er sperret. Pengene blir stående, og følger med til et nytt kort.'] : []),
      ...(topic === 'lost_card' && !isCardBlocked
        ? ['Skolen sjekker meldingen og sperrer kortet. Haster det, ring skolen.']
        : []),
      `Saken har nummer ${number}. Vi svarer på e-post. Du kan lese saken og skrive mer på lenken, eller svare på denne e-posten.`,
    ],
    action: { label: 'Se saken', url },
  }),
  nn: ({ number, topic, url, isCardBlocked }) => ({
    subject: `Vi har fått førespurnaden din (sak ${number})`,
    paragraphs: [
      ...(isCardBlocked ? ['Kortet er sperra. Pengane blir ståande, og følgjer med til eit nytt kort.'] : []),
      ...(topic === 'lost_card' && !isCardBlocked
        ? ['Skulen sjekkar meldinga og sperrar kortet. Hastar det, ring skulen.']
        : []),
      `Saka har nummer ${number}. Vi svarar på e-post. Du kan lese saka og skrive meir på lenkja, eller svare på denne e-posten.`,
    ],
    action: { label: 'Sjå saka', url },
  }),
  en: ({ number, topic, url, isCardBlocked }) => ({
    subject: `We have received your message (case ${number})`,
    paragraphs: [
      ...(isCardBlocked ? ['The card is blocked. The money stays, and follows to a new card.'] : []),
      ...(topic === 'lost_card' && !isCardBlocked
        ? ['The school checks the report and blocks the card. If it is urgent, call the school.']
        : []),
      `The case has number ${number}. We answer by e-mail. You can read the case and write more through the link, or answer this e-mail.`,
    ],
    action: { label: 'See the case', url },
  }),
};

/** Tells at once that a message has come, under which number, and where to follow it. */
export function receiptLetter(language: Language, receipt: Receipt): Words {
  return receipts[language](receipt);
}

interface Reply {
  readonly number: number;
  readonly body: string;
  readonly fileCount: number;
  readonly url: string;
}

const replies: Readonly<Record<Language, (reply: Reply) => Words>> = {
  nb: ({ number, body, fileCount, url }) => ({
    subject: `Svar fra skolen (sak ${number})`,
    paragraphs: [
      ...paragraphsOf(body),
      ...(fileCount === 0 ? [] : [`Svaret har ${fileCount} vedlegg. Last ned fra saken på lenken.`]),
      'Vil du skrive mer, kan du svare på denne e-posten.',
    ],
    action: { label: 'Se saken', url },
  }),
  nn: ({ number, body, fileCount, url }) => ({
    subject: `Svar frå skulen (sak ${number})`,
    paragraphs: [
      ...paragraphsOf(body),
      ...(fileCount === 0 ? [] : [`Svaret har ${fileCount} vedlegg. Last ned frå saka på lenkja.`]),
      'Vil du skrive meir, kan du svare på denne e-posten.',
    ],
    action: { label: 'Sjå saka', url },
  }),
  en: ({ number, body, fileCount, url }) => ({
    subject: `Answer from the school (case ${number})`,
    paragraphs: [
      ...paragraphsOf(body),
      ...(fileCount === 0
        ? []
        : [
            `The answer has ${fileCount === 1 ? 'a file' : `${fileCount} files`}. Download from the case through the link.`,
          ]),
      'To write more, answer this e-mail.',
    ],
    action: { label: 'See the case', url },
  }),
};

/** What a colleague wrote, to its sender. Files do not travel by mail: the link leads to them. */
export function replyLetter(language: Language, reply: Reply): Words {
  return { ...replies[language](reply), isWrittenByPerson: true };
}

const nowhere: Readonly<Record<Language, (url: string) => Words>> = {
  nb: (url) => ({
    subject: 'Vi vet ikke hvilken skole du skriver til',
    paragraphs: ['E-posten din kom fram, men vi ser ikke hvilken skole den gjelder. Skriv til skolen med skjemaet.'],
    action: { label: 'Skriv til skolen', url },
  }),
  nn: (url) => ({
    subject: 'Vi veit ikkje kva skule du skriv til',
    paragraphs: ['E-posten din kom fram, men vi ser ikkje kva skule han gjeld. Skriv til skulen med skjemaet.'],
    action: { label: 'Skriv til skulen', url },
  }),
  en: (url) => ({
    subject: 'We do not know which school you write to',
    paragraphs: ['Your e-mail has come, but we cannot see which school it is for. Write to the school with the form.'],
    action: { label: 'Write to the school', url },
  }),
};

/** Tells someone whose school nobody knows where to write. */
export function nowhereLetter(language: Language, url: string): Words {
  return nowhere[language](url);
}

function paragraphsOf(body: string): string[] {
  return body.split(/\n{2,}/).filter((text) => text.trim() !== '');
}
