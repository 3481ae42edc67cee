import { currentLanguage } from '@kantinekortet/ui';

/** `2026-10` as oktober 2026, in the language on the screen. */
export function monthName(month: string): string {
  const language = currentLanguage();
  const format = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, format).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
