import { osloDay } from '@kantinekortet/platform';

const hourMs = 60 * 60 * 1_000;

/** The first day of the month in Norway at a moment, as `YYYY-MM-DD`. */
export function firstOfMonth(moment: Date): string {
  return `${osloDay(moment).slice(0, 8)}01`;
}

/** When that day began: Norway is one or two hours ahead of UTC. */
export function monthStart(moment: Date): Date {
  const first = firstOfMonth(moment);
  const midnightUtcMs = Date.parse(`${first}T00:00:00Z`);
  const inSummer = new Date(midnightUtcMs - 2 * hourMs);
  return osloDay(inSummer) === first ? inSummer : new Date(midnightUtcMs - hourMs);
}
