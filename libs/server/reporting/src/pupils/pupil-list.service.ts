import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import type { ListedPupilDto, PupilListQuery } from './pupil.dto.ts';

interface Row extends ListedPupilDto {
  readonly firstName: string;
  readonly lastName: string;
}

const cardNumberStart = /^\d[\d\s]{2,}$/;

const listSql = `
  SELECT p.id AS "pupilId", p.name, p.first_name AS "firstName", p.last_name AS "lastName", p.class_name AS "className",
         p.birth_date AS "birthDate", p.status, w.balance_ore AS "balanceOre",
         CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('number', c.number, 'status', c.status) END AS card,
         (SELECT count(*) FROM guardianship g
           WHERE g.school_id = p.school_id AND g.pupil_id = p.id AND g.status = 'active') AS "guardianCount"
    FROM pupil p
    JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id
    LEFT JOIN card c ON c.school_id = p.school_id AND c.pupil_id = p.id AND c.status IN ('active', 'blocked')
   WHERE p.school_id = $1 AND p.status = $2
     AND ($3::uuid IS NULL OR p.class_id = $3)
     AND ($4::text[] IS NULL OR p.search_name LIKE ALL (SELECT '%' || search_fold(part) || '%' FROM unnest($4) part))
     AND ($5::text IS NULL OR c.number LIKE $5 || '%')
     AND ($6::text IS NULL OR (p.last_name, p.first_name, p.id) > ($6, $7, $8::uuid))
   ORDER BY p.last_name, p.first_name, p.id
   LIMIT $9`;

/** The office's list of pupils, by last name. */
@Injectable()
export class PupilListService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Every part of the query must be in the name, in any order and without regard to case and accents. */
  async list(
    schoolId: string,
    { query = '', classId, status, cursor, limit }: PupilListQuery,
  ): Promise<Page<ListedPupilDto>> {
    const text = query.trim();
    const isCardNumber = cardNumberStart.test(text);
    const parts = text
      .replace(/[%_\\]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    const [lastName = null, firstName = null, id = null] = decodeCursor(cursor, 3) ?? [];
    const rows = await this.database.query<Row>(listSql, [
      schoolId,
      status,
      classId ?? null,
      isCardNumber || parts.length === 0 ? null : parts,
      isCardNumber ? text.replace(/\s/g, '') : null,
      lastName,
      firstName,
      id,
      limit + 1,
    ]);
    const { items, nextCursor } = toPage(rows, limit, (row) => [row.lastName, row.firstName, row.pupilId]);
    return { items: items.map(({ firstName: _first, lastName: _last, ...item }) => item), nextCursor };
  }
}
