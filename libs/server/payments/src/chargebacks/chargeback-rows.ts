import type { Database, Tx } from '@kantinekortet/platform';
import type { MerchantAtProvider } from '@kantinekortet/providers';
import { readRows, type Reader } from '@kantinekortet/wallet';
import type { PaymentKey } from '../payment-id.ts';
import type { TopUp } from '../top-up-rows.ts';
import type { ChargebackKind, ChargebackStatus } from './chargeback-status.ts';

/** A chargeback as its table holds it. `paymentSchoolId` and `paymentId` name the payment that it is of. */
export interface Chargeback extends PaymentKey {
  readonly id: string;
  readonly merchantId: string;
  readonly provider: string;
  readonly kind: ChargebackKind;
  readonly reference: string;
  readonly status: ChargebackStatus;
  readonly amountOre: number;
  readonly evidenceDueAt: Date | null;
}

/** Where a provider's id of a dispute or a refund is looked for. */
export interface ChargebackName extends MerchantAtProvider {
  readonly reference: string;
}

const columns = `
  school_id AS "paymentSchoolId", top_up_id AS "paymentId", id, merchant_id AS "merchantId", provider, kind, reference,
  status, amount_ore AS "amountOre", evidence_due_at AS "evidenceDueAt"`;
const ofMerchant = 'school_id IN (SELECT id FROM school WHERE merchant_id = $1) AND merchant_id = $1 AND provider = $2';

/** The chargeback that a provider calls so. */
export async function findChargeback(
  reader: Reader,
  { merchantId, provider, reference }: ChargebackName,
): Promise<Chargeback | undefined> {
  const [row] = await readRows<Chargeback>(
    reader,
    `SELECT ${columns} FROM chargeback WHERE ${ofMerchant} AND reference = $3`,
    [merchantId, provider, reference],
  );
  return row;
}

/** What the provider may still have news of: refunds for so long as a payer's bank may send them back. */
export async function findUnderWay(
  database: Database,
  { merchantId, provider }: MerchantAtProvider,
  refundsFoundAfter: Date,
): Promise<Chargeback[]> {
  return database.query<Chargeback>(
    `SELECT ${columns} FROM chargeback
      WHERE ${ofMerchant} AND status IN ('asked', 'taken') AND (kind = 'dispute' OR found_at > $3) ORDER BY id`,
    [merchantId, provider, refundsFoundAfter],
  );
}

/** Writes a new chargeback, or what became of one. The payment is locked. */
export async function putChargeback(tx: Tx, chargeback: Chargeback, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO chargeback AS c (school_id, id, top_up_id, merchant_id, provider, kind, reference, status, amount_ore,
                                  evidence_due_at, found_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
     ON CONFLICT (school_id, id) DO UPDATE
       SET status = excluded.status, amount_ore = excluded.amount_ore, evidence_due_at = excluded.evidence_due_at,
           changed_at = excluded.changed_at`,
    [
      chargeback.paymentSchoolId,
      chargeback.id,
      chargeback.paymentId,
      chargeback.merchantId,
      chargeback.provider,
      chargeback.kind,
      chargeback.reference,
      chargeback.status,
      chargeback.amountOre,
      chargeback.evidenceDueAt,
      now,
    ],
  );
}

/** What of a chargeback one top-up bears. */
export interface ChargebackPart {
  readonly schoolId: string;
  readonly operationId: string;
  readonly topUpId: string;
  readonly amountOre: number;
}

export async function insertPart(
  tx: Tx,
  { paymentSchoolId, id }: Pick<Chargeback, 'paymentSchoolId' | 'id'>,
  { schoolId, operationId, topUpId, amountOre }: ChargebackPart,
): Promise<void> {
  await tx.query(
    `INSERT INTO chargeback_part (school_id, operation_id, chargeback_school_id, chargeback_id, top_up_id, amount_ore)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [schoolId, operationId, paymentSchoolId, id, topUpId, amountOre],
  );
}

/** The parts of a chargeback that have not come back, at the schools of its payment. */
export async function partsOf(tx: Tx, { id }: Chargeback, topUps: readonly TopUp[]): Promise<ChargebackPart[]> {
  return tx.query<ChargebackPart[]>(
    `SELECT school_id AS "schoolId", operation_id AS "operationId", top_up_id AS "topUpId", amount_ore AS "amountOre"
       FROM chargeback_part WHERE school_id = ANY ($1::uuid[]) AND chargeback_id = $2 AND returned_at IS NULL
      ORDER BY school_id, operation_id`,
    [topUps.map(({ schoolId }) => schoolId), id],
  );
}

export async function recordReturned(tx: Tx, { schoolId, operationId }: ChargebackPart, at: Date): Promise<void> {
  await tx.query('UPDATE chargeback_part SET returned_at = $3 WHERE school_id = $1 AND operation_id = $2', [
    schoolId,
    operationId,
    at,
  ]);
}

/** What of a top-up has neither been sent back by us nor been taken back before, in øre. Its wallet is locked. */
export async function leftOre(tx: Tx, { schoolId, id, walletId, amountOre }: TopUp): Promise<number> {
  const [row] = await tx.query<{ sentOre: number; takenOre: number }[]>(
    `SELECT (SELECT coalesce(sum(e.posted_ore), 0) FROM hold h
               JOIN hold_end e ON e.school_id = h.school_id AND e.hold_id = h.id
              WHERE h.school_id = $1 AND h.wallet_id = $2 AND h.payment_reference = $3::uuid::text AND NOT EXISTS (
                SELECT FROM operation o WHERE o.school_id = $1 AND o.reverses_operation_id = e.operation_id
                                          AND o.kind = 'payout_returned'))::bigint AS "sentOre",
            (SELECT coalesce(sum(amount_ore), 0) FROM chargeback_part
              WHERE school_id = $1 AND top_up_id = $3::uuid AND returned_at IS NULL)::bigint AS "takenOre"`,
    [schoolId, walletId, id],
  );
  return amountOre - (row?.sentOre ?? 0) - (row?.takenOre ?? 0);
}

/**
 * The payments of a merchant to ask about tonight, where no list tells of refunds: those of the last week, and of the year
 * that a provider refunds in a thirtieth, each night another.
 */
export async function findPaidToAskAbout(
  database: Database,
  { merchantId, provider }: MerchantAtProvider,
  now: Date,
): Promise<PaymentKey[]> {
  const night = Math.floor(now.getTime() / 86_400_000) % 30;
  return database.query<PaymentKey>(
    `SELECT payment_school_id AS "paymentSchoolId", payment_id AS "paymentId" FROM top_up
      WHERE ${ofMerchant} AND status = 'paid' AND payment_school_id = school_id AND payment_id = id
        AND (created_at > $3::timestamptz - interval '7 days' OR (
          created_at > $3::timestamptz - interval '366 days' AND (hashtext(id::text) & 2147483647) % 30 = $4))`,
    [merchantId, provider, now, night],
  );
}
