import type { Tx } from '@kantinekortet/platform';
import type { OfficeReceiptDto, ReceiptMethod } from './office-receipt.dto.ts';

/** A receipt as its table holds it: written once. */
export interface OfficeReceipt {
  readonly schoolId: string;
  readonly id: string;
  readonly pupilId: string;
  readonly payerId: string;
  readonly amountOre: number;
  readonly method: ReceiptMethod;
  readonly reference: string;
  readonly paidOn: string;
  readonly payerName: string | null;
  readonly receivedBy: string;
  readonly receivedAt: Date;
}

/** A receipt with the wallet it filled. */
export type ReceiptOfWallet = OfficeReceipt & { readonly walletId: string };

const columns = `
  r.school_id AS "schoolId", r.id, r.pupil_id AS "pupilId", r.payer_id AS "payerId", r.amount_ore AS "amountOre", r.method,
  r.reference, r.paid_on::text AS "paidOn", r.payer_name AS "payerName", r.received_by AS "receivedBy",
  r.received_at AS "receivedAt"`;

export async function readReceipt(tx: Tx, schoolId: string, id: string): Promise<ReceiptOfWallet | undefined> {
  const [row] = await tx.query<ReceiptOfWallet[]>(
    `SELECT ${columns}, p.wallet_id AS "walletId"
       FROM office_receipt r JOIN pupil p ON p.school_id = r.school_id AND p.id = r.pupil_id
      WHERE r.school_id = $1 AND r.id = $2`,
    [schoolId, id],
  );
  return row;
}

/** The receipt that stands for the same payment to the same pupil. Two shares of one slip go to two pupils. */
export async function findSamePayment(
  tx: Tx,
  { schoolId, pupilId, method, reference, paidOn }: OfficeReceipt,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    `SELECT r.id FROM office_receipt r
      WHERE r.school_id = $1 AND r.pupil_id = $2 AND r.method = $3 AND r.reference = $4 AND r.paid_on = $5
        AND NOT EXISTS (SELECT FROM office_receipt_reversal v WHERE v.school_id = r.school_id AND v.receipt_id = r.id)`,
    [schoolId, pupilId, method, reference, paidOn],
  );
  return row?.id;
}

export async function insertReceipt(tx: Tx, receipt: OfficeReceipt): Promise<void> {
  await tx.query(
    `INSERT INTO office_receipt (school_id, id, pupil_id, payer_id, amount_ore, method, reference, paid_on, payer_name,
                                 received_by, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      receipt.schoolId,
      receipt.id,
      receipt.pupilId,
      receipt.payerId,
      receipt.amountOre,
      receipt.method,
      receipt.reference,
      receipt.paidOn,
      receipt.payerName,
      receipt.receivedBy,
      receipt.receivedAt,
    ],
  );
}

/** What a screen and a paper show of receipts; conditions and order are the caller's, `$1` is the school. */
export const shownReceipts = `
  SELECT r.id, r.pupil_id AS "pupilId", p.name AS "pupilName", p.class_name AS "className", r.amount_ore AS "amountOre",
         r.method, r.reference, r.paid_on::text AS "paidOn", r.payer_name AS "payerName", recorder.name AS "receivedBy",
         r.received_at AS "receivedAt", (o.result ->> 'balanceOre')::bigint AS "balanceOre",
         coalesce((SELECT sum((c ->> 'amountOre')::bigint)
                     FROM jsonb_array_elements(o.result -> 'settledClaims') c), 0)::bigint AS "settledOre",
         CASE WHEN v.id IS NOT NULL THEN jsonb_build_object(
           'reason', v.reason, 'reversedBy', reverser.name, 'reversedAt', v.reversed_at) END AS reversal
    FROM office_receipt r
    JOIN operation o ON o.school_id = r.school_id AND o.id = r.id
    JOIN pupil p ON p.school_id = r.school_id AND p.id = r.pupil_id
    LEFT JOIN person recorder ON recorder.id = r.received_by
    LEFT JOIN office_receipt_reversal v ON v.school_id = r.school_id AND v.receipt_id = r.id
    LEFT JOIN person reverser ON reverser.id = v.reversed_by
   WHERE r.school_id = $1`;

/** One receipt as it is shown, as the transaction sees it. */
export async function readShownReceipt(tx: Tx, schoolId: string, id: string): Promise<OfficeReceiptDto | undefined> {
  const [row] = await tx.query<OfficeReceiptDto[]>(`${shownReceipts} AND r.id = $2`, [schoolId, id]);
  return row;
}
