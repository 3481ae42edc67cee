import { osloDay, workingDayAfter } from '@kantinekortet/platform';

/** Working days until money is there, at the latest. Cards: 5 to 10 (docs/providers.md). Bank: next file, next day. */
const workingDays = { provider: 10, bank: 5 } as const;

/** The day in Norway on which money that leaves at a moment should be there. */
export function expectedOn(route: keyof typeof workingDays, leavesAt: Date): string {
  return workingDayAfter(osloDay(leavesAt), workingDays[route]);
}
