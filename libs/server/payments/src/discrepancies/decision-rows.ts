import type { Database, Tx } from '@kantinekortet/platform';
import type { DecisionDto } from './decision.dto.ts';
import type { DecisionStatus } from './decision-status.ts';

/** A payment that is not what was asked for, as its table holds it. Its top-up is the payment's first. */
export interface Discrepancy {
  readonly schoolId: string;
  readonly id: string;
  readonly topUpId: string;
  readonly paidAmountOre: number;
  readonly paidCurrency: string;
}

/** What a person decided about one. */
export interface Decision extends DecisionDto {
  readonly schoolId: string;
  readonly discrepancyId: string;
  readonly decidedBy: string;
}

const decisionColumns = `school_id AS "schoolId", id, discrepancy_id AS "discrepancyId", choice, reason, status,
  failure_code AS "failureCode", decided_by AS "decidedBy"`;

export async function findDiscrepancy(
  database: Database,
  schoolId: string,
  id: string,
): Promise<Discrepancy | undefined> {
  const [row] = await database.query<Discrepancy>(
    `SELECT school_id AS "schoolId", id, top_up_id AS "topUpId", paid_amount AS "paidAmountOre",
            paid_currency AS "paidCurrency"
       FROM payment_discrepancy WHERE school_id = $1 AND id = $2`,
    [schoolId, id],
  );
  return row;
}

/** All decisions about one, and the one that has this id, whatever it is about. */
export async function readDecisions(tx: Tx, { schoolId, id }: Discrepancy, decisionId: string): Promise<Decision[]> {
  return tx.query<Decision[]>(
    `SELECT ${decisionColumns} FROM payment_decision WHERE school_id = $1 AND (discrepancy_id = $2 OR id = $3)`,
    [schoolId, id, decisionId],
  );
}

export async function findSending(database: Database, schoolId: string): Promise<Decision[]> {
  return database.query<Decision>(
    `SELECT ${decisionColumns} FROM payment_decision WHERE school_id = $1 AND status = 'sending' ORDER BY id`,
    [schoolId],
  );
}

/** Decisions after which the payer should have the money, of a school and since a moment. */
export async function findSentBack(database: Database, schoolId: string, since: Date): Promise<Decision[]> {
  return database.query<Decision>(
    `SELECT ${decisionColumns} FROM payment_decision
      WHERE school_id = $1 AND status = 'done' AND choice <> 'book' AND ended_at > $2 ORDER BY id`,
    [schoolId, since],
  );
}

export async function insertDecision(tx: Tx, decision: Decision, decidedAt: Date): Promise<void> {
  const { schoolId, id, discrepancyId, choice, reason, status, decidedBy } = decision;
  await tx.query(
    `INSERT INTO payment_decision (school_id, id, discrepancy_id, choice, reason, status, decided_by, decided_at, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $6 = 'sending' THEN NULL ELSE $8::timestamptz END)`,
    [schoolId, id, discrepancyId, choice, reason, status, decidedBy, decidedAt],
  );
}

/** Ends a decision, unless it has moved on since it was read. Returns whether it was there still. */
export async function endDecision(
  tx: Tx,
  { schoolId, id, status }: Decision,
  end: { readonly status: DecisionStatus; readonly failureCode: string | null; readonly endedAt: Date },
): Promise<boolean> {
  const [, count] = await tx.query<[unknown[], number]>(
    `UPDATE payment_decision SET status = $3, failure_code = $4, ended_at = $5
      WHERE school_id = $1 AND id = $2 AND status = $6`,
    [schoolId, id, end.status, end.failureCode, end.endedAt, status],
  );
  return count > 0;
}
