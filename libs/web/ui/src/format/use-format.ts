import { useLingui } from '@lingui/react';
import { formatKr } from '@kantinekortet/money';
import { currentLanguage, type Language } from '../i18n/language.ts';

const timeZone = 'Europe/Oslo';
const parts: Intl.DateTimeFormatOptions = {
  timeZone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** Formats in the language on the screen: 1 234,50 kr, 22.11.2026, kl. 11.32. Days and hours are Oslo's. */
export function useFormat() {
  useLingui();
  return formatsOf(currentLanguage());
}

export type Formats = ReturnType<typeof formatsOf>;

function formatsOf(language: Language) {
  const date = (iso: string) => {
    const { day, month, year } = read(iso);
    return `${day}.${month}.${year}`;
  };
  const time = (iso: string) => {
    const { hour, minute } = read(iso);
    return language === 'en' ? `${hour}:${minute}` : `kl. ${hour}.${minute}`;
  };
  return {
    /** Øre as kroner. */
    kr: (amountOre: number) => formatKr(amountOre, language),
    /** Øre as kroner, with + or − in front of what changes a balance. */
    signedKr: (amountOre: number) => `${amountOre > 0 ? '+' : ''}${formatKr(amountOre, language)}`,
    /** 22.11.2026 of an ISO time or day. */
    date,
    /** kl. 11.32 of an ISO time. */
    time,
    /** 22.11.2026 kl. 11.32 of an ISO time. */
    dateTime: (iso: string) => `${date(iso)} ${time(iso)}`,
    /** man. 22. nov. of an ISO time or day. */
    shortDay: (iso: string) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
      }).format(new Date(iso)),
  };
}

function read(iso: string): Record<'day' | 'month' | 'year' | 'hour' | 'minute', string> {
  const found = new Map(
    new Intl.DateTimeFormat('nb', parts).formatToParts(new Date(iso)).map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return { day: part('day'), month: part('month'), year: part('year'), hour: part('hour'), minute: part('minute') };
}
