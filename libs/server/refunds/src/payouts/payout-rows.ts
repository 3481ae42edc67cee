import type { Database, Tx } from '@kantinekortet/platform';
import { readRows } from '@kantinekortet/wallet';
import type { PayoutLineStatus, PayoutStatus } from './payout-status.ts';

/** A payment file as its table holds it, without its content. */
export interface Payout {
  readonly schoolId: string;
  readonly id: string;
  readonly number: number;
  readonly messageId: string;
  readonly status: PayoutStatus;
  readonly preparedBy: string;
  readonly approvedBy: string | null;
  readonly sentAt: Date | null;
}

/** A line with the wallet that its part takes from. */
export interface PayoutLine {
  readonly number: number;
  readonly partId: string;
  readonly walletId: string;
  readonly endToEndId: string;
  readonly amountOre: number;
  readonly status: PayoutLineStatus;
}

/** A part that is ready for the bank, with its sealed account. */
export interface ReadyPart {
  readonly id: string;
  readonly amountOre: number;
  readonly holderName: string;
  readonly sealedNumber: Buffer;
}

const columns = `
  f.school_id AS "schoolId", f.id, f.number, f.message_id AS "messageId", f.status, f.prepared_by AS "preparedBy",
  f.approved_by AS "approvedBy", f.sent_at AS "sentAt"`;

/** More than a bank's portal shows on a page; what is over waits for the next file. */
const maximumLines = 1_000;

// Its payer's password may have changed since the part became ready: then it goes into no file, and with none that it is
// in already.
const payableSql = `
  a.usable_at <= $2
  AND NOT EXISTS (SELECT FROM person x WHERE x.id = r.payer_id
                     AND x.credentials_changed_at > $2::timestamptz - interval '7 days')`;

const fromReady = `
    FROM refund_part p
    JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
    JOIN payout_account a ON a.school_id = p.school_id AND a.id = p.payout_account_id
   WHERE p.school_id = $1 AND p.route = 'bank' AND p.status = 'ready' AND ${payableSql}
     AND NOT EXISTS (SELECT FROM payout_line l
                      WHERE l.school_id = p.school_id AND l.part_id = p.id AND l.status <> 'withdrawn')`;

const readySql = `
  SELECT p.id, p.amount_ore AS "amountOre", a.holder_name AS "holderName", a.sealed_number AS "sealedNumber" ${fromReady}
   ORDER BY p.id LIMIT ${maximumLines}`;

/** One at a time prepares a file at a school: the next one sees what is taken. */
export async function lockPreparing(tx: Tx, schoolId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('payouts/' || $1, 0))`, [schoolId]);
}

/** Parts that can go into the school's next file, oldest first. */
export async function findReadyParts(reader: Tx | Database, schoolId: string, now: Date): Promise<ReadyPart[]> {
  return readRows<ReadyPart>(reader, readySql, [schoolId, now]);
}

/** The same, locked: nobody takes one back while it goes into a file. */
export async function lockReadyParts(tx: Tx, schoolId: string, now: Date): Promise<ReadyPart[]> {
  return tx.query<ReadyPart[]>(`${readySql} FOR UPDATE OF p`, [schoolId, now]);
}

/** What could have gone to the bank in a file, and has been ready since before a moment. */
export async function countOverdueParts(
  tx: Tx,
  schoolId: string,
  { now, before }: { readonly now: Date; readonly before: Date },
): Promise<{ readonly count: number; readonly amountOre: number }> {
  const [row] = await tx.query<{ count: number; amountOre: number }[]>(
    `SELECT count(*) AS count, coalesce(sum(p.amount_ore), 0)::bigint AS "amountOre" ${fromReady}
        AND coalesce(p.ready_at, r.asked_at) <= $3`,
    [schoolId, now, before],
  );
  return row ?? { count: 0, amountOre: 0 };
}

/** Whether something in a file may not be paid out now: its payer's password or e-mail was changed since. */
export async function isOutdated(
  tx: Tx,
  { schoolId, id }: Pick<Payout, 'schoolId' | 'id'>,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.query<{ isOutdated: boolean }[]>(
    `SELECT EXISTS (
       SELECT FROM payout_line l
         JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id
         JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
         JOIN payout_account a ON a.school_id = p.school_id AND a.id = p.payout_account_id
        WHERE l.school_id = $1 AND l.file_id = $3 AND NOT (${payableSql})) AS "isOutdated"`,
    [schoolId, now, id],
  );
  return row?.isOutdated === true;
}

/** Whether a part goes to the bank in a file that has not been given up. */
export async function isInFile(tx: Tx, { schoolId, id }: Pick<Payout, 'schoolId' | 'id'>): Promise<boolean> {
  const lines = await tx.query<unknown[]>(
    `SELECT FROM payout_line WHERE school_id = $1 AND part_id = $2 AND status <> 'withdrawn'`,
    [schoolId, id],
  );
  return lines.length > 0;
}

/** A file, locked until the transaction ends. Parts, and then wallets, are locked after it. */
export async function lockPayout(tx: Tx, schoolId: string, id: string): Promise<Payout | undefined> {
  const [payout] = await tx.query<Payout[]>(
    `SELECT ${columns} FROM payout_file f WHERE f.school_id = $1 AND f.id = $2 FOR UPDATE`,
    [schoolId, id],
  );
  return payout;
}

/** The id of the school's file that went to the bank under this message id. */
export async function findPayoutOfMessage(tx: Tx, schoolId: string, messageId: string): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }[]>(
    'SELECT id FROM payout_file WHERE school_id = $1 AND message_id = $2',
    [schoolId, messageId],
  );
  return found?.id;
}

/** The lines of a file, with their parts locked in one order. */
export async function lockLines(tx: Tx, { schoolId, id }: Pick<Payout, 'schoolId' | 'id'>): Promise<PayoutLine[]> {
  const lines = await tx.query<PayoutLine[]>(
    `SELECT l.number, l.part_id AS "partId", r.wallet_id AS "walletId", l.end_to_end_id AS "endToEndId",
            l.amount_ore AS "amountOre", l.status
       FROM payout_line l
       JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id
       JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
      WHERE l.school_id = $1 AND l.file_id = $2
      ORDER BY p.id FOR UPDATE OF p`,
    [schoolId, id],
  );
  return lines.toSorted((a, b) => a.number - b.number);
}
