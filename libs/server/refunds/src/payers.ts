import type { Tx } from '@kantinekortet/platform';
import type { RefundPart } from './refund-rows.ts';

/** Whether the person $3 recorded the money or the account of a part `p` of a refund `r` with account `a`, or asked. */
export const isInvolvedSql = `(
  $3 IN (a.recorded_by, r.asked_by)
  OR EXISTS (SELECT FROM office_receipt o
              WHERE o.school_id = r.school_id AND o.payer_id = r.payer_id AND o.received_by = $3))`;

const involvedSql = `
  SELECT 1
    FROM refund_part p
    JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
    LEFT JOIN payout_account a ON a.school_id = p.school_id AND a.id = p.payout_account_id
   WHERE p.school_id = $1 AND p.id = $2 AND ${isInvolvedSql}`;

/** Whether a person recorded the money of a part or the account that it goes to, or asked for it: approves none of it. */
export async function isInvolved(
  tx: Tx,
  { schoolId, id }: Pick<RefundPart, 'schoolId' | 'id'>,
  personId: string,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(involvedSql, [schoolId, id, personId]);
  return rows.length > 0;
}
