import type { Database, Tx } from '@kantinekortet/platform';
import { readRows, type Reader } from '@kantinekortet/wallet';
import type { PayerKind } from './plan-refund.ts';
import type { RefundPartStatus } from './refund-part-status.ts';

export type RefundOrigin = 'guardian' | 'office' | 'leaver';

/** A refund as its table holds it. */
export interface Refund {
  readonly schoolId: string;
  readonly id: string;
  readonly walletId: string;
  readonly merchantId: string;
  readonly payerKind: PayerKind;
  readonly payerId: string;
  readonly amountOre: number;
  readonly isEverything: boolean;
  /** What the request said; null when it asked for everything. */
  readonly requestedOre: number | null;
  readonly requestedAccountId: string | null;
  readonly origin: RefundOrigin;
  readonly askedBy: string | null;
  readonly askedAt: Date;
}

/** A part as its table holds it. */
export interface RefundPart {
  readonly schoolId: string;
  readonly id: string;
  readonly refundId: string;
  readonly number: number;
  readonly route: 'provider' | 'bank';
  readonly amountOre: number;
  readonly holdId: string;
  readonly paymentReference: string | null;
  readonly provider: string | null;
  readonly providerPaymentReference: string | null;
  readonly cardBrand: string | null;
  readonly cardLast4: string | null;
  readonly payoutAccountId: string | null;
  readonly status: RefundPartStatus;
  readonly needsApproval: boolean;
  readonly approvedBy: string | null;
  readonly providerRefundReference: string | null;
  readonly failureCode: string | null;
  readonly sentOperationId: string | null;
  readonly expectedOn: string | null;
  readonly sentAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  /** Of the bank's: whether it goes in a file that has not been given up. */
  readonly isInFile: boolean;
}

const refundColumns = `
  r.school_id AS "schoolId", r.id, r.wallet_id AS "walletId", r.merchant_id AS "merchantId", r.payer_kind AS "payerKind",
  r.payer_id AS "payerId", r.amount_ore AS "amountOre", r.is_everything AS "isEverything",
  r.requested_ore AS "requestedOre", r.requested_account_id AS "requestedAccountId", r.origin, r.asked_by AS "askedBy",
  r.asked_at AS "askedAt"`;

const partColumns = `
  p.school_id AS "schoolId", p.id, p.refund_id AS "refundId", p.number, p.route, p.amount_ore AS "amountOre",
  p.hold_id AS "holdId", p.payment_reference AS "paymentReference", p.provider,
  p.provider_payment_reference AS "providerPaymentReference", p.card_brand AS "cardBrand", p.card_last4 AS "cardLast4",
  p.payout_account_id AS "payoutAccountId", p.status, p.needs_approval AS "needsApproval",
  p.approved_by AS "approvedBy", p.provider_refund_reference AS "providerRefundReference",
  p.failure_code AS "failureCode", p.sent_operation_id AS "sentOperationId", p.expected_on::text AS "expectedOn",
  p.sent_at AS "sentAt", p.confirmed_at AS "confirmedAt", p.ended_at AS "endedAt",
  EXISTS (SELECT FROM payout_line l
           WHERE l.school_id = p.school_id AND l.part_id = p.id AND l.status <> 'withdrawn') AS "isInFile"`;

/** Whether a part has not left, so that whoever asked for it may still take it back. */
export function mayBeTakenBack({ status, route, isInFile }: RefundPart): boolean {
  return status === 'waiting' || (status === 'ready' && route === 'bank' && !isInFile);
}

export async function insertRefund(tx: Tx, refund: Refund): Promise<void> {
  await tx.query(
    `INSERT INTO refund (school_id, id, wallet_id, merchant_id, payer_kind, payer_id, amount_ore, is_everything,
                         requested_ore, requested_account_id, origin, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      refund.schoolId,
      refund.id,
      refund.walletId,
      refund.merchantId,
      refund.payerKind,
      refund.payerId,
      refund.amountOre,
      refund.isEverything,
      refund.requestedOre,
      refund.requestedAccountId,
      refund.origin,
      refund.askedBy,
      refund.askedAt,
    ],
  );
}

export type NewPart = Omit<
  RefundPart,
  | 'status'
  | 'approvedBy'
  | 'providerRefundReference'
  | 'failureCode'
  | 'sentOperationId'
  | 'expectedOn'
  | 'sentAt'
  | 'confirmedAt'
  | 'endedAt'
  | 'isInFile'
>;

export async function insertPart(tx: Tx, part: NewPart): Promise<void> {
  await tx.query(
    `INSERT INTO refund_part (school_id, id, refund_id, number, route, amount_ore, hold_id, payment_reference, provider,
                              provider_payment_reference, card_brand, card_last4, payout_account_id, needs_approval)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      part.schoolId,
      part.id,
      part.refundId,
      part.number,
      part.route,
      part.amountOre,
      part.holdId,
      part.paymentReference,
      part.provider,
      part.providerPaymentReference,
      part.cardBrand,
      part.cardLast4,
      part.payoutAccountId,
      part.needsApproval,
    ],
  );
}

/** The refund with this id at a school. */
export async function findRefund(reader: Reader, schoolId: string, id: string): Promise<Refund | undefined> {
  const [row] = await readRows<Refund>(
    reader,
    `SELECT ${refundColumns} FROM refund r WHERE r.school_id = $1 AND r.id = $2`,
    [schoolId, id],
  );
  return row;
}

/** Refunds of one payer at these schools, newest first, before the one of a cursor. */
export async function findRefundsOfPayer(
  database: Database,
  filter: {
    readonly schoolIds: readonly string[];
    readonly payerId: string;
    readonly id?: string | undefined;
    readonly walletId?: string | undefined;
    readonly before?: string | null;
    readonly limit: number;
  },
): Promise<Refund[]> {
  const { schoolIds, payerId, id = null, walletId = null, before = null, limit } = filter;
  return database.query<Refund>(
    `SELECT ${refundColumns} FROM refund r
      WHERE r.school_id = ANY ($1::uuid[]) AND r.payer_id = $2
        AND ($3::uuid IS NULL OR r.id = $3) AND ($4::uuid IS NULL OR r.wallet_id = $4)
        AND ($5::uuid IS NULL OR r.id < $5)
      ORDER BY r.id DESC LIMIT $6`,
    [schoolIds, payerId, id, walletId, before, limit],
  );
}

/** The parts of a refund, in their order. */
export async function findParts(reader: Reader, schoolId: string, refundId: string): Promise<RefundPart[]> {
  return readRows<RefundPart>(
    reader,
    `SELECT ${partColumns} FROM refund_part p WHERE p.school_id = $1 AND p.refund_id = $2 ORDER BY p.number`,
    [schoolId, refundId],
  );
}

/** One part, locked until the transaction ends. Whoever needs the wallet's lock too takes it after this one. */
export async function lockPart(tx: Tx, schoolId: string, id: string): Promise<RefundPart | undefined> {
  const [row] = await tx.query<RefundPart[]>(
    `SELECT ${partColumns} FROM refund_part p WHERE p.school_id = $1 AND p.id = $2 FOR UPDATE`,
    [schoolId, id],
  );
  return row;
}

/** Parts of a school in one of these states, oldest first: what the worker looks after. */
export async function findPartsToMove(
  database: Database,
  schoolId: string,
  filter: { readonly statuses: readonly RefundPartStatus[]; readonly sentAfter?: Date },
): Promise<RefundPart[]> {
  return database.query<RefundPart>(
    `SELECT ${partColumns} FROM refund_part p
      WHERE p.school_id = $1 AND p.status = ANY ($2::text[]) AND ($3::timestamptz IS NULL OR p.sent_at > $3)
      ORDER BY p.id`,
    [schoolId, filter.statuses, filter.sentAfter ?? null],
  );
}

/** The part that a provider's webhook names, at one of the merchant's schools. */
export async function findPart(database: Database, merchantId: string, id: string): Promise<RefundPart | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined;
  const [part] = await database.query<RefundPart>(
    `SELECT ${partColumns} FROM refund_part p JOIN school s ON s.id = p.school_id
      WHERE s.merchant_id = $1 AND p.id = $2`,
    [merchantId, id],
  );
  return part;
}

/** The part, when it is ready for its provider, and its refund was asked for before a moment. */
export async function findStuck(tx: Tx, schoolId: string, id: string, before: Date): Promise<RefundPart | undefined> {
  const [part] = await tx.query<RefundPart[]>(
    `SELECT ${partColumns} FROM refund_part p JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
      WHERE p.school_id = $1 AND p.id = $2 AND p.status = 'ready' AND p.route = 'provider' AND r.asked_at < $3`,
    [schoolId, id, before],
  );
  return part;
}
