import type { LetterHead } from './letter.ts';

const calendar = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: 'Europe/Oslo' });

/** What stands on every letter of a print: the day as Norway has it, written `22. november 2026`. */
export function letterHead(schoolName: string, parentUrl: string, now: Date): LetterHead {
  return { schoolName, parentUrl, date: calendar.format(now) };
}
