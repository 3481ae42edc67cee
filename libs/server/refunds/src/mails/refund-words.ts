import { formatKr } from '@kantinekortet/money';
import type { Language } from '@kantinekortet/platform';

/** Where a part goes, as a letter says it. */
export interface Way {
  readonly route: 'provider' | 'bank';
  readonly amountOre: number;
  /** The bank card or the app that it came from. */
  readonly source: string | null;
  /** The last digits of the bank account. */
  readonly account: string | null;
  /** YYYY-MM-DD. */
  readonly expectedOn: string;
}

export interface Occasion {
  readonly firstName: string;
  readonly amountOre: number;
  readonly ways: readonly Way[];
}

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

/**
 * `owed`: cancelled, because a payment to the card went back past us, to whomever, and what was spent of it is settled
 * first. `account_replaced`: cancelled, because the account was replaced before it could be used. `rejected`: the school
 * would not pay it out. The others are what became of it on its way.
 */
export type MailKind =
  'asked' | 'sent' | 'confirmed' | 'failed' | 'returned' | 'owed' | 'account_replaced' | 'rejected';

type Texts = Readonly<Record<MailKind, (occasion: Occasion, kr: (ore: number) => string, ways: string) => Words>>;

const dates: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nb: new Intl.DateTimeFormat('nb-NO', { timeZone: 'UTC' }),
  nn: new Intl.DateTimeFormat('nn-NO', { timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
};

const wayTexts: Readonly<Record<Language, (way: Way, kr: string, day: string) => string>> = {
  nb: ({ route, source, account }, kr, day) =>
    `${kr} til ${route === 'bank' ? `konto som slutter på ${account ?? '–'}` : (source ?? 'der pengene kom fra')}, senest ${day}.`,
  nn: ({ route, source, account }, kr, day) =>
    `${kr} til ${route === 'bank' ? `konto som sluttar på ${account ?? '–'}` : (source ?? 'der pengane kom frå')}, seinast ${day}.`,
  en: ({ route, source, account }, kr, day) =>
    `${kr} to ${route === 'bank' ? `the account ending in ${account ?? '–'}` : (source ?? 'where the money came from')}, by ${day}.`,
};

const texts: Readonly<Record<Language, Texts>> = {
  nb: {
    asked: ({ firstName, amountOre }, kr, ways) => ({
      subject: `Du får tilbake ${kr(amountOre)}`,
      paragraphs: [
        `Du har bedt om å få tilbake ${kr(amountOre)} fra kortet til ${firstName}. Pengene er satt av.`,
        ways,
        'Var det ikke du som ba om det? Logg inn, angre, og bytt passord.',
      ],
      label: 'Se refusjonen',
    }),
    sent: ({ firstName }, _, ways) => ({
      subject: 'Pengene er på vei til deg',
      paragraphs: [`Vi har sendt pengene fra kortet til ${firstName}.`, ways],
      label: 'Se refusjonen',
    }),
    confirmed: ({ amountOre }, kr) => ({
      subject: `${kr(amountOre)} er utbetalt`,
      paragraphs: [`Banken har bekreftet at ${kr(amountOre)} er utbetalt til kontoen din.`],
      label: 'Se refusjonen',
    }),
    failed: ({ firstName, amountOre }, kr) => ({
      subject: `Vi fikk ikke sendt ${kr(amountOre)}`,
      paragraphs: [
        `${kr(amountOre)} kom ikke fram. Pengene er tilbake på kortet til ${firstName}.`,
        'Be om dem på nytt, så sender vi dem til et kontonummer. Skolen må godkjenne det først.',
      ],
      label: 'Be om pengene',
    }),
    returned: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} kom i retur`,
      paragraphs: [
        `${kr(amountOre)} kom i retur fra banken. Pengene er tilbake på kortet til ${firstName}.`,
        'Be om dem på nytt, og sjekk kontonummeret.',
      ],
      label: 'Be om pengene',
    }),
    owed: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} er ikke sendt`,
      paragraphs: [
        `Du har bedt om å få tilbake ${kr(amountOre)} fra kortet til ${firstName}. Pengene er ikke sendt.`,
        'Siden da er en tidligere betaling til kortet hentet tilbake gjennom banken eller betalingsleverandøren. Noe av den var alt brukt, og det må gjøres opp først.',
        'Det er trukket fra pengene på kortet. Det som er igjen, kan du be om på nytt.',
      ],
      label: 'Se hva som er igjen',
    }),
    account_replaced: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} er ikke sendt`,
      paragraphs: [
        `Kontonummeret ble byttet før ${kr(amountOre)} var sendt, så ingenting er sendt til det gamle. Pengene er tilbake på kortet til ${firstName}.`,
        'Be om dem på nytt, så sender vi dem til det nye kontonummeret.',
      ],
      label: 'Be om pengene',
    }),
    rejected: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} er ikke utbetalt`,
      paragraphs: [
        `Skolen har ikke godkjent at ${kr(amountOre)} fra kortet til ${firstName} utbetales. Pengene er tilbake på kortet.`,
        'Spør skolen om hvorfor. Du kan be om pengene på nytt.',
      ],
      label: 'Be om pengene',
    }),
  },
  nn: {
    asked: ({ firstName, amountOre }, kr, ways) => ({
      subject: `Du får tilbake ${kr(amountOre)}`,
      paragraphs: [
        `Du har bede om å få tilbake ${kr(amountOre)} frå kortet til ${firstName}. Pengane er sette av.`,
        ways,
        'Var det ikkje du som bad om det? Logg inn, angre, og byt passord.',
      ],
      label: 'Sjå refusjonen',
    }),
    sent: ({ firstName }, _, ways) => ({
      subject: 'Pengane er på veg til deg',
      paragraphs: [`Vi har sendt pengane frå kortet til ${firstName}.`, ways],
      label: 'Sjå refusjonen',
    }),
    confirmed: ({ amountOre }, kr) => ({
      subject: `${kr(amountOre)} er utbetalt`,
      paragraphs: [`Banken har stadfesta at ${kr(amountOre)} er utbetalt til kontoen din.`],
      label: 'Sjå refusjonen',
    }),
    failed: ({ firstName, amountOre }, kr) => ({
      subject: `Vi fekk ikkje sendt ${kr(amountOre)}`,
      paragraphs: [
        `${kr(amountOre)} kom ikkje fram. Pengane er tilbake på kortet til ${firstName}.`,
        'Be om dei på nytt, så sender vi dei til eit kontonummer. Skulen må godkjenne det først.',
      ],
      label: 'Be om pengane',
    }),
    returned: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} kom i retur`,
      paragraphs: [
        `${kr(amountOre)} kom i retur frå banken. Pengane er tilbake på kortet til ${firstName}.`,
        'Be om dei på nytt, og sjekk kontonummeret.',
      ],
      label: 'Be om pengane',
    }),
    owed: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} er ikkje sende`,
      paragraphs: [
        `Du har bede om å få tilbake ${kr(amountOre)} frå kortet til ${firstName}. Pengane er ikkje sende.`,
        'Sidan då er ei tidlegare betaling til kortet henta tilbake gjennom banken eller betalingsleverandøren. Noko av ho var alt brukt, og det må gjerast opp først.',
        'Det er trekt frå pengane på kortet. Det som er att, kan du be om på nytt.',
      ],
      label: 'Sjå kva som er att',
    }),
    account_replaced: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} er ikkje sende`,
      paragraphs: [
        `Kontonummeret vart bytt før ${kr(amountOre)} var sende, så ingenting er sendt til det gamle. Pengane er tilbake på kortet til ${firstName}.`,
        'Be om dei på nytt, så sender vi dei til det nye kontonummeret.',
      ],
      label: 'Be om pengane',
    }),
    rejected: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} er ikkje utbetalt`,
      paragraphs: [
        `Skulen har ikkje godkjent at ${kr(amountOre)} frå kortet til ${firstName} blir utbetalt. Pengane er tilbake på kortet.`,
        'Spør skulen om kvifor. Du kan be om pengane på nytt.',
      ],
      label: 'Be om pengane',
    }),
  },
  en: {
    asked: ({ firstName, amountOre }, kr, ways) => ({
      subject: `You get back ${kr(amountOre)}`,
      paragraphs: [
        `You asked to get back ${kr(amountOre)} from ${firstName}'s card. The money is set aside.`,
        ways,
        'Was it not you who asked? Sign in, undo it, and change your password.',
      ],
      label: 'See the refund',
    }),
    sent: ({ firstName }, _, ways) => ({
      subject: 'The money is on its way to you',
      paragraphs: [`We have sent the money from ${firstName}'s card.`, ways],
      label: 'See the refund',
    }),
    confirmed: ({ amountOre }, kr) => ({
      subject: `${kr(amountOre)} has been paid out`,
      paragraphs: [`The bank has confirmed that ${kr(amountOre)} was paid to your account.`],
      label: 'See the refund',
    }),
    failed: ({ firstName, amountOre }, kr) => ({
      subject: `We could not send ${kr(amountOre)}`,
      paragraphs: [
        `${kr(amountOre)} did not arrive. The money is on ${firstName}'s card again.`,
        'Ask for it again, and we send it to an account number. The school has to approve that first.',
      ],
      label: 'Ask for the money',
    }),
    returned: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} came back`,
      paragraphs: [
        `${kr(amountOre)} came back from the bank. The money is on ${firstName}'s card again.`,
        'Ask for it again, and check the account number.',
      ],
      label: 'Ask for the money',
    }),
    owed: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} has not been sent`,
      paragraphs: [
        `You asked to get back ${kr(amountOre)} from ${firstName}'s card. The money has not been sent.`,
        'Since then an earlier payment to the card has been taken back through the bank or the payment provider. Some of it had been spent, and that has to be settled first.',
        'It has been taken from the money on the card. You can ask again for what is left.',
      ],
      label: 'See what is left',
    }),
    account_replaced: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} has not been sent`,
      paragraphs: [
        `The account number was changed before ${kr(amountOre)} was sent, so nothing has gone to the old one. The money is on ${firstName}'s card again.`,
        'Ask for it again, and we send it to the new account number.',
      ],
      label: 'Ask for the money',
    }),
    rejected: ({ firstName, amountOre }, kr) => ({
      subject: `${kr(amountOre)} has not been paid out`,
      paragraphs: [
        `The school has not approved that ${kr(amountOre)} from ${firstName}'s card is paid out. The money is on the card again.`,
        'Ask the school why. You can ask for the money again.',
      ],
      label: 'Ask for the money',
    }),
  },
};

/** What a letter about a refund says, in the payer's language. */
export function refundWords(kind: MailKind, language: Language, occasion: Occasion): Words {
  const kr = (ore: number) => formatKr(ore, language);
  const ways = occasion.ways.map((way) => {
    const day = dates[language].format(new Date(`${way.expectedOn}T00:00:00Z`));
    return wayTexts[language](way, kr(way.amountOre), day);
  });
  return texts[language][kind](occasion, kr, ways.join('\n'));
}
