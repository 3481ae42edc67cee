import type { PersonPrincipal } from '@kantinekortet/identity';
import { newId, type Tx } from '@kantinekortet/platform';

/** What a pupil's timeline tells besides cards and money. */
export type PupilEventKind =
  | 'enrolled'
  | 'left'
  | 'leave_planned'
  | 'leave_cancelled'
  | 'enrolled_again'
  | 'left_for_good'
  | 'class_changed'
  | 'details_changed'
  | 'guardian_asked'
  | 'guardian_linked'
  | 'guardian_rejected'
  | 'guardian_unlinked'
  | 'guardian_invited'
  | 'guardian_invitation_withdrawn'
  | 'guardian_discretion_changed'
  | 'guardian_reminded'
  | 'limit_changed'
  | 'card_replaced'
  | 'card_replacement_waived'
  | 'case_opened'
  | 'case_answered'
  | 'case_open'
  | 'case_waiting'
  | 'case_closed'
  | 'case_linked'
  | 'case_unlinked'
  | 'case_loss_confirmed';

/** Who did it, and by which right; a job and the sender of a case who has not signed in have no person. */
export type PupilActor =
  | { readonly role: 'guardian' | 'office'; readonly personId: string }
  | { readonly role: 'job' | 'sender'; readonly personId: null };

export interface PupilEvent {
  readonly pupilId: string;
  readonly kind: PupilEventKind;
  /** Figures and words that the kind needs; ids of people, never their names. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

interface Circumstances {
  readonly schoolId: string;
  readonly actor: PupilActor;
  readonly occurredAt: Date;
  readonly reason?: string;
  readonly caseId?: string;
}

/** Staff act for the office; in the parent portal everyone acts as a guardian, whatever else they are. */
export function pupilActorOf(caller: PersonPrincipal): PupilActor {
  return { personId: caller.personId, role: caller.app === 'admin-office' ? 'office' : 'guardian' };
}

/** Writes to the timelines of a school's pupils, in the transaction that did what they tell. */
export async function recordPupilEvents(
  tx: Tx,
  { schoolId, actor, occurredAt, reason, caseId }: Circumstances,
  events: readonly PupilEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ pupilId, kind, facts = {} }) => ({ pupil_id: pupilId, id: newId(), kind, facts }));
  await tx.query(
    `INSERT INTO pupil_event (school_id, pupil_id, id, kind, actor_id, actor_role, reason, facts, case_id, occurred_at)
     SELECT $1, e.pupil_id, e.id, e.kind, $3, $4, $5, e.facts, $6, $7
       FROM jsonb_to_recordset($2) AS e (pupil_id uuid, id uuid, kind text, facts jsonb)`,
    [schoolId, JSON.stringify(rows), actor.personId, actor.role, reason ?? null, caseId ?? null, occurredAt],
  );
}
