import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import type { ListedPupilDto, PupilListQuery } from './pupil.dto.ts';
import { searchConditions } from './search-conditions.ts';

interface Row extends ListedPupilDto {
  readonly firstName: string;
  readonly lastName: string;
}

const pageSql = `
  SELECT p.* FROM pupil p
   WHERE p.school_id = $1 AND p.status = $2
     AND ($3::uuid IS NULL OR p.class_id = $3) AND ($8::text IS NULL OR p.kind = $8)
     AND ($4::text IS NULL OR (p.last_name, p.first_name, p.id) > ($4, $5, $6::uuid))`;

const columnsSql = `
  p.id AS "pupilId", p.name, p.first_name AS "firstName", p.last_name AS "lastName", p.class_name AS "className",
  p.birth_date AS "birthDate", p.status, w.balance_ore AS "balanceOre",
  CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status) END AS card,
  (SELECT count(*) FROM guardianship g
    WHERE g.school_id = p.school_id AND g.pupil_id = p.id AND g.status = 'active') AS "guardianCount"`;

/** The page is found among the pupils alone; what stands beside each is read for the page's rows only. */
function rowsSql(conditions: readonly string[]): string {
  const order = 'ORDER BY p.last_name, p.first_name, p.id';
  return `
    SELECT ${columnsSql}
      FROM (${[pageSql, ...conditions].join(' AND ')} ${order} LIMIT $7) p
      JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
      LEFT JOIN card c ON c.school_id = p.school_id AND c.pupil_id = p.id AND c.status IN ('active', 'blocked')
     ${order}`;
}

/** The office's list of pupils, by last name. */
@Injectable()
export class PupilListService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Every word of the query must fit, in any order and without regard to case and accents; see `searchConditions`. */
  async list(
    schoolId: string,
    { query = '', classId, status, kind, cursor, limit }: PupilListQuery,
  ): Promise<Page<ListedPupilDto>> {
    const [lastName = null, firstName = null, id = null] = decodeCursor(cursor, ['text', 'text', 'uuid']) ?? [];
    const own = [schoolId, status, classId ?? null, lastName, firstName, id, limit + 1, kind ?? null];
    const { conditions, parameters } = searchConditions(query, own.length + 1);
    const rows = await this.database.query<Row>(rowsSql(conditions), [...own, ...parameters]);
    const { items, nextCursor } = toPage(rows, limit, (row) => [row.lastName, row.firstName, row.pupilId]);
    return { items: items.map(({ firstName: _first, lastName: _last, ...item }) => item), nextCursor };
  }
}
