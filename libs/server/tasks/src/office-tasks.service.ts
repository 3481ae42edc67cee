import { Clock, newId, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { TaskFacts } from './task.dto.ts';
import type { TaskKind } from './task-kinds.ts';

/** What a task is about. */
export interface TaskKey {
  readonly schoolId: string;
  readonly kind: TaskKind;
  readonly subjectId: string;
}

export interface NewTask extends TaskKey {
  /** What the screen shows; amounts in øre. */
  readonly facts: TaskFacts;
  /** When somebody outside stops waiting for us. */
  readonly dueAt?: Date | null;
}

export interface TaskEnd extends TaskKey {
  /** Who did it; null when it resolved itself. */
  readonly by: string | null;
  /** At most 500 characters. */
  readonly resolution: string;
}

/** How every flow asks the office for something that only a person can do. */
@Injectable()
export class OfficeTasks {
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Asks once: while the task is open, asking again brings its facts and deadline up to date. */
  async open(tx: Tx, { schoolId, kind, subjectId, facts, dueAt }: NewTask): Promise<void> {
    await tx.query(
      `INSERT INTO office_task (school_id, id, kind, subject_id, facts, due_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (school_id, kind, subject_id) WHERE resolved_at IS NULL
       DO UPDATE SET facts = excluded.facts, due_at = excluded.due_at`,
      [schoolId, newId(), kind, subjectId, JSON.stringify(facts), dueAt ?? null, this.clock.now()],
    );
  }

  /** Asks, unless the office was asked this before: what a person has dealt with is not asked again. */
  async openUnlessKnown(tx: Tx, task: NewTask): Promise<void> {
    const known = await tx.query<unknown[]>(
      'SELECT FROM office_task WHERE school_id = $1 AND kind = $2 AND subject_id = $3',
      [task.schoolId, task.kind, task.subjectId],
    );
    if (known.length === 0) await this.open(tx, task);
  }

  /**
   * Brings all tasks of a kind at a school up to what is found now: asks for each, and takes back those of what is found no
   * more. For what goes away by itself.
   */
  async keep(
    tx: Tx,
    { schoolId, kind }: Pick<TaskKey, 'schoolId' | 'kind'>,
    found: readonly Omit<NewTask, 'schoolId' | 'kind'>[],
  ): Promise<void> {
    for (const task of found) await this.open(tx, { schoolId, kind, ...task });
    await tx.query(
      `UPDATE office_task SET resolved_at = $3, resolution = 'gone'
        WHERE school_id = $1 AND kind = $2 AND subject_id <> ALL ($4::uuid[]) AND resolved_at IS NULL`,
      [schoolId, kind, this.clock.now(), found.map(({ subjectId }) => subjectId)],
    );
  }

  /** Ends a task whose thing has been done. Returns whether it was open. */
  async resolve(tx: Tx, { schoolId, kind, subjectId, by, resolution }: TaskEnd): Promise<boolean> {
    const [, count] = await tx.query<[unknown[], number]>(
      `UPDATE office_task SET resolved_at = $4, resolved_by = $5, resolution = $6
        WHERE school_id = $1 AND kind = $2 AND subject_id = $3 AND resolved_at IS NULL`,
      [schoolId, kind, subjectId, this.clock.now(), by, resolution],
    );
    return count > 0;
  }
}
