import { newId, type Tx } from '@kantinekortet/platform';
import type { CardActor, jobActor } from './card-actor.ts';
import type { BlockReason } from './card-status.ts';

export type CardEventKind =
  'printed' | 'reprinted' | 'issued' | 'registered' | 'letter_printed' | 'blocked' | 'unblocked' | 'ended';

interface CardEvent {
  readonly schoolId: string;
  readonly cardIds: readonly string[];
  readonly kind: CardEventKind;
  readonly actor: CardActor | typeof jobActor;
  readonly occurredAt: Date;
  /** Of a block. */
  readonly reason?: BlockReason;
  /** The support case that it was done from. */
  readonly caseId?: string | undefined;
}

/** Whether a blocked card got its block from this case. */
export async function isBlockedFrom(tx: Tx, schoolId: string, cardId: string, caseId: string): Promise<boolean> {
  const [latest] = await tx.query<{ isFromCase: boolean }[]>(
    `SELECT case_id IS NOT DISTINCT FROM $3::uuid AS "isFromCase" FROM card_event
      WHERE school_id = $1 AND card_id = $2 AND kind = 'blocked' ORDER BY occurred_at DESC, id DESC LIMIT 1`,
    [schoolId, cardId, caseId],
  );
  return latest?.isFromCase === true;
}

/** Writes to the history of each of the cards what happened to it. */
export async function recordCardEvent(tx: Tx, event: CardEvent): Promise<void> {
  const { schoolId, cardIds, kind, actor, occurredAt, reason = null, caseId = null } = event;
  await tx.query(
    `INSERT INTO card_event (school_id, card_id, id, kind, reason, actor_id, actor_role, occurred_at, case_id)
     SELECT $1, e.card_id, e.id, $4, $5, $6, $7, $8, $9 FROM unnest($2::uuid[], $3::uuid[]) e (card_id, id)`,
    [schoolId, cardIds, cardIds.map(() => newId()), kind, reason, actor.personId, actor.role, occurredAt, caseId],
  );
}
