import type { PersonPrincipal } from '@kantinekortet/identity';
import type { CardActorRole } from './card.entity.ts';

/** Who does something to a card, and by which right. */
export interface CardActor {
  readonly personId: string;
  readonly role: CardActorRole;
}

/** What has a time of day does it, and no person. */
export const jobActor = { personId: null, role: 'job' } as const;

/** Staff act for the office; in the parent portal everyone acts as a guardian, whatever else they are. */
export function actorOf(caller: PersonPrincipal): CardActor {
  return { personId: caller.personId, role: caller.app === 'admin-office' ? 'office' : 'guardian' };
}
