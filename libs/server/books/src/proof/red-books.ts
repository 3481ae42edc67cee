import type { Tx } from '@kantinekortet/platform';
import { OfficeTasks } from '@kantinekortet/tasks';
import type { LedgerFinding } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';

const kind = 'books_red';

/** Asks each office whose books do not hold to look at them, and takes the question back when they do again. */
@Injectable()
export class RedBooks {
  private readonly tasks: OfficeTasks;

  constructor(tasks: OfficeTasks) {
    this.tasks = tasks;
  }

  /** Brings the tasks up to what a proof found. */
  async tell(tx: Tx, findings: readonly LedgerFinding[]): Promise<void> {
    const bySchool = Map.groupBy(findings, ({ schoolId }) => schoolId);
    for (const [schoolId, { length: count }] of bySchool) {
      if (schoolId !== null) await this.tasks.open(tx, { schoolId, kind, subjectId: schoolId, facts: { count } });
    }
    const open = await tx.query<{ readonly schoolId: string }[]>(
      'SELECT school_id AS "schoolId" FROM office_task WHERE kind = $1 AND resolved_at IS NULL',
      [kind],
    );
    for (const { schoolId } of open) {
      if (bySchool.has(schoolId)) continue;
      await this.tasks.resolve(tx, {
        schoolId,
        kind,
        subjectId: schoolId,
        by: null,
        resolution: 'balanced',
      });
    }
  }
}
