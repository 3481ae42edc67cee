import type { Language } from '@kantinekortet/platform';
import type { ChargebackKind } from './chargeback-status.ts';

/** The words of what has happened to a payment: taken back, or come back. */
interface Story {
  readonly subject: (amount: string) => string;
  readonly what: (amount: string) => string;
  readonly next: string;
}

export interface ChargebackTexts {
  readonly taken: Readonly<Record<ChargebackKind, Story>>;
  readonly returned: Readonly<Record<ChargebackKind, Story>>;
  readonly drawn: (name: string, amount: string) => string;
  readonly owed: (name: string, amount: string) => string;
  readonly owedMeans: string;
  readonly isBack: (name: string, amount: string) => string;
  readonly open: string;
}

/** The words of the mails about money that a payer got back past us. They accuse nobody: nobody knows yet who is right. */
export const chargebackTexts: Readonly<Record<Language, ChargebackTexts>> = {
  nb: {
    taken: {
      dispute: {
        subject: (amount) => `Banken din har hentet tilbake ${amount}`,
        what: (amount) =>
          `Banken din har hentet tilbake ${amount} som var betalt til kantinekortet. Det gjør banken når en betaling er meldt som ukjent eller feil.`,
        next: 'Var betalingen feil, trenger du ikke å gjøre noe. Er det en misforståelse, ring banken din, eller skriv til skolen.',
      },
      dashboard_refund: {
        subject: (amount) => `${amount} er sendt tilbake til deg`,
        what: (amount) =>
          `Skolen har sendt ${amount} av en betaling tilbake dit den kom fra. Det kan ta opptil ti dager før banken viser pengene.`,
        next: 'Lurer du på hvorfor, skriv til skolen.',
      },
    },
    returned: {
      dispute: {
        subject: (amount) => `${amount} er tilbake på kantinekortet`,
        what: (amount) => `Banken din er ferdig med saken og har gitt tilbake ${amount}. Alt er som før.`,
        next: 'Du trenger ikke å gjøre noe.',
      },
      dashboard_refund: {
        subject: (amount) => `${amount} er tilbake på kantinekortet`,
        what: (amount) => `Skolen sendte deg ${amount}, men banken tok ikke imot. Pengene er derfor tilbake her.`,
        next: 'Du kan bruke dem, eller be om å få dem tilbake på en annen måte.',
      },
    },
    drawn: (name, amount) => `${name}: ${amount} er trukket fra kortet.`,
    owed: (name, amount) => `${name}: ${amount} var brukt, og gjenstår å betale.`,
    owedMeans:
      'Barnet kan handle som vanlig for pengene som er på kortet. Det som gjenstår, trekkes fra neste påfylling, uten gebyr. Venter du på penger tilbake fra kortet, gjøres det opp av dem først.',
    isBack: (name, amount) => `${name}: ${amount}`,
    open: 'Åpne Kantinekortet',
  },
  nn: {
    taken: {
      dispute: {
        subject: (amount) => `Banken din har henta tilbake ${amount}`,
        what: (amount) =>
          `Banken din har henta tilbake ${amount} som var betalt til kantinekortet. Det gjer banken når ei betaling er meld som ukjend eller feil.`,
        next: 'Var betalinga feil, treng du ikkje gjere noko. Er det ei misforståing, ring banken din, eller skriv til skulen.',
      },
      dashboard_refund: {
        subject: (amount) => `${amount} er sende tilbake til deg`,
        what: (amount) =>
          `Skulen har sendt ${amount} av ei betaling tilbake dit ho kom frå. Det kan ta opptil ti dagar før banken viser pengane.`,
        next: 'Lurer du på kvifor, skriv til skulen.',
      },
    },
    returned: {
      dispute: {
        subject: (amount) => `${amount} er tilbake på kantinekortet`,
        what: (amount) => `Banken din er ferdig med saka og har gitt tilbake ${amount}. Alt er som før.`,
        next: 'Du treng ikkje gjere noko.',
      },
      dashboard_refund: {
        subject: (amount) => `${amount} er tilbake på kantinekortet`,
        what: (amount) => `Skulen sende deg ${amount}, men banken tok ikkje imot. Pengane er difor tilbake her.`,
        next: 'Du kan bruke dei, eller be om å få dei tilbake på ein annan måte.',
      },
    },
    drawn: (name, amount) => `${name}: ${amount} er trekt frå kortet.`,
    owed: (name, amount) => `${name}: ${amount} var brukt, og står att å betale.`,
    owedMeans:
      'Barnet kan handle som vanleg for pengane som er på kortet. Det som står att, blir trekt frå neste påfylling, utan gebyr. Ventar du på pengar tilbake frå kortet, blir det gjort opp av dei først.',
    isBack: (name, amount) => `${name}: ${amount}`,
    open: 'Opne Kantinekortet',
  },
  en: {
    taken: {
      dispute: {
        subject: (amount) => `Your bank has taken back ${amount}`,
        what: (amount) =>
          `Your bank has taken back ${amount} that had been paid to the canteen card. Banks do this when a payment is reported as unknown or wrong.`,
        next: 'If the payment was wrong, you need not do anything. If this is a misunderstanding, call your bank, or write to the school.',
      },
      dashboard_refund: {
        subject: (amount) => `${amount} has been sent back to you`,
        what: (amount) =>
          `The school has sent ${amount} of a payment back to where it came from. It may take up to ten days before your bank shows it.`,
        next: 'If you wonder why, write to the school.',
      },
    },
    returned: {
      dispute: {
        subject: (amount) => `${amount} is back on the canteen card`,
        what: (amount) => `Your bank has closed the case and given back ${amount}. Everything is as before.`,
        next: 'You need not do anything.',
      },
      dashboard_refund: {
        subject: (amount) => `${amount} is back on the canteen card`,
        what: (amount) => `The school sent you ${amount}, but the bank did not accept it. So the money is back here.`,
        next: 'You can use it, or ask for it in another way.',
      },
    },
    drawn: (name, amount) => `${name}: ${amount} has been drawn from the card.`,
    owed: (name, amount) => `${name}: ${amount} had been spent, and is left to pay.`,
    owedMeans:
      'Your child can buy as usual with the money that is on the card. What is left to pay is drawn from the next top-up, without any fee. If you are waiting for money back from the card, it is drawn from that first.',
    isBack: (name, amount) => `${name}: ${amount}`,
    open: 'Open Kantinekortet',
  },
};
