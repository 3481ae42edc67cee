import { formatKr } from '@kantinekortet/money';
import type { Language, Letter } from '@kantinekortet/platform';
import type { Addressee } from '@kantinekortet/schools';

interface ReplacementNews {
  readonly firstName: string;
  /** The last four digits of each card's number. */
  readonly oldDigits: string;
  readonly newDigits: string;
  readonly drawnOre: number;
  readonly claimedOre: number;
  readonly balanceAfterOre: number;
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

const texts: Readonly<Record<Language, (news: ReplacementNews) => Words>> = {
  nb: (news) => ({
    subject: `Nytt kantinekort til ${news.firstName}`,
    paragraphs: [
      `${news.firstName} har fått nytt kantinekort. Kortnummeret slutter på ${news.newDigits}. ` +
        `Det gamle, som slutter på ${news.oldDigits}, virker ikke lenger.`,
      ...feeText(news, 'nb', {
        fee: (amount) => `Det nye kortet kostet ${amount}.`,
        drawn: (amount) => `Vi har trukket ${amount} fra saldoen.`,
        claimed: (amount) =>
          `${amount} gjenstår. Du kan betale det i profilen, ellers trekker vi det fra neste påfylling.`,
      }),
      `Saldoen er overført: ${formatKr(news.balanceAfterOre, 'nb')}. Grenser og tidligere kjøp følger med. ` +
        'Du trenger ikke å registrere kortet på nytt.',
    ],
    label: 'Se kortet',
  }),
  nn: (news) => ({
    subject: `Nytt kantinekort til ${news.firstName}`,
    paragraphs: [
      `${news.firstName} har fått nytt kantinekort. Kortnummeret sluttar på ${news.newDigits}. ` +
        `Det gamle, som sluttar på ${news.oldDigits}, verkar ikkje lenger.`,
      ...feeText(news, 'nn', {
        fee: (amount) => `Det nye kortet kosta ${amount}.`,
        drawn: (amount) => `Vi har trekt ${amount} frå saldoen.`,
        claimed: (amount) =>
          `${amount} står att. Du kan betale det i profilen, elles trekkjer vi det frå neste påfylling.`,
      }),
      `Saldoen er overført: ${formatKr(news.balanceAfterOre, 'nn')}. Grenser og tidlegare kjøp følgjer med. ` +
        'Du treng ikkje å registrere kortet på nytt.',
    ],
    label: 'Sjå kortet',
  }),
  en: (news) => ({
    subject: `A new canteen card for ${news.firstName}`,
    paragraphs: [
      `${news.firstName} has a new canteen card. Its number ends in ${news.newDigits}. ` +
        `The old one, which ends in ${news.oldDigits}, no longer works.`,
      ...feeText(news, 'en', {
        fee: (amount) => `The new card cost ${amount}.`,
        drawn: (amount) => `We took ${amount} from the balance.`,
        claimed: (amount) =>
          `${amount} is still owed. You can pay it in your profile; otherwise it is taken from the next top-up.`,
      }),
      `The balance has moved along: ${formatKr(news.balanceAfterOre, 'en')}. So have limits and earlier purchases. ` +
        'You do not need to register the card again.',
    ],
    label: 'See the card',
  }),
};

interface FeeWords {
  readonly fee: (amount: string) => string;
  readonly drawn: (amount: string) => string;
  readonly claimed: (amount: string) => string;
}

/** Nothing when the card was free: fees are not talked about until there is one. */
function feeText({ drawnOre, claimedOre }: ReplacementNews, language: Language, words: FeeWords): string[] {
  if (drawnOre + claimedOre === 0) return [];
  const sentences = [words.fee(formatKr(drawnOre + claimedOre, language))];
  if (drawnOre > 0) sentences.push(words.drawn(formatKr(drawnOre, language)));
  if (claimedOre > 0) sentences.push(words.claimed(formatKr(claimedOre, language)));
  return [sentences.join(' ')];
}

/** Tells a guardian of the new card and what it cost. */
export function replacementLetter(reader: Addressee, news: ReplacementNews, parentUrl: string): Letter {
  const { subject, paragraphs, label } = texts[reader.language](news);
  return { to: reader.email, subject, paragraphs, action: { label, url: parentUrl } };
}
