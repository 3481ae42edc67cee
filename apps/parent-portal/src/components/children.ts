import type { Item } from '@kantinekortet/api-client';
import { api } from '../app/api.ts';

export type Child = Item<'/guardians/me/children'>;

/** The guardian's children with balance and card, and the ones that wait for approval. */
export function useChildren() {
  return api.query.useQuery('get', '/guardians/me/children');
}

/** Key of that query, to ask again after something has changed a child. */
export const childrenKey = ['get', '/guardians/me/children'] as const;

/** What the child is called among the guardian's others: the first name, unless two share it. */
export function shortNameOf({ shortName }: Child): string {
  return shortName;
}

/** "8B, Solbakken skole", or the school alone for a pupil without a class. */
export function placeOf(child: { className: string | null; school: { name: string } }): string {
  return [child.className, child.school.name].filter(Boolean).join(', ');
}
