import { osloDay } from '@kantinekortet/platform';
import type { SchoolSettings } from '@kantinekortet/schools';
import { PaidOnImplausible } from './office-receipt.errors.ts';

/** What the office may receive at a time: a terminal takes more than a school lets a phone pay. */
const smallestOre = 100;
const largestOre = 5_000_00;

const daysBack = 60;
const dayMs = 24 * 60 * 60 * 1_000;

/** The school's settings with the office's own limits for one payment; the cap on the balance is the same for all. */
export function officeLimits({ balanceCapOre }: SchoolSettings) {
  return { topUpMinOre: smallestOre, topUpMaxOre: largestOre, balanceCapOre };
}

/** Throws PaidOnImplausible for a day that has not come, or has been too long ago to be anything but a slip of the pen. */
export function judgePaidOn(paidOn: string, now: Date): void {
  const latest = osloDay(now);
  const earliest = osloDay(new Date(now.getTime() - daysBack * dayMs));
  if (paidOn < earliest || paidOn > latest) throw new PaidOnImplausible(earliest, latest);
}
