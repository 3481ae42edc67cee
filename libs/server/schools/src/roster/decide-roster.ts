import { enrolledStanding, type EnrolmentDecision, type PupilUpdate } from '../enrolment/enrolment-decision.ts';
import { changesOf, merged, type KnownPupil, type RosterPlan } from './plan-roster.ts';
import type { RosterFile, RosterPupil } from './roster-file.ts';
import { LeavingCountNeeded, RosterMatchUnusable } from './roster.errors.ts';
import type { ApplyRosterRequest, RosterMatch } from './roster.dto.ts';

/** What will be written: the plan, with what the office decided about it. */
export interface RosterDecision extends EnrolmentDecision {
  readonly unchangedCount: number;
  readonly skippedCount: number;
}

/** Joins the plan with the office's answers. Throws RosterMatchUnusable and LeavingCountNeeded. */
export function decideRoster(
  file: RosterFile,
  plan: RosterPlan,
  pupils: readonly KnownPupil[],
  answers: ApplyRosterRequest,
): RosterDecision {
  const known = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const created = plan.created.map(({ pupil }) => pupil);
  const updated: PupilUpdate[] = [];
  let unchangedCount = plan.unchangedCount;
  const update = (target: KnownPupil | undefined, pupil: RosterPupil): void => {
    if (!target) return;
    const changes = changesOf(target, pupil);
    if (changes.length === 0) unchangedCount += 1;
    else updated.push({ known: target, pupil: merged(target, pupil), changes, standing: enrolledStanding });
  };
  for (const { pupilId, pupil } of plan.changed) update(known.get(pupilId), pupil);
  const matches = usableMatches(plan, answers.matches);
  for (const { line, pupil } of plan.ambiguous) {
    const match = matches.get(line);
    if (match === null) created.push(pupil);
    else if (match !== undefined) update(known.get(match), pupil);
  }
  const leaving = answers.fileIsComplete ? plan.leaving : [];
  if (leaving.length > 0 && plan.leavingNeedsCount && answers.leavingCount !== leaving.length) {
    throw new LeavingCountNeeded();
  }
  const skippedCount = file.badRows.length + plan.ambiguous.length - matches.size;
  return { created, updated, leaving, unchangedCount, skippedCount };
}

/** Each match by its line; a line once, a candidate once. */
function usableMatches(plan: RosterPlan, matches: readonly RosterMatch[]): Map<number, string | null> {
  const ambiguous = new Map(plan.ambiguous.map((row) => [row.line, row]));
  const chosen = new Map<number, string | null>();
  const taken = new Set<string>();
  matches.forEach(({ line, pupilId }, index) => {
    const isCandidate = pupilId === null || ambiguous.get(line)?.candidates.some(({ id }) => id === pupilId) === true;
    const isUsable =
      ambiguous.has(line) && !chosen.has(line) && isCandidate && (pupilId === null || !taken.has(pupilId));
    if (!isUsable) throw new RosterMatchUnusable(index);
    chosen.set(line, pupilId);
    if (pupilId !== null) taken.add(pupilId);
  });
  return chosen;
}
