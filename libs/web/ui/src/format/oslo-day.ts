const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The day in Norway at a moment, now without one, as `2026-11-23`. */
export function osloDay(iso?: string): string {
  return calendar.format(iso === undefined ? new Date() : new Date(iso));
}
