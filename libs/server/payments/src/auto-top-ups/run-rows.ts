import type { Tx } from '@kantinekortet/platform';
import type { FailureCode } from '@kantinekortet/providers';
import { readRows, type Reader } from '@kantinekortet/wallet';
import { isUnderWay, runTransitions, type RunStatus } from './auto-top-up-status.ts';

/** One automatic top-up, from the fall of the balance to its end. */
export interface Run {
  readonly schoolId: string;
  readonly id: string;
  readonly ruleId: string;
  readonly walletId: string;
  readonly savedCardId: string;
  readonly cause: string;
  readonly amountOre: number;
  readonly status: RunStatus;
  /** Which attempt to take the money is the latest; the first is 1. */
  readonly attempt: number;
  /** The top-up of that attempt. */
  readonly topUpId: string;
  readonly failureCode: FailureCode | null;
  /** When it is tried again or, while it waits for the guardian, given up. */
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

const columns = `
  school_id AS "schoolId", id, rule_id AS "ruleId", wallet_id AS "walletId", saved_card_id AS "savedCardId", cause,
  amount_ore AS "amountOre", status, attempt, top_up_id AS "topUpId", failure_code AS "failureCode", due_at AS "dueAt",
  created_at AS "createdAt", changed_at AS "changedAt"`;
const underWay = `status IN ('charging', 'retrying', 'waiting_for_guardian')`;

export async function findRun(reader: Reader, schoolId: string, id: string): Promise<Run | undefined> {
  const [run] = await readRows<Run>(reader, `SELECT ${columns} FROM auto_top_up_run WHERE school_id = $1 AND id = $2`, [
    schoolId,
    id,
  ]);
  return run;
}

/** The same, locked until the transaction ends; the wallet is locked before it. */
export async function lockRun(tx: Tx, schoolId: string, id: string): Promise<Run> {
  const [run] = await tx.query<Run[]>(
    `SELECT ${columns} FROM auto_top_up_run WHERE school_id = $1 AND id = $2 FOR UPDATE`,
    [schoolId, id],
  );
  if (!run) throw new Error(`Run ${id} has gone`);
  return run;
}

/** The run that is under way for a wallet, whosever rule it is. */
export async function runUnderWay(reader: Reader, schoolId: string, walletId: string): Promise<Run | undefined> {
  const [run] = await readRows<Run>(
    reader,
    `SELECT ${columns} FROM auto_top_up_run WHERE school_id = $1 AND wallet_id = $2 AND ${underWay}`,
    [schoolId, walletId],
  );
  return run;
}

/** A school's runs that somebody has to look after: no answer since a moment, or their time has come. */
export async function runsToLookAfter(
  reader: Reader,
  schoolId: string,
  { now, silentSince }: { readonly now: Date; readonly silentSince: Date },
): Promise<Run[]> {
  return readRows<Run>(
    reader,
    `SELECT ${columns} FROM auto_top_up_run
      WHERE school_id = $1 AND ${underWay} AND (due_at <= $2 OR (status = 'charging' AND changed_at < $3))
      ORDER BY changed_at`,
    [schoolId, now, silentSince],
  );
}

/** How often a rule has filled the card since a moment; those still under way are not counted. */
export async function timesPaid(reader: Reader, schoolId: string, ruleId: string, since: Date): Promise<number> {
  const [row] = await readRows<{ readonly times: number }>(
    reader,
    `SELECT count(*) AS times FROM auto_top_up_run
      WHERE school_id = $1 AND rule_id = $2 AND status = 'paid' AND ended_at >= $3`,
    [schoolId, ruleId, since],
  );
  return row?.times ?? 0;
}

/** Begins a run. False when it was begun before, or another is under way for the wallet. */
export async function insertRun(tx: Tx, run: Run): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO auto_top_up_run (school_id, id, rule_id, wallet_id, saved_card_id, cause, amount_ore, status, attempt,
                                  top_up_id, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) ON CONFLICT DO NOTHING RETURNING id`,
    [
      run.schoolId,
      run.id,
      run.ruleId,
      run.walletId,
      run.savedCardId,
      run.cause,
      run.amountOre,
      run.status,
      run.attempt,
      run.topUpId,
      run.createdAt,
    ],
  );
  return rows.length > 0;
}

/** What changes with a run's status. */
export interface RunMove {
  readonly status: RunStatus;
  readonly failureCode?: FailureCode | null;
  readonly dueAt?: Date;
  readonly attempt?: number;
  readonly topUpId?: string;
  readonly savedCardId?: string;
}

/** Moves a locked run on. False when it cannot go there from where it is: then that is old news. */
export async function moveRun(tx: Tx, run: Run, move: RunMove, now: Date): Promise<boolean> {
  if (!runTransitions[run.status].includes(move.status)) return false;
  await tx.query(
    `UPDATE auto_top_up_run
        SET status = $3, failure_code = $4, due_at = $5, attempt = $6, top_up_id = $7, saved_card_id = $8, changed_at = $9,
            ended_at = $10
      WHERE school_id = $1 AND id = $2`,
    [
      run.schoolId,
      run.id,
      move.status,
      move.failureCode === undefined ? run.failureCode : move.failureCode,
      move.dueAt ?? null,
      move.attempt ?? run.attempt,
      move.topUpId ?? run.topUpId,
      move.savedCardId ?? run.savedCardId,
      now,
      isUnderWay(move.status) ? null : now,
    ],
  );
  return true;
}

/** Lets the time of a waiting run be over now. */
export async function hasten(tx: Tx, { schoolId, id }: Run, now: Date): Promise<void> {
  await tx.query('UPDATE auto_top_up_run SET due_at = $3, changed_at = $3 WHERE school_id = $1 AND id = $2', [
    schoolId,
    id,
    now,
  ]);
}
