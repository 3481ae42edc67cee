import { longDate } from '@kantinekortet/platform/printing';
import type { LetterHead } from './letter.ts';

/** What stands on every letter of a print. */
export function letterHead(schoolName: string, parentUrl: string, now: Date): LetterHead {
  return { schoolName, parentUrl, date: longDate(now) };
}
