import { paymentIdOf, paymentKeyOf } from '../payment-id.ts';
import type { SavedCardRow } from './saved-card-rows.ts';

const prefix = 'card';

/** What a provider knows the offer to save a card by: it leads to the school, and is no payment's. */
export function setupIdOf({ schoolId, id }: Pick<SavedCardRow, 'schoolId' | 'id'>): string {
  return `${prefix}${paymentIdOf({ paymentSchoolId: schoolId, paymentId: id })}`;
}

/** The card behind a provider's name of it; undefined when it is not one of ours. */
export function cardKeyOf(setupId: string | null): Pick<SavedCardRow, 'schoolId' | 'id'> | undefined {
  const key = setupId?.startsWith(prefix) ? paymentKeyOf(setupId.slice(prefix.length)) : undefined;
  return key && { schoolId: key.paymentSchoolId, id: key.paymentId };
}
