import { fullName, type RosterFile } from './roster-file.ts';
import type { KnownPupil, NewPupil, RosterPlan } from './plan-roster.ts';
import type { RosterCandidate, RosterPreview, RosterRow } from './roster.dto.ts';

/** What the office is shown of a plan. */
export function previewOf(
  { id, fileName }: { readonly id: string; readonly fileName: string },
  file: RosterFile,
  plan: RosterPlan,
): RosterPreview {
  const rows: RosterRow[] = [
    ...plan.created.map((row) => rowOf('new', row, {})),
    ...plan.changed.map((row) => rowOf('changed', row, { changes: row.changes })),
    ...plan.ambiguous.map((row) => rowOf('ambiguous', row, { candidates: row.candidates.map(candidateOf) })),
    ...file.badRows.map(({ line, name, className, problems }) => ({
      ...{ line, kind: 'error' as const, name, className },
      ...{ changes: [], errors: problems, candidates: [] },
    })),
  ];
  return {
    id,
    fileName,
    status: 'previewed',
    encoding: file.encoding,
    delimiter: file.delimiter,
    counts: {
      rows: file.rows.length + file.badRows.length,
      new: plan.created.length,
      changed: plan.changed.length,
      unchanged: plan.unchangedCount,
      leaving: plan.leaving.length,
      errors: file.badRows.length,
      ambiguous: plan.ambiguous.length,
    },
    rows: rows.sort((left, right) => left.line - right.line),
    leaving: plan.leaving.map((pupil) => ({ pupilId: pupil.id, name: fullName(pupil), className: pupil.className })),
    leavingNeedsCount: plan.leavingNeedsCount,
    result: null,
    undo: null,
  };
}

/** What is kept of a preview when the file was applied: the counts, and the rows that the school has to mend. */
export function withoutPeople(preview: RosterPreview): RosterPreview {
  return { ...preview, status: 'applied', rows: preview.rows.filter(({ kind }) => kind === 'error'), leaving: [] };
}

function rowOf(
  kind: 'new' | 'changed' | 'ambiguous',
  { line, pupil }: NewPupil,
  { changes = [], candidates = [] }: Partial<Pick<RosterRow, 'changes' | 'candidates'>>,
): RosterRow {
  return { line, kind, name: fullName(pupil), className: pupil.className, changes, errors: [], candidates };
}

function candidateOf(pupil: KnownPupil): RosterCandidate {
  return { pupilId: pupil.id, name: fullName(pupil), birthDate: pupil.birthDate, className: pupil.className };
}
