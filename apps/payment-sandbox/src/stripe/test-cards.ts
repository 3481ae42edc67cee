import type { CardFailure } from './stripe-state.ts';

/** What a bank answers to a card. */
export type CardOutcome =
  | { kind: 'approved' }
  | { kind: 'declined'; failure: CardFailure }
  | { kind: 'bank_approval' }
  | { kind: 'slow'; failure?: CardFailure };

export interface TestCard {
  number: string;
  brand: 'visa' | 'mastercard';
  /** What the button on the payment page says. */
  label: string;
  outcome: CardOutcome;
  /** What the bank says of a refund to it, when it is not taken at once and for good. */
  refund?: RefundAnswer;
  /** What the bank answers to a charge of the saved card without the payer; it takes the charge when absent. */
  unattended?: CardFailure;
}

/** The bank's first word on a refund, and another one later. */
export interface RefundAnswer {
  first: 'pending' | 'succeeded';
  later: 'succeeded' | 'failed' | null;
}

const genericDecline: CardFailure = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined.',
};

const authenticationRequired: CardFailure = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The numbers of docs.stripe.com/testing; the two slow ones are our own, for Stripe has none for cards. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', label: 'Godkjent', outcome: { kind: 'approved' } },
  { number: '5555555555554444', brand: 'mastercard', label: 'Godkjent', outcome: { kind: 'approved' } },
  {
    number: '4000000000000002',
    brand: 'visa',
    label: 'Avvist',
    outcome: { kind: 'declined', failure: genericDecline },
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    label: 'Ikke nok penger',
    outcome: {
      kind: 'declined',
      failure: {
        code: 'card_declined',
        declineCode: 'insufficient_funds',
        message: 'Your card has insufficient funds.',
      },
    },
  },
  { number: '4000002500003155', brand: 'visa', label: 'Godkjennes i banken', outcome: { kind: 'bank_approval' } },
  {
    number: '4000002760003184',
    brand: 'visa',
    label: 'Godkjennes i banken hver gang',
    outcome: { kind: 'bank_approval' },
    unattended: authenticationRequired,
  },
  {
    number: '4000000000000341',
    brand: 'visa',
    label: 'Kan lagres, avvises siden',
    outcome: { kind: 'approved' },
    unattended: genericDecline,
  },
  { number: '4000000000006009', brand: 'visa', label: 'Tregt svar, godkjent', outcome: { kind: 'slow' } },
  {
    number: '4000000000006017',
    brand: 'visa',
    label: 'Tregt svar, avvist',
    outcome: { kind: 'slow', failure: genericDecline },
  },
  {
    number: '4000000000007726',
    brand: 'visa',
    label: 'Godkjent, refusjon tar tid',
    outcome: { kind: 'approved' },
    refund: { first: 'pending', later: 'succeeded' },
  },
  {
    number: '4000000000005126',
    brand: 'visa',
    label: 'Godkjent, refusjon feiler senere',
    outcome: { kind: 'approved' },
    refund: { first: 'succeeded', later: 'failed' },
  },
];

export const authenticationFailure: CardFailure = {
  code: 'payment_intent_authentication_failure',
  message: 'The provided PaymentMethod has failed authentication.',
};

export function findTestCard(number: string): TestCard | undefined {
  return testCards.find((card) => card.number === number);
}

/** What the bank of a card says of a refund. */
export function refundAnswerOf(card: { last4: string } | null): RefundAnswer {
  const played = testCards.find(({ number }) => card !== null && number.endsWith(card.last4));
  return played?.refund ?? { first: 'succeeded', later: null };
}

/** The check digit of card numbers (ISO/IEC 7812-1, the Luhn formula). */
export function hasValidCheckDigit(number: string): boolean {
  const digits = Array.from(number, Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? digit : digit * 2;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
