import type { FailureCode, ProviderPayment } from '@kantinekortet/providers';
import type { Database, Language, Tx } from '@kantinekortet/platform';
import type { PaymentKey } from './payment-id.ts';
import type { Discrepancy, TopUpStatus } from './top-up-status.ts';

/** A top-up as its table holds it. Those of one payment have status, reference, page and failure in common. */
export interface TopUp extends PaymentKey {
  readonly schoolId: string;
  readonly id: string;
  readonly walletId: string;
  readonly payerId: string;
  readonly merchantId: string;
  readonly provider: string;
  readonly amountOre: number;
  /** The claim that it pays; null for an ordinary top-up. */
  readonly claimId: string | null;
  /** The run that charges it by itself; null for one that a guardian asked for. */
  readonly runId: string | null;
  readonly description: string;
  readonly language: Language;
  readonly status: TopUpStatus;
  readonly providerReference: string | null;
  readonly checkoutUrl: string | null;
  readonly failureCode: FailureCode | null;
  /** How much of it settled what was owed; null until it is booked. */
  readonly settledOre: number | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What is paid in one payment. */
export function totalOre(topUps: readonly Pick<TopUp, 'amountOre'>[]): number {
  return topUps.reduce((total, { amountOre }) => total + amountOre, 0);
}

const columns = `
  school_id AS "schoolId", id, payment_school_id AS "paymentSchoolId", payment_id AS "paymentId", wallet_id AS "walletId", payer_id AS "payerId", merchant_id AS "merchantId", provider,
  amount_ore AS "amountOre", claim_id AS "claimId", run_id AS "runId", settled_ore AS "settledOre", description, language, status, provider_reference AS "providerReference", checkout_url AS "checkoutUrl",
  failure_code AS "failureCode", created_at AS "createdAt", expires_at AS "expiresAt"`;

/** The top-up with this id at one of these schools. */
export async function findTopUp(
  database: Database,
  schoolIds: readonly string[],
  id: string,
): Promise<TopUp | undefined> {
  const [row] = await database.query<TopUp>(
    `SELECT ${columns} FROM top_up WHERE school_id = ANY ($1::uuid[]) AND id = $2`,
    [schoolIds, id],
  );
  return row;
}

/**
 * A school's oldest open payments that were started before a moment: the first top-up of each. A charge of a saved card
 * that has no answer yet is its run's to look after: it may be made.
 */
export async function findOpenPayments(
  database: Database,
  schoolId: string,
  { createdBefore, limit }: { readonly createdBefore: Date; readonly limit: number },
): Promise<TopUp[]> {
  return database.query<TopUp>(
    `SELECT ${columns} FROM top_up
      WHERE school_id = $1 AND status IN ('created', 'pending') AND created_at < $2
        AND payment_school_id = school_id AND payment_id = id
        AND (origin = 'guardian' OR provider_reference IS NOT NULL)
      ORDER BY created_at LIMIT $3`,
    [schoolId, createdBefore, limit],
  );
}

/** Those of these top-ups that are there, as the transaction sees them. */
export async function readTopUps(tx: Tx, keys: readonly Pick<TopUp, 'schoolId' | 'id'>[]): Promise<TopUp[]> {
  return tx.query<TopUp[]>(
    `SELECT ${columns} FROM top_up WHERE (school_id, id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`,
    [keys.map(({ schoolId }) => schoolId), keys.map(({ id }) => id)],
  );
}

// School by school: a payment's other schools are among those of the person who pays, and that directory only grows.
const ofPayment = `
  payment_school_id = $1 AND payment_id = $2 AND school_id IN (
    SELECT $1::uuid
    UNION SELECT d.school_id FROM top_up f JOIN guardian_school d ON d.person_id = f.payer_id
           WHERE f.school_id = $1 AND f.id = $2)`;

/** The first top-up of each payment that is booked as paid, of a merchant's payments that were started in a period. */
export async function findPaid(
  database: Database,
  { merchantId, provider }: Pick<TopUp, 'merchantId' | 'provider'>,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<TopUp[]> {
  return database.query<TopUp>(
    `SELECT ${columns} FROM top_up
      WHERE school_id IN (SELECT id FROM school WHERE merchant_id = $1) AND merchant_id = $1 AND provider = $2
        AND status = 'paid' AND payment_school_id = school_id AND payment_id = id
        AND created_at >= $3 AND created_at < $4`,
    [merchantId, provider, from, until],
  );
}

/** All top-ups of a payment, in the order in which they are locked. */
export async function findByPayment(database: Database, { paymentSchoolId, paymentId }: PaymentKey): Promise<TopUp[]> {
  return database.query<TopUp>(`SELECT ${columns} FROM top_up WHERE ${ofPayment} ORDER BY school_id, id`, [
    paymentSchoolId,
    paymentId,
  ]);
}

/** The same, locked until the transaction ends. Whoever needs the wallets' locks too takes them after these. */
export async function lockPayment(tx: Tx, { paymentSchoolId, paymentId }: PaymentKey): Promise<TopUp[]> {
  return tx.query<TopUp[]>(`SELECT ${columns} FROM top_up WHERE ${ofPayment} ORDER BY school_id, id FOR UPDATE`, [
    paymentSchoolId,
    paymentId,
  ]);
}

/** How many top-ups a payment is for. */
export async function countOfPayment(tx: Tx, { paymentSchoolId, paymentId }: PaymentKey): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(`SELECT count(*) AS count FROM top_up WHERE ${ofPayment}`, [
    paymentSchoolId,
    paymentId,
  ]);
  return row?.count ?? 0;
}

export async function insertTopUp(tx: Tx, topUp: TopUp): Promise<void> {
  await tx.query(
    `INSERT INTO top_up (school_id, id, wallet_id, payer_id, merchant_id, provider, amount_ore, description, language,
                         created_at, expires_at, claim_id, payment_school_id, payment_id, run_id, origin)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      topUp.schoolId,
      topUp.id,
      topUp.walletId,
      topUp.payerId,
      topUp.merchantId,
      topUp.provider,
      topUp.amountOre,
      topUp.description,
      topUp.language,
      topUp.createdAt,
      topUp.expiresAt,
      topUp.claimId,
      topUp.paymentSchoolId,
      topUp.paymentId,
      topUp.runId,
      topUp.runId === null ? 'guardian' : 'automatic',
    ],
  );
}

/**
 * What is on its way to a wallet, in øre: it counts against the cap before it is booked. A page that no provider answered
 * for counts until its time is over: nobody can have paid on it, and nobody can any more.
 */
export async function openAmountOre(tx: Tx, schoolId: string, walletId: string, now: Date): Promise<number> {
  const [row] = await tx.query<{ ore: number }[]>(
    `SELECT coalesce(sum(amount_ore), 0)::bigint AS ore FROM top_up
      WHERE school_id = $1 AND wallet_id = $2 AND status IN ('created', 'pending', 'needs_attention')
        AND NOT (status = 'created' AND provider_reference IS NULL AND run_id IS NULL AND expires_at <= $3)`,
    [schoolId, walletId, now],
  );
  return row?.ore ?? 0;
}

/** Writes down where the payer pays. A webhook may have ended the payment before this answer came. */
export async function recordStart(
  tx: Tx,
  key: PaymentKey,
  started: { readonly providerReference: string; readonly checkoutUrl: string },
): Promise<TopUpStatus> {
  await lockPayment(tx, key);
  const [rows] = await tx.query<[{ status: TopUpStatus }[], number]>(
    `UPDATE top_up
        SET status = CASE status WHEN 'created' THEN 'pending' ELSE status END,
            provider_reference = $3, checkout_url = $4
      WHERE ${ofPayment} RETURNING status`,
    [key.paymentSchoolId, key.paymentId, started.providerReference, started.checkoutUrl],
  );
  const [row] = rows;
  if (!row) throw new Error(`Payment ${key.paymentId} has gone`);
  return row.status;
}

/** Writes down what the provider said of a locked payment; `endedAt` is null while the payer may still pay. */
export async function recordPayment(
  tx: Tx,
  { paymentSchoolId, paymentId }: PaymentKey,
  change: { readonly status: TopUpStatus; readonly payment: ProviderPayment; readonly endedAt: Date | null },
): Promise<void> {
  const { status, payment, endedAt } = change;
  await tx.query(
    `UPDATE top_up SET status = $3, provider_reference = $4, failure_code = $5, card_brand = $6, card_last4 = $7, ended_at = $8
      WHERE ${ofPayment}`,
    [
      paymentSchoolId,
      paymentId,
      status,
      payment.providerReference,
      payment.failureCode,
      payment.card?.brand,
      payment.card?.last4,
      endedAt,
    ],
  );
}

/** Writes down that the provider has said how a locked payment stands. */
export async function recordHeard(tx: Tx, { paymentSchoolId, paymentId }: PaymentKey, heardAt: Date): Promise<void> {
  await tx.query(`UPDATE top_up SET heard_at = $3 WHERE ${ofPayment}`, [paymentSchoolId, paymentId, heardAt]);
}

/** By provider, how many open payments of a school it has said nothing of since before a moment. */
export async function countUnheard(
  tx: Tx,
  schoolId: string,
  before: Date,
): Promise<{ readonly provider: string; readonly count: number; readonly amountOre: number }[]> {
  return tx.query(
    `SELECT provider, count(*) AS count, sum(amount_ore)::bigint AS "amountOre" FROM top_up
      WHERE school_id = $1 AND status IN ('created', 'pending') AND coalesce(heard_at, created_at) <= $2
      GROUP BY provider`,
    [schoolId, before],
  );
}

/** Writes down what a person decided about a locked payment that waited for it, or that it waits again. */
export async function recordStatus(
  tx: Tx,
  { paymentSchoolId, paymentId }: PaymentKey,
  status: Extract<TopUpStatus, 'paid' | 'returned' | 'needs_attention'>,
): Promise<void> {
  await tx.query(`UPDATE top_up SET status = $3 WHERE ${ofPayment} AND status = $4`, [
    paymentSchoolId,
    paymentId,
    status,
    status === 'needs_attention' ? 'returned' : 'needs_attention',
  ]);
}

/** Writes down how much of a booked top-up settled what was owed. */
export async function recordSettled(
  tx: Tx,
  { schoolId, id }: Pick<TopUp, 'schoolId' | 'id'>,
  settledOre: number,
): Promise<void> {
  await tx.query('UPDATE top_up SET settled_ore = $3 WHERE school_id = $1 AND id = $2', [schoolId, id, settledOre]);
}

/** Ends a payment that never reached the provider. */
export async function recordNeverStarted(tx: Tx, key: PaymentKey, endedAt: Date): Promise<void> {
  await lockPayment(tx, key);
  await tx.query(`UPDATE top_up SET status = 'expired', ended_at = $3 WHERE ${ofPayment} AND status = 'created'`, [
    key.paymentSchoolId,
    key.paymentId,
    endedAt,
  ]);
}

/** Tells the office of the payment's first school that it is not what was asked for; `expectedOre` is all of it. */
export async function insertDiscrepancy(
  tx: Tx,
  { paymentSchoolId, paymentId }: PaymentKey,
  found: {
    readonly id: string;
    readonly reason: Discrepancy;
    readonly expectedOre: number;
    readonly payment: ProviderPayment;
    readonly foundAt: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO payment_discrepancy (school_id, id, top_up_id, reason, expected_ore, paid_amount, paid_currency, found_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      paymentSchoolId,
      found.id,
      paymentId,
      found.reason,
      found.expectedOre,
      found.payment.amountOre,
      found.payment.currency,
      found.foundAt,
    ],
  );
}
