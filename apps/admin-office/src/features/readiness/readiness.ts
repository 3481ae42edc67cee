import type { Body, Reply } from '@kantinekortet/api-client';

export type Readiness = Reply<'/schools/{schoolId}/cash-free-readiness', 'get'>;
export type ReminderKind = Body<'/schools/{schoolId}/cash-free-readiness/reminders', 'post'>['kind'];

const needs = ['card', 'guardian', 'money'] as const;
export type Need = (typeof needs)[number];

/** What a filter of the address means; undefined for everyone who lacks something. */
export function needOf(text: string | undefined): Need | undefined {
  return needs.find((need) => need === text);
}
