import { findTestCard, hasValidCheckDigit, type TestCard } from './test-cards.ts';
import type { CardState } from './stripe-state.ts';

/** What the payer typed, by the names of the form's fields. */
export interface CardFields {
  number: string;
  expiry: string;
  cvc: string;
}

export const emptyFields: CardFields = { number: '', expiry: '', cvc: '' };

/** The fields of a sent form. */
export function readFields(body: string | undefined): CardFields {
  const values = new URLSearchParams(body);
  return { number: values.get('number') ?? '', expiry: values.get('expiry') ?? '', cvc: values.get('cvc') ?? '' };
}

export interface FieldProblem {
  field: keyof CardFields;
  text: string;
}

export type CardFormResult =
  { kind: 'card'; card: CardState; testCard: TestCard } | { kind: 'problems'; problems: FieldProblem[] };

/** Reads the card form of the payment page, or says in bokmål what is wrong with it. */
export function readCardForm(fields: CardFields, now: Date): CardFormResult {
  const digits = fields.number.replace(/[\s-]/g, '');
  const testCard = findTestCard(digits);
  const expiry = readExpiry(fields.expiry);
  const problems = [numberProblem(digits, testCard), expiryProblem(expiry, now), cvcProblem(fields.cvc)].filter(
    (problem) => problem !== undefined,
  );
  if (!testCard || !expiry || problems.length > 0) return { kind: 'problems', problems };
  const card = { brand: testCard.brand, last4: digits.slice(-4), expMonth: expiry.month, expYear: expiry.year };
  return { kind: 'card', card, testCard };
}

function numberProblem(digits: string, testCard: TestCard | undefined): FieldProblem | undefined {
  if (testCard) return undefined;
  if (digits === '') return { field: 'number', text: 'Skriv kortnummeret.' };
  if (!/^\d{12,19}$/.test(digits) || !hasValidCheckDigit(digits)) {
    return { field: 'number', text: 'Kortnummeret stemmer ikke. Se etter tastefeil.' };
  }
  return { field: 'number', text: 'Bare testkort virker her. Velg ett nederst på siden.' };
}

function readExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^(0[1-9]|1[0-2])\s*\/?\s*(\d{2})$/.exec(text.trim());
  return match ? { month: Number(match[1]), year: 2_000 + Number(match[2]) } : undefined;
}

function expiryProblem(expiry: { month: number; year: number } | undefined, now: Date): FieldProblem | undefined {
  if (!expiry) return { field: 'expiry', text: 'Skriv utløpsdatoen som MM/ÅÅ.' };
  const firstInvalidMonth = Date.UTC(expiry.year, expiry.month);
  return firstInvalidMonth <= now.getTime() ? { field: 'expiry', text: 'Kortet har gått ut på dato.' } : undefined;
}

function cvcProblem(cvc: string): FieldProblem | undefined {
  return /^\d{3}$/.test(cvc.trim()) ? undefined : { field: 'cvc', text: 'Skriv de tre sifrene bak på kortet.' };
}
