import type { Item, Reply } from '@kantinekortet/api-client';
import { useLingui } from '@lingui/react/macro';

export type Case = Reply<'/schools/{schoolId}/support-cases/{id}', 'get'>;
export type ListedCase = Item<'/schools/{schoolId}/support-cases'>;
export type Topic = Case['topic'];
export type CaseStatus = Case['status'];

/** What cases are about, in words, in the order they are offered. */
export function useTopicNames(): Readonly<Record<Topic, string>> {
  const { t } = useLingui();
  return {
    lost_card: t`Mistet kort`,
    top_up: t`Påfylling`,
    refund: t`Refusjon`,
    unknown_purchase: t`Ukjent kjøp`,
    no_profile: t`Kan ikke lage profil`,
    other: t`Annet`,
  };
}

/** Where cases stand, in words. */
export function useStatusNames(): Readonly<Record<CaseStatus, string>> {
  const { t } = useLingui();
  return { open: t`Åpen`, waiting: t`Venter på svar`, closed: t`Lukket` };
}

/** Narrows text to one of a table's keys. */
export function isKeyOf<Key extends string>(table: Readonly<Record<Key, unknown>>, value: unknown): value is Key {
  return typeof value === 'string' && Object.hasOwn(table, value);
}
