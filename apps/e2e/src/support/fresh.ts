import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Six letters that no other story has drawn: stories share a school and may run again on the same stack. */
export function freshWord(): string {
  return Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join('');
}

/** A name that no pupil has; two of a name and birth date would be a question to the office. */
export function freshName(firstName: string): string {
  const word = freshWord();
  return `${firstName} ${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

export function freshEmail(): string {
  return `${freshWord()}@example.com`;
}

export function freshClassName(): string {
  return `8-${freshWord()}`;
}
