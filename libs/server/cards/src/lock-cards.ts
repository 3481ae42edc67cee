import type { Tx } from '@kantinekortet/platform';
import { Card } from './card.entity.ts';

/** Locks cards in the order that everyone uses, and reads them. Whoever needs the wallet's lock has taken it before. */
export async function lockCards(tx: Tx, schoolId: string, cardIds: readonly string[]): Promise<Map<string, Card>> {
  const cards = await tx
    .createQueryBuilder(Card, 'card')
    .where('card.schoolId = :schoolId AND card.id IN (:...cardIds)', { schoolId, cardIds })
    .orderBy('card.id')
    .setLock('pessimistic_write')
    .getMany();
  return new Map(cards.map((card) => [card.id, card]));
}
