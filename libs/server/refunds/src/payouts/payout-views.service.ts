import { Clock, Database, decodeCursor, toPage, type PageQuery } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { BankSettings } from './bank-settings.service.ts';
import { PayoutRecords } from './payout-records.service.ts';
import { findReadyParts } from './payout-rows.ts';
import type { PayoutDto, PayoutLineDto, PayoutPage, PayoutSummary } from './payout.dto.ts';
import { PayoutNotFound } from './payout.errors.ts';

const summarySql = `
  SELECT f.id, f.number, f.message_id AS "messageId", f.status, f.line_count AS "lineCount", f.total_ore AS "totalOre",
         f.execution_on::text AS "executionOn", p.name AS "preparedBy", f.prepared_by = $2 AS "isPreparedByMe",
         f.prepared_at AS "preparedAt", a.name AS "approvedBy", f.approved_at AS "approvedAt", f.sent_at AS "sentAt",
         f.ended_at AS "endedAt", l."openCount", l."returnedCount"
    FROM payout_file f
    JOIN person p ON p.id = f.prepared_by
    LEFT JOIN person a ON a.id = f.approved_by
   CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE l.status = 'included') AS "openCount",
                 count(*) FILTER (WHERE l.status = 'returned') AS "returnedCount"
            FROM payout_line l WHERE l.school_id = f.school_id AND l.file_id = f.id) l
   WHERE f.school_id = $1`;

const linesSql = `
  SELECT l.number, l.status, l.amount_ore AS "amountOre", c.holder_name AS "holderName", c.last4, u.id AS "pupilId",
         u.first_name || ' ' || u.last_name AS "pupilName", l.return_reason AS "returnReason", x.name AS "answeredBy",
         l.answered_at AS "answeredAt"
    FROM payout_line l
    JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id
    JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
    JOIN payout_account c ON c.school_id = p.school_id AND c.id = p.payout_account_id
    JOIN pupil u ON u.school_id = r.school_id AND u.wallet_id = r.wallet_id
    LEFT JOIN person x ON x.id = l.answered_by
   WHERE l.school_id = $1 AND l.file_id = $2
   ORDER BY l.number`;

/** What the office sees of payment files. */
@Injectable()
export class PayoutViews {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly bank: BankSettings;
  private readonly records: PayoutRecords;

  constructor(clock: Clock, database: Database, bank: BankSettings, records: PayoutRecords) {
    this.clock = clock;
    this.database = database;
    this.bank = bank;
    this.records = records;
  }

  /** The school's files, newest first, and what the next one would hold. */
  async list(schoolId: string, personId: string, { cursor, limit }: PageQuery): Promise<PayoutPage> {
    const [before = null] = decodeCursor(cursor, ['integer']) ?? [];
    const found = await this.database.query<PayoutSummary>(
      `${summarySql} AND ($3::integer IS NULL OR f.number < $3) ORDER BY f.number DESC LIMIT $4`,
      [schoolId, personId, before, limit + 1],
    );
    const ready = await findReadyParts(this.database, schoolId, this.clock.now());
    const totalOre = ready.reduce((sum, { amountOre }) => sum + amountOre, 0);
    const { items, nextCursor } = toPage(found, limit, ({ number }) => [number]);
    const bank = await this.bank.get(schoolId);
    return { ready: { count: ready.length, totalOre }, bank, items: [...items], nextCursor };
  }

  /** One file with its lines. Throws PayoutNotFound. */
  async one(schoolId: string, personId: string, id: string): Promise<PayoutDto> {
    const [summary] = await this.database.query<PayoutSummary>(`${summarySql} AND f.id = $3`, [schoolId, personId, id]);
    if (!summary) throw new PayoutNotFound();
    const lines = await this.database.query<PayoutLineDto>(linesSql, [schoolId, id]);
    return { ...summary, lines, answers: await this.records.answersTo(schoolId, id) };
  }
}
