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

/** Writes to the history of each of the cards what happened to it. */
export async function recordCardEvent(tx: Tx, event: CardEvent): Promise<void> {
  const { schoolId, cardIds, kind, actor, occurredAt, reason = null, caseId = null } = event;
  await tx.query(
    `INSERT INTO card_event (school_id, card_id, id, kind, reason, actor_id, actor_role, occurred_at, case_id)
     SELECT $1, e.card_id, e.id, $4, $5, $6, $7, $8, $9 FROM unnest($2::uuid[], $3::uuid[]) e (card_id, id)`,
    [schoolId, cardIds, cardIds.map(() => newId()), kind, reason, actor.personId, actor.role, occurredAt, caseId],
  );
}
