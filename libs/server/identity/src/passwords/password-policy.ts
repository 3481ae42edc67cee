import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { norwegianWords } from './norwegian-words.ts';
import { WeakPassword, type Weakness } from './weak-password.error.ts';

/** Between NIST SP 800-63B's 8 and 15: no rules about kinds of characters, but it must withstand guessing. */
const minimumPasswordLength = 10;

/** Ten characters at random are 10^10 guesses; this leaves room for one unlucky pattern, and none for Passord123!. */
const minimumGuessesLog10 = 9;

/** The estimate takes longer than linear time; a password whose beginning is strong is strong. */
const judgedLength = 64;

const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, norwegian: [...norwegianWords] },
  graphs: adjacencyGraphs,
});

/** Throws WeakPassword unless the password is long enough and hard to guess for someone who knows the person. */
export function assertStrong(password: string, person: { readonly name: string; readonly email: string }): void {
  const weakness = findWeakness(password, person);
  if (weakness) throw new WeakPassword(weakness);
}

function findWeakness(password: string, person: { name: string; email: string }): Weakness | undefined {
  if (Array.from(password).length < minimumPasswordLength) return 'too_short';
  const estimate = estimator.check(password.slice(0, judgedLength), wordsOf(person));
  if (estimate.guessesLog10 >= minimumGuessesLog10) return undefined;
  return isWhollyKnown(estimate) ? 'common' : 'guessable';
}

function isWhollyKnown({ sequence: [first, ...rest] }: ZxcvbnResult): boolean {
  return first?.pattern === 'dictionary' && first['dictionaryName'] !== 'userInputs' && rest.length === 0;
}

function wordsOf({ name, email }: { name: string; email: string }): string[] {
  const words = `${name} ${email}`.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  return [email, name, name.replaceAll(/\s+/g, ''), email.split('@', 1)[0] ?? '', ...words];
}
