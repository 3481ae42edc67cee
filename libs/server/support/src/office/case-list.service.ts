import { Injectable } from '@nestjs/common';
import { Clock, Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import type { CaseCountsDto, CaseListQuery, CaseView, ListedCaseDto } from './case.dto.ts';

interface Row extends ListedCaseDto {
  readonly dueKey: string;
  readonly updatedKey: string;
}

const conditions: Readonly<Record<CaseView, string>> = {
  unassigned: `c.status = 'open' AND c.assignee_id IS NULL`,
  mine: `c.status = 'open' AND c.assignee_id = $2`,
  open: `c.status = 'open'`,
  waiting: `c.status = 'waiting'`,
  closed: `c.status = 'closed'`,
};

const rowsSql = `
  SELECT c.id, c.number, c.topic, c.status, c.is_urgent AS "isUrgent", c.due_at AS "dueAt", c.due_at::text AS "dueKey",
         c.sender_name AS "senderName", p.name AS "pupilName", assignee.name AS "assigneeName",
         left(m.body, 200) AS excerpt, c.updated_at AS "updatedAt", c.updated_at::text AS "updatedKey"
    FROM support_case c
    CROSS JOIN LATERAL (
      SELECT w.body FROM support_message w
       WHERE w.school_id = c.school_id AND w.case_id = c.id AND w.withdrawn_at IS NULL ORDER BY w.seq DESC LIMIT 1
    ) m
    LEFT JOIN pupil p ON p.school_id = c.school_id AND p.id = c.pupil_id
    LEFT JOIN person assignee ON assignee.id = c.assignee_id
   WHERE c.school_id = $1 AND ($2::uuid IS NOT NULL)`;

const fits = `
  ($3::text IS NULL OR c.number::text = $3 OR c.sender_name ILIKE $4 OR c.sender_email::text ILIKE $4
   OR c.told_child_name ILIKE $4 OR p.name ILIKE $4
   OR EXISTS (SELECT FROM support_message w
               WHERE w.school_id = c.school_id AND w.case_id = c.id AND w.withdrawn_at IS NULL AND w.body ILIKE $4))`;

/** A school's inbox. */
@Injectable()
export class CaseListService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is open with the most urgent first, what is closed or waits with the newest first; a search finds in all. */
  async list(schoolId: string, personId: string, query: CaseListQuery): Promise<Page<ListedCaseDto>> {
    const text = query.query?.trim() || null;
    const pattern = text && `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const own = [schoolId, personId, text, pattern, query.limit + 1];
    const view = text === null ? `AND ${conditions[query.view]}` : '';
    const isByUrgency = text === null && query.view !== 'closed' && query.view !== 'waiting';
    const { items, nextCursor } = isByUrgency
      ? await this.byUrgency(`${rowsSql} ${view} AND ${fits}`, own, query)
      : await this.byAge(`${rowsSql} ${view} AND ${fits}`, own, query);
    return { items: items.map(({ dueKey: _due, updatedKey: _updated, ...item }) => item), nextCursor };
  }

  async counts(schoolId: string, personId: string): Promise<CaseCountsDto> {
    const [counts] = await this.database.query<CaseCountsDto>(
      `SELECT count(*) FILTER (WHERE ${conditions.unassigned}) AS unassigned, count(*) FILTER (WHERE ${conditions.mine}) AS mine,
              count(*) FILTER (WHERE ${conditions.open}) AS open, count(*) FILTER (WHERE ${conditions.waiting}) AS waiting,
              count(*) FILTER (WHERE ${conditions.open} AND c.due_at < $3) AS overdue
         FROM support_case c WHERE c.school_id = $1 AND c.status <> 'closed'`,
      [schoolId, personId, this.clock.now()],
    );
    return counts ?? { unassigned: 0, mine: 0, open: 0, waiting: 0, overdue: 0 };
  }

  private async byUrgency(sql: string, own: readonly unknown[], { cursor, limit }: CaseListQuery): Promise<Page<Row>> {
    const [calm = null, due = null, id = null] = decodeCursor(cursor, ['integer', 'moment', 'uuid']) ?? [];
    const rows = await this.database.query<Row>(
      `${sql} AND ($6::int IS NULL OR ((NOT c.is_urgent)::int, c.due_at, c.id) > ($6, $7::timestamptz, $8::uuid))
        ORDER BY c.is_urgent DESC, c.due_at, c.id LIMIT $5`,
      [...own, calm, due, id],
    );
    return toPage(rows, limit, (row) => [row.isUrgent ? 0 : 1, row.dueKey, row.id]);
  }

  private async byAge(sql: string, own: readonly unknown[], { cursor, limit }: CaseListQuery): Promise<Page<Row>> {
    const [updated = null, id = null] = decodeCursor(cursor, ['moment', 'uuid']) ?? [];
    const rows = await this.database.query<Row>(
      `${sql} AND ($6::timestamptz IS NULL OR (c.updated_at, c.id) < ($6, $7::uuid))
        ORDER BY c.updated_at DESC, c.id DESC LIMIT $5`,
      [...own, updated, id],
    );
    return toPage(rows, limit, (row) => [row.updatedKey, row.id]);
  }
}
