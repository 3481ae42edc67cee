import type { KnownPupil, RosterChange } from '../roster/plan-roster.ts';
import { enrolledStanding, type EnrolmentDecision, type PupilUpdate, type Standing } from './enrolment-decision.ts';

/** What was done to one pupil, as it is kept for the day. Times are ISO texts: it is stored as JSON. */
export type UndoStep =
  | { readonly step: 'created'; readonly pupilId: string }
  | { readonly step: 'left'; readonly pupilId: string; readonly leftAt: string }
  | {
      readonly step: 'changed';
      readonly pupilId: string;
      readonly changes: readonly RosterChange[];
      /** How it stood before. */
      readonly was: {
        readonly status: Standing['status'];
        readonly leftAt: string | null;
        readonly leftForGoodAt: string | null;
      };
    };

/** What would undo a decision that was written at a moment. */
export function undoStepsOf(
  written: Pick<EnrolmentDecision, 'updated' | 'leaving'> & { readonly enrolled: readonly string[] },
  now: Date,
): UndoStep[] {
  return [
    ...written.enrolled.map((pupilId): UndoStep => ({ step: 'created', pupilId })),
    ...written.leaving.map(({ id }): UndoStep => ({ step: 'left', pupilId: id, leftAt: now.toISOString() })),
    ...written.updated.map(({ known, changes }): UndoStep => {
      const { id, status, leftAt, leftForGoodAt } = known;
      const was = { status, leftAt: textOf(leftAt), leftForGoodAt: textOf(leftForGoodAt) };
      return { step: 'changed', pupilId: id, changes, was };
    }),
  ];
}

/** What undoing would do now. */
export interface UndoPlan extends EnrolmentDecision {
  /** Pupils of the import who stay, because they have a card, a guardian or money by now. */
  readonly kept: readonly KnownPupil[];
}

/** What ties pupils to the school by now: a card in use; a card, a guardian or money. */
export interface Ties {
  readonly withCard: ReadonlySet<string>;
  readonly withAny: ReadonlySet<string>;
}

/**
 * Plans an undo: who was created leaves, unless something ties the pupil to the school by now; who left comes back; a
 * changed field gets its earlier value, unless somebody has changed it since.
 */
export function planUndo(steps: readonly UndoStep[], pupils: ReadonlyMap<string, KnownPupil>, ties: Ties): UndoPlan {
  const leaving: KnownPupil[] = [];
  const kept: KnownPupil[] = [];
  const updated: PupilUpdate[] = [];
  for (const step of steps) {
    const pupil = pupils.get(step.pupilId);
    if (!pupil) continue;
    if (step.step === 'changed') {
      updated.push(...restored(step, pupil, ties.withCard.has(pupil.id)));
    } else if (step.step === 'created') {
      if (pupil.status === 'enrolled') (ties.withAny.has(pupil.id) ? kept : leaving).push(pupil);
    } else if (pupil.status === 'left' && textOf(pupil.leftAt) === step.leftAt) {
      const changes: RosterChange[] = [{ field: 'status', from: 'left', to: 'enrolled' }];
      updated.push({ known: pupil, pupil, changes, standing: enrolledStanding });
    }
  }
  return { created: [], updated, leaving, kept };
}

function restored(
  { changes, was }: Extract<UndoStep, { step: 'changed' }>,
  pupil: KnownPupil,
  hasCard: boolean,
): PupilUpdate[] {
  const back = changes
    .filter(({ field, to }) => isStill(field, fieldOf(pupil, field), to))
    .map(({ field, from }): RosterChange => ({ field, from: fieldOf(pupil, field), to: from }));
  if (back.length === 0) return [];
  const value = (field: RosterChange['field']): string | null => {
    const change = back.find((one) => one.field === field);
    return change ? change.to : fieldOf(pupil, field);
  };
  const target = {
    externalId: value('externalId'),
    firstName: value('firstName') ?? '',
    lastName: value('lastName') ?? '',
    birthDate: value('birthDate'),
    className: value('className') ?? '',
    guardianEmails: (value('guardianEmails') ?? '').split(', ').filter((email) => email !== ''),
  };
  // A card that was given out meanwhile must end as any leaver's does, so the pupil has not left for good again.
  const leftForGoodAt = hasCard ? null : dateOf(was.leftForGoodAt);
  const standing: Standing = back.some(({ field }) => field === 'status')
    ? { status: was.status, leftAt: dateOf(was.leftAt), leftForGoodAt }
    : pupil;
  return [{ known: pupil, pupil: target, changes: back, standing }];
}

/** Whether a field is as the change left it; of a class the school's own writing counts, as when it was written. */
function isStill(field: RosterChange['field'], now: string | null, written: string | null): boolean {
  return field === 'className' ? now?.toLowerCase() === written?.toLowerCase() : now === written;
}

/** A field as changes tell it. */
function fieldOf(pupil: KnownPupil, field: RosterChange['field']): string | null {
  return field === 'guardianEmails' ? pupil.guardianEmails.join(', ') : pupil[field];
}

function textOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
