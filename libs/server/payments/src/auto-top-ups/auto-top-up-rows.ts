import type { Tx } from '@kantinekortet/platform';
import { readRows, type Reader } from '@kantinekortet/wallet';
import type { AutoTopUpStatus, SwitchOffReason } from './auto-top-up-status.ts';

/** A guardian's rule for one child's wallet, as its table holds it. */
export interface AutoTopUp {
  readonly schoolId: string;
  readonly id: string;
  readonly walletId: string;
  readonly pupilId: string;
  readonly payerId: string;
  readonly belowOre: number;
  readonly amountOre: number;
  readonly timesAMonth: number;
  readonly status: AutoTopUpStatus;
  readonly reason: SwitchOffReason | null;
  /** First day of the month whose limit the guardian has been told of, as `YYYY-MM-DD`. */
  readonly limitToldMonth: string | null;
}

export type RuleKey = Pick<AutoTopUp, 'schoolId' | 'walletId' | 'payerId'>;

const columns = `
  school_id AS "schoolId", id, wallet_id AS "walletId", pupil_id AS "pupilId", payer_id AS "payerId",
  below_ore AS "belowOre", amount_ore AS "amountOre", times_a_month AS "timesAMonth", status, reason,
  limit_told_month AS "limitToldMonth"`;

/** The rule of a person for a wallet. */
export async function findRule(
  reader: Reader,
  { schoolId, walletId, payerId }: RuleKey,
): Promise<AutoTopUp | undefined> {
  const [rule] = await readRows<AutoTopUp>(
    reader,
    `SELECT ${columns} FROM auto_top_up WHERE school_id = $1 AND wallet_id = $2 AND payer_id = $3`,
    [schoolId, walletId, payerId],
  );
  return rule;
}

export async function readRule(tx: Tx, schoolId: string, id: string): Promise<AutoTopUp> {
  const [rule] = await readRows<AutoTopUp>(tx, `SELECT ${columns} FROM auto_top_up WHERE school_id = $1 AND id = $2`, [
    schoolId,
    id,
  ]);
  if (!rule) throw new Error(`Rule ${id} has gone`);
  return rule;
}

/** All rules of a person at a school, in the order in which their wallets are locked. */
export async function rulesOfPayer(reader: Reader, schoolId: string, payerId: string): Promise<AutoTopUp[]> {
  return readRows<AutoTopUp>(
    reader,
    `SELECT ${columns} FROM auto_top_up WHERE school_id = $1 AND payer_id = $2 ORDER BY wallet_id`,
    [schoolId, payerId],
  );
}

/** A school's active rules whose wallets have too little now, for whatever reason nobody bought anything since. */
export async function rulesBelow(reader: Reader, schoolId: string): Promise<AutoTopUp[]> {
  return readRows<AutoTopUp>(
    reader,
    `SELECT ${columns} FROM auto_top_up r
      WHERE school_id = $1 AND status = 'active' AND EXISTS (
        SELECT FROM wallet w WHERE w.school_id = r.school_id AND w.id = r.wallet_id
                               AND w.balance_ore - w.held_ore < r.below_ore)
      ORDER BY id`,
    [schoolId],
  );
}

/** Writes a new rule, or changes what it says and how it stands. Under the wallet's lock. */
export async function putRule(tx: Tx, rule: AutoTopUp, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO auto_top_up AS r (school_id, id, wallet_id, pupil_id, payer_id, below_ore, amount_ore, times_a_month,
                                   status, reason, limit_told_month, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
     ON CONFLICT (school_id, wallet_id, payer_id) DO UPDATE
       SET below_ore = excluded.below_ore, amount_ore = excluded.amount_ore, times_a_month = excluded.times_a_month,
           status = excluded.status, reason = excluded.reason, limit_told_month = excluded.limit_told_month,
           changed_at = excluded.changed_at`,
    [
      rule.schoolId,
      rule.id,
      rule.walletId,
      rule.pupilId,
      rule.payerId,
      rule.belowOre,
      rule.amountOre,
      rule.timesAMonth,
      rule.status,
      rule.reason,
      rule.limitToldMonth,
      now,
    ],
  );
}
