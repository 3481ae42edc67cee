import { Injectable } from '@nestjs/common';
import { Database, decodeCursor, toPage, type Page, type PageQuery } from '@kantinekortet/platform';
import type { CardBatchDto } from './print-cards.dto.ts';

/** What the office printed, newest first. */
@Injectable()
export class CardBatchesService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async list(schoolId: string, { cursor, limit }: PageQuery): Promise<Page<CardBatchDto>> {
    const [before = null] = decodeCursor(cursor, ['uuid']) ?? [];
    const rows = await this.database.query<CardBatchDto>(
      `SELECT b.id, s.name AS "className", b.card_count AS "cardCount", b.created_at AS "createdAt", p.name AS "createdBy",
              (SELECT count(*) FROM card c
                WHERE c.school_id = b.school_id AND c.batch_id = b.id AND c.control_code_used_at IS NULL
                  AND (c.status = 'stock' OR c.status = 'active' AND b.class_id IS NOT NULL)) AS "reprintableCount"
         FROM card_batch b
         JOIN person p ON p.id = b.created_by
         LEFT JOIN school_class s ON s.school_id = b.school_id AND s.id = b.class_id
        WHERE b.school_id = $1 AND ($2::uuid IS NULL OR b.id < $2)
        ORDER BY b.id DESC LIMIT $3`,
      [schoolId, before, limit + 1],
    );
    return toPage(rows, limit, ({ id }) => [id]);
  }
}
