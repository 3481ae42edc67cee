import type { KnownPupil, RosterChange } from '../roster/plan-roster.ts';
import type { RosterPupil } from '../roster/roster-file.ts';

/** Whether a pupil attends the school, and since when not. */
export type Standing = Pick<KnownPupil, 'status' | 'leftAt' | 'leftForGoodAt'>;

export const enrolledStanding: Standing = { status: 'enrolled', leftAt: null, leftForGoodAt: null };

/** What becomes of a pupil that the school has. */
export interface PupilUpdate {
  readonly known: KnownPupil;
  readonly pupil: RosterPupil & { readonly guardianEmails: readonly string[] };
  readonly changes: readonly RosterChange[];
  readonly standing: Standing;
}

/** Everything that will be written to a school's pupils at once. */
export interface EnrolmentDecision {
  readonly created: readonly RosterPupil[];
  readonly updated: readonly PupilUpdate[];
  readonly leaving: readonly KnownPupil[];
}
