import type { PersonPrincipal } from '@kantinekortet/identity';
import {
  Clock,
  Database,
  decodeCursor,
  osloDay,
  toPage,
  type Page,
  type PageQuery,
  type Tx,
} from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { lockTerminalDay } from './lock-terminal-day.ts';
import { closedStatus, terminalDayTransitions } from './terminal-day-status.ts';
import type { CloseTerminalDayRequest, TerminalDayDto } from './terminal-day.dto.ts';
import {
  TerminalDayAhead,
  TerminalDayClosed,
  TerminalDayDiffers,
  TerminalDayNeedsAnother,
} from './terminal-day.errors.ts';

const receiptsOfDay = `
  SELECT count(*) AS count, coalesce(sum(r.amount_ore), 0)::bigint AS total_ore
    FROM office_receipt r
   WHERE r.school_id = d.school_id AND r.paid_on = d.day AND r.method = 'terminal'
     AND NOT EXISTS (SELECT FROM office_receipt_reversal v WHERE v.school_id = r.school_id AND v.receipt_id = r.id)`;

const daysSql = `
  SELECT d.day::text AS day, d.status, r.count AS "receiptCount", r.total_ore AS "receiptsTotalOre",
         d.terminal_total_ore AS "terminalTotalOre", d.note, person.name AS "closedBy", d.closed_at AS "closedAt"
    FROM terminal_day d
   CROSS JOIN LATERAL (${receiptsOfDay}) r
    LEFT JOIN person ON person.id = d.closed_by
   WHERE d.school_id = $1`;

/** The days of a school's bank terminal: what it took is matched with what was put on cards. */
@Injectable()
export class TerminalDaysService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Days with receipts, and days that were closed, newest first, by keyset. */
  async list(schoolId: string, { cursor, limit }: PageQuery): Promise<Page<TerminalDayDto>> {
    const [before = null] = decodeCursor(cursor, ['text']) ?? [];
    const rows = await this.database.query<TerminalDayDto>(
      `${daysSql} AND (d.status <> 'open' OR r.count > 0) AND ($2::text IS NULL OR d.day::text < $2)
        ORDER BY d.day DESC LIMIT $3`,
      [schoolId, before, limit + 1],
    );
    return toPage(rows, limit, ({ day }) => [day]);
  }

  /** One day; a day on which nothing happened is open and empty. */
  async get(schoolId: string, day: string): Promise<TerminalDayDto> {
    const [row] = await this.database.query<TerminalDayDto>(`${daysSql} AND d.day = $2`, [schoolId, day]);
    return row ?? emptyDay(day);
  }

  /**
   * Closes a day with what the terminal's report says. From then on it takes no receipt and loses none. The same answer
   * again when it was closed so before. Throws TerminalDayAhead, TerminalDayClosed, and for a day that differs
   * TerminalDayDiffers without a note, TerminalDayNeedsAnother.
   */
  async close(
    caller: PersonPrincipal,
    schoolId: string,
    day: string,
    { terminalTotalOre, note }: CloseTerminalDayRequest,
  ): Promise<TerminalDayDto> {
    const now = this.clock.now();
    if (day > osloDay(now)) throw new TerminalDayAhead();
    await this.database.transaction(async (tx) => {
      const status = await lockTerminalDay(tx, { schoolId, day, strength: 'update' });
      const receiptsTotalOre = await totalOf(tx, schoolId, day);
      const next = closedStatus(receiptsTotalOre, terminalTotalOre);
      if (!terminalDayTransitions[status].includes(next)) {
        if (await wasClosedSo(tx, schoolId, day, { terminalTotalOre, note: note ?? null })) return;
        throw new TerminalDayClosed(day);
      }
      if (next === 'differs') {
        if (note === undefined) throw new TerminalDayDiffers(receiptsTotalOre, terminalTotalOre);
        if (await shouldLeaveToAnother(tx, schoolId, day, caller.personId)) throw new TerminalDayNeedsAnother();
      }
      await tx.query(
        `UPDATE terminal_day SET status = $3, terminal_total_ore = $4, receipts_total_ore = $5, note = $6,
                                 closed_by = $7, closed_at = $8
          WHERE school_id = $1 AND day = $2`,
        [schoolId, day, next, terminalTotalOre, receiptsTotalOre, note ?? null, caller.personId, now],
      );
    });
    return this.get(schoolId, day);
  }
}

async function totalOf(tx: Tx, schoolId: string, day: string): Promise<number> {
  const [row] = await tx.query<{ total_ore: number }[]>(
    `SELECT r.total_ore FROM terminal_day d CROSS JOIN LATERAL (${receiptsOfDay}) r WHERE d.school_id = $1 AND d.day = $2`,
    [schoolId, day],
  );
  return row?.total_ore ?? 0;
}

/**
 * Whether somebody recorded receipts of a day, taken back or not, and a colleague at the office recorded none. Where everybody
 * did, or nobody else is there, the day can still be closed: who approves a payout of its money sees the difference.
 */
async function shouldLeaveToAnother(tx: Tx, schoolId: string, day: string, personId: string): Promise<boolean> {
  const [row] = await tx.query<{ isMine: boolean; hasAnother: boolean }[]>(
    `WITH recorder AS (SELECT DISTINCT received_by AS person_id FROM office_receipt
                        WHERE school_id = $1 AND paid_on = $2 AND method = 'terminal')
     SELECT $3::uuid IN (SELECT person_id FROM recorder) AS "isMine",
            EXISTS (SELECT FROM staff_role s WHERE s.school_id = $1 AND s.role = 'office'
                       AND s.person_id NOT IN (SELECT person_id FROM recorder)) AS "hasAnother"`,
    [schoolId, day, personId],
  );
  return row?.isMine === true && row.hasAnother;
}

async function wasClosedSo(
  tx: Tx,
  schoolId: string,
  day: string,
  asked: { readonly terminalTotalOre: number; readonly note: string | null },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM terminal_day WHERE school_id = $1 AND day = $2 AND status <> 'open' AND terminal_total_ore = $3
        AND note IS NOT DISTINCT FROM $4`,
    [schoolId, day, asked.terminalTotalOre, asked.note],
  );
  return rows.length > 0;
}

function emptyDay(day: string): TerminalDayDto {
  const nothing = { terminalTotalOre: null, note: null, closedBy: null, closedAt: null };
  return { day, status: 'open', receiptCount: 0, receiptsTotalOre: 0, ...nothing };
}
