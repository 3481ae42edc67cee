import type { Tx } from '@kantinekortet/platform';
import { recordPupilEvents, type PupilActor, type PupilEventKind } from '@kantinekortet/schools';
import type { CaseRow } from './case-rows.ts';

export type CaseEventKind = Extract<PupilEventKind, `case_${string}`>;

interface CaseEvent {
  readonly kind: CaseEventKind;
  readonly actor: PupilActor;
  readonly occurredAt: Date;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Who acts in a case: a colleague, or whoever wrote it, when nobody signed in did. */
export function caseActorOf(personId: string | null): PupilActor {
  return personId === null ? { role: 'sender', personId } : { role: 'office', personId };
}

/**
 * Tells what became of a case in the timeline of the pupil whom it is about now. It stays there: a case that turns out to
 * be about another child takes no history with it. A case about nobody is told nowhere.
 */
export async function tellPupil(
  tx: Tx,
  { schoolId, id: caseId, number, pupilId }: Pick<CaseRow, 'schoolId' | 'id' | 'number' | 'pupilId'>,
  { kind, actor, occurredAt, facts }: CaseEvent,
): Promise<void> {
  if (pupilId === null) return;
  await recordPupilEvents(tx, { schoolId, actor, occurredAt, caseId }, [
    { pupilId, kind, facts: { caseNumber: number, ...facts } },
  ]);
}

/** Tells the pupil whom a case was about, and the one whom it is about now, when these differ. */
export async function tellMove(
  tx: Tx,
  found: CaseRow,
  pupilId: string | null,
  circumstances: Pick<CaseEvent, 'actor' | 'occurredAt'>,
): Promise<void> {
  if (found.pupilId === pupilId) return;
  await tellPupil(tx, found, { ...circumstances, kind: 'case_unlinked' });
  await tellPupil(tx, { ...found, pupilId }, { ...circumstances, kind: 'case_linked', facts: { about: found.topic } });
}
