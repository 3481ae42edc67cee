import { brokenConstraint, type Tx } from '@kantinekortet/platform';
import type { CardActor } from './card-actor.ts';
import { recordCardEvent } from './card-events.ts';
import type { CardHolder } from './card-holders.ts';
import { statusAfter } from './card-status.ts';
import { Card } from './card.entity.ts';
import { PupilHasCard, PupilHasLeft } from './cards.errors.ts';

/** Makes a locked card from stock a pupil's. Throws PupilHasLeft, PupilHasCard, CardStepRefused. */
export async function giveCard(tx: Tx, card: Card, holder: CardHolder, actor: CardActor, now: Date): Promise<Card> {
  if (holder.status === 'left') throw new PupilHasLeft();
  const change = { status: statusAfter(card.status, 'issue'), pupilId: holder.id, issuedAt: now };
  await tx.update(Card, { schoolId: card.schoolId, id: card.id }, change).catch(refuseSecondCard);
  await recordCardEvent(tx, { schoolId: card.schoolId, cardIds: [card.id], kind: 'issued', actor, occurredAt: now });
  return Object.assign(card, change);
}

/** Two at once may give one pupil a card: the index decides, and the second hears this. */
export function refuseSecondCard(error: unknown): never {
  if (brokenConstraint(error) === 'card_one_in_use_per_pupil') throw new PupilHasCard();
  throw error;
}
