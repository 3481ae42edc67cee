import type { FailureCode, ProviderPayment } from '@kantinekortet/providers';
import type { Database, Language, Tx } from '@kantinekortet/platform';
import type { Discrepancy, TopUpStatus } from './top-up-status.ts';

/** A top-up as its table holds it. */
export interface TopUp {
  readonly schoolId: string;
  readonly id: string;
  readonly walletId: string;
  readonly payerId: string;
  readonly merchantId: string;
  readonly provider: string;
  readonly amountOre: number;
  /** The claim that it pays; null for an ordinary top-up. */
  readonly claimId: string | null;
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

const columns = `
  school_id AS "schoolId", id, wallet_id AS "walletId", payer_id AS "payerId", merchant_id AS "merchantId", provider,
  amount_ore AS "amountOre", claim_id AS "claimId", settled_ore AS "settledOre", description, language, status, provider_reference AS "providerReference", checkout_url AS "checkoutUrl",
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

/** A school's oldest open top-ups that were started before a moment. */
export async function findOpenTopUps(
  database: Database,
  schoolId: string,
  { createdBefore, limit }: { readonly createdBefore: Date; readonly limit: number },
): Promise<TopUp[]> {
  return database.query<TopUp>(
    `SELECT ${columns} FROM top_up
      WHERE school_id = $1 AND status IN ('created', 'pending') AND created_at < $2 ORDER BY created_at LIMIT $3`,
    [schoolId, createdBefore, limit],
  );
}

/** The same, as the transaction sees it. */
export async function readTopUp(tx: Tx, schoolId: string, id: string): Promise<TopUp | undefined> {
  const [row] = await tx.query<TopUp[]>(`SELECT ${columns} FROM top_up WHERE school_id = $1 AND id = $2`, [
    schoolId,
    id,
  ]);
  return row;
}

/** The same, locked until the transaction ends. Whoever needs the wallet's lock too takes it after this one. */
export async function lockTopUp(tx: Tx, schoolId: string, id: string): Promise<TopUp | undefined> {
  const [row] = await tx.query<TopUp[]>(`SELECT ${columns} FROM top_up WHERE school_id = $1 AND id = $2 FOR UPDATE`, [
    schoolId,
    id,
  ]);
  return row;
}

export async function insertTopUp(tx: Tx, topUp: TopUp): Promise<void> {
  await tx.query(
    `INSERT INTO top_up (school_id, id, wallet_id, payer_id, merchant_id, provider, amount_ore, description, language,
                         created_at, expires_at, claim_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
    ],
  );
}

/** What is on its way to a wallet, in øre: it counts against the cap before it is booked. */
export async function openAmountOre(tx: Tx, schoolId: string, walletId: string): Promise<number> {
  const [row] = await tx.query<{ ore: number }[]>(
    `SELECT coalesce(sum(amount_ore), 0)::bigint AS ore FROM top_up
      WHERE school_id = $1 AND wallet_id = $2 AND status IN ('created', 'pending', 'needs_attention')`,
    [schoolId, walletId],
  );
  return row?.ore ?? 0;
}

/** Writes down where the payer pays. A webhook may have ended the top-up before this answer came. */
export async function recordStart(
  tx: Tx,
  { schoolId, id }: Pick<TopUp, 'schoolId' | 'id'>,
  started: { readonly providerReference: string; readonly checkoutUrl: string },
): Promise<TopUpStatus> {
  const [rows] = await tx.query<[{ status: TopUpStatus }[], number]>(
    `UPDATE top_up
        SET status = CASE status WHEN 'created' THEN 'pending' ELSE status END,
            provider_reference = $3, checkout_url = $4
      WHERE school_id = $1 AND id = $2 RETURNING status`,
    [schoolId, id, started.providerReference, started.checkoutUrl],
  );
  const [row] = rows;
  if (!row) throw new Error(`Top-up ${id} has gone`);
  return row.status;
}

/** Writes down what the provider said; `endedAt` is null while the payer may still pay. */
export async function recordPayment(
  tx: Tx,
  { schoolId, id }: Pick<TopUp, 'schoolId' | 'id'>,
  change: { readonly status: TopUpStatus; readonly payment: ProviderPayment; readonly endedAt: Date | null },
): Promise<void> {
  const { status, payment, endedAt } = change;
  await tx.query(
    `UPDATE top_up SET status = $3, provider_reference = $4, failure_code = $5, card_brand = $6, card_last4 = $7, ended_at = $8
      WHERE school_id = $1 AND id = $2`,
    [
      schoolId,
      id,
      status,
      payment.providerReference,
      payment.failureCode,
      payment.card?.brand,
      payment.card?.last4,
      endedAt,
    ],
  );
}

/** Writes down how much of a booked top-up settled what was owed. */
export async function recordSettled(
  tx: Tx,
  { schoolId, id }: Pick<TopUp, 'schoolId' | 'id'>,
  settledOre: number,
): Promise<void> {
  await tx.query('UPDATE top_up SET settled_ore = $3 WHERE school_id = $1 AND id = $2', [schoolId, id, settledOre]);
}

/** Ends a top-up that never reached the provider. */
export async function recordNeverStarted(tx: Tx, topUp: Pick<TopUp, 'schoolId' | 'id'>, endedAt: Date): Promise<void> {
  await tx.query(
    `UPDATE top_up SET status = 'expired', ended_at = $3 WHERE school_id = $1 AND id = $2 AND status = 'created'`,
    [topUp.schoolId, topUp.id, endedAt],
  );
}

export async function insertDiscrepancy(
  tx: Tx,
  topUp: TopUp,
  found: {
    readonly id: string;
    readonly reason: Discrepancy;
    readonly payment: ProviderPayment;
    readonly foundAt: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO payment_discrepancy (school_id, id, top_up_id, reason, expected_ore, paid_amount, paid_currency, found_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      topUp.schoolId,
      found.id,
      topUp.id,
      found.reason,
      topUp.amountOre,
      found.payment.amountOre,
      found.payment.currency,
      found.foundAt,
    ],
  );
}
