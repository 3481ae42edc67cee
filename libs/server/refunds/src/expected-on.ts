import { osloDay } from '@kantinekortet/platform';

/** Working days until money is there, at the latest. Cards: 5 to 10 (docs/providers.md). Bank: next file, next day. */
const workingDays = { provider: 10, bank: 5 } as const;

/** The day in Norway on which money that leaves at a moment should be there. */
export function expectedOn(route: keyof typeof workingDays, leavesAt: Date): string {
  return workingDaysAfter(osloDay(leavesAt), workingDays[route]);
}

/** The day so many working days after another, YYYY-MM-DD. Holidays are not counted with. */
export function workingDaysAfter(from: string, count: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
