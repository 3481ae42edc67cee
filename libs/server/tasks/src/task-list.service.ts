import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, decodeCursor, toPage, type Page, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { OfficeTasks } from './office-tasks.service.ts';
import type { TaskCounts, TaskDto, TaskListQuery } from './task.dto.ts';
import { TaskNeedsAction, TaskNotFound, TaskResolved } from './task.errors.ts';
import { taskKinds } from './task-kinds.ts';

type TaskRow = Omit<TaskDto, 'byNote'> & { readonly sortedAt: string };

/** What is open is shown by its deadline, then by how long it waits; what is done, newest first. */
const sortKeys = {
  open: `coalesce(t.due_at, t.created_at + interval '100 years')`,
  resolved: 't.resolved_at',
} as const;

/** What waits for the office, on its screen. */
@Injectable()
export class TaskListService {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly tasks: OfficeTasks;

  constructor(clock: Clock, database: Database, tasks: OfficeTasks) {
    this.clock = clock;
    this.database = database;
    this.tasks = tasks;
  }

  /** A page by keyset: what is open, most urgent first, or what was resolved, newest first. */
  async list(schoolId: string, { show, cursor, limit }: TaskListQuery): Promise<Page<TaskDto>> {
    const [sortedAt = null, id = null] = decodeCursor(cursor, ['moment', 'uuid']) ?? [];
    const isOpen = show === 'open';
    const rows = await this.database.query<TaskRow>(
      `${selectTasks(sortKeys[show])}
        WHERE t.school_id = $1 AND (t.resolved_at IS NULL) = $2
          AND ($3::timestamptz IS NULL OR (${sortKeys[show]}, t.id) ${isOpen ? '>' : '<'} ($3::timestamptz, $4::uuid))
        ORDER BY ${sortKeys[show]} ${isOpen ? 'ASC' : 'DESC'}, t.id ${isOpen ? 'ASC' : 'DESC'} LIMIT $5`,
      [schoolId, isOpen, sortedAt, id, limit + 1],
    );
    const page = toPage(rows, limit, (row) => [row.sortedAt, row.id]);
    return { ...page, items: page.items.map(toDto) };
  }

  async count(schoolId: string): Promise<TaskCounts> {
    const [counts] = await this.database.query<TaskCounts>(
      `SELECT count(*) AS open, count(*) FILTER (WHERE due_at < $2) AS overdue
         FROM office_task WHERE school_id = $1 AND resolved_at IS NULL`,
      [schoolId, this.clock.now()],
    );
    return counts ?? { open: 0, overdue: 0 };
  }

  /**
   * Resolves a task by what somebody writes about it; the same note again gives the same answer. Throws TaskNotFound,
   * TaskNeedsAction for a task that a note does not resolve, TaskResolved.
   */
  async resolve(caller: PersonPrincipal, schoolId: string, id: string, resolution: string): Promise<TaskDto> {
    const { kind, subjectId, byNote } = await this.get(schoolId, id);
    if (!byNote) throw new TaskNeedsAction();
    const end = { schoolId, kind, subjectId, by: caller.personId, resolution };
    await this.database.transaction(async (tx) => {
      const open = await tx.query<unknown[]>(
        'SELECT FROM office_task WHERE school_id = $1 AND id = $2 AND resolved_at IS NULL FOR UPDATE',
        [schoolId, id],
      );
      if (open.length > 0) await this.tasks.resolve(tx, end);
      else if (!(await wasResolvedSo(tx, { schoolId, id, by: caller.personId, resolution }))) throw new TaskResolved();
    });
    return this.get(schoolId, id);
  }

  private async get(schoolId: string, id: string): Promise<TaskDto> {
    const [row] = await this.database.query<TaskRow>(
      `${selectTasks(sortKeys.open)} WHERE t.school_id = $1 AND t.id = $2`,
      [schoolId, id],
    );
    if (!row) throw new TaskNotFound();
    return toDto(row);
  }
}

function selectTasks(sortKey: string): string {
  return `
  SELECT t.id, t.kind, t.subject_id AS "subjectId", t.facts, t.due_at AS "dueAt", t.created_at AS "createdAt",
         t.resolved_at AS "resolvedAt", person.name AS "resolvedBy", t.resolution,
         (${sortKey} AT TIME ZONE 'UTC')::text || '+00' AS "sortedAt"
    FROM office_task t LEFT JOIN person ON person.id = t.resolved_by`;
}

function toDto({ sortedAt: _, ...task }: TaskRow): TaskDto {
  return { ...task, byNote: taskKinds[task.kind].byNote };
}

async function wasResolvedSo(
  tx: Tx,
  { schoolId, id, by, resolution }: Readonly<Record<'schoolId' | 'id' | 'by' | 'resolution', string>>,
): Promise<boolean> {
  const same = await tx.query<unknown[]>(
    'SELECT FROM office_task WHERE school_id = $1 AND id = $2 AND resolved_by = $3 AND resolution = $4',
    [schoolId, id, by, resolution],
  );
  return same.length > 0;
}
