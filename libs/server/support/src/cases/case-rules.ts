import { isWorkingDay, osloDay } from '@kantinekortet/platform';

export const caseTopics = ['lost_card', 'top_up', 'refund', 'unknown_purchase', 'no_profile', 'other'] as const;
export type CaseTopic = (typeof caseTopics)[number];

/** With the school; with the sender; done. Each may follow each: also the answer in a closed case may ask something. */
export const caseStatuses = ['open', 'waiting', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const lostCardHours = 2;
const workingDays: Readonly<Record<Exclude<CaseTopic, 'lost_card'>, number>> = {
  unknown_purchase: 1,
  top_up: 1,
  refund: 3,
  no_profile: 3,
  other: 3,
};

/** When somebody must have answered: a lost card within hours, the rest within working days, by Norway's calendar. */
export function dueAt(topic: CaseTopic, now: Date): Date {
  if (topic === 'lost_card') return new Date(now.getTime() + lostCardHours * hourMs);
  let due = now;
  for (let left = workingDays[topic]; left > 0;) {
    due = new Date(due.getTime() + dayMs);
    if (isWorkingDay(osloDay(due))) left -= 1;
  }
  return due;
}
