import type { Tx } from '@kantinekortet/platform';

/** A payment file that waits for somebody: what of it hangs, and since when. */
export interface HangingFile {
  readonly payoutId: string;
  readonly number: number;
  readonly amountOre: number;
  readonly lineCount: number;
  readonly since: Date;
}

/** A part that a provider has, and has not said the last word of. */
export interface HangingPart {
  readonly partId: string;
  readonly refundId: string;
  readonly amountOre: number;
  readonly pupilId: string;
  readonly pupilName: string;
}

/** A day of the bank terminal that payouts of its money wait for. */
export interface HangingDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly count: number;
  readonly amountOre: number;
}

/** Files that were approved before a moment, and that nobody has fetched. */
export async function findNotFetched(tx: Tx, schoolId: string, before: Date): Promise<HangingFile[]> {
  return tx.query<HangingFile[]>(
    `SELECT f.id AS "payoutId", f.number, f.total_ore AS "amountOre", f.line_count AS "lineCount",
            f.approved_at AS since
       FROM payout_file f
      WHERE f.school_id = $1 AND f.status = 'approved' AND f.approved_at <= $2`,
    [schoolId, before],
  );
}

/** Files that have left and that the bank has not answered for, with what of each is open. */
export async function findUnanswered(tx: Tx, schoolId: string): Promise<HangingFile[]> {
  return tx.query<HangingFile[]>(
    `SELECT f.id AS "payoutId", f.number, sum(l.amount_ore)::bigint AS "amountOre", count(*) AS "lineCount",
            f.sent_at AS since
       FROM payout_file f
       JOIN payout_line l ON l.school_id = f.school_id AND l.file_id = f.id AND l.status = 'included'
      WHERE f.school_id = $1 AND f.status = 'sent'
      GROUP BY f.school_id, f.id`,
    [schoolId],
  );
}

/** Parts that a provider should have brought to their payers before a day, and says nothing of. */
export async function findUnconfirmed(tx: Tx, schoolId: string, today: string): Promise<HangingPart[]> {
  return tx.query<HangingPart[]>(
    `SELECT p.id AS "partId", p.refund_id AS "refundId", p.amount_ore AS "amountOre", u.id AS "pupilId",
            u.name AS "pupilName"
       FROM refund_part p
       JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
       JOIN pupil u ON u.school_id = r.school_id AND u.wallet_id = r.wallet_id
      WHERE p.school_id = $1 AND p.route = 'provider' AND p.status = 'sent' AND p.expected_on < $2`,
    [schoolId, today],
  );
}

/** Open days of the terminal that payouts, asked for before a moment, have to wait for. */
export async function findOpenDays(tx: Tx, schoolId: string, before: Date): Promise<HangingDay[]> {
  return tx.query<HangingDay[]>(
    `SELECT o.day::text AS day, count(*) AS count, sum(p.amount_ore)::bigint AS "amountOre"
       FROM refund_part p
       JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
       JOIN (SELECT DISTINCT school_id, payer_id, paid_on AS day FROM office_receipt
              WHERE school_id = $1 AND method = 'terminal') o
         ON o.school_id = r.school_id AND o.payer_id = r.payer_id
       LEFT JOIN terminal_day d ON d.school_id = o.school_id AND d.day = o.day
      WHERE p.school_id = $1 AND p.status = 'waiting' AND p.needs_approval AND r.asked_at <= $2
        AND coalesce(d.status, 'open') = 'open'
      GROUP BY o.day`,
    [schoolId, before],
  );
}
