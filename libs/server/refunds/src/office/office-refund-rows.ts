import type { Database } from '@kantinekortet/platform';
import { isInvolvedSql } from '../payers.ts';
import type { OfficeRefundPartView, OfficeRefundView, RefundFilter } from './office-refund.dto.ts';

export type OfficeRefundRow = Omit<OfficeRefundView, 'parts'>;

const differingDaysSql = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'differenceOre', d.terminal_total_ore - d.receipts_total_ore,
                                               'note', d.note, 'closedBy', c.name) ORDER BY d.day), '[]')
    FROM terminal_day d JOIN person c ON c.id = d.closed_by
   WHERE d.school_id = r.school_id AND d.status = 'differs'
     AND d.day IN (SELECT o.paid_on FROM office_receipt o
                    WHERE o.school_id = r.school_id AND o.payer_id = r.payer_id AND o.method = 'terminal'))`;

const refundsSql = `
  SELECT r.id, u.id AS "pupilId", u.first_name || ' ' || u.last_name AS "pupilName", r.amount_ore AS "amountOre",
         r.payer_kind AS "payerKind", r.origin, x.name AS "askedBy", r.asked_at AS "askedAt",
         ${differingDaysSql} AS "differingDays"
    FROM refund r
    JOIN pupil u ON u.school_id = r.school_id AND u.wallet_id = r.wallet_id
    LEFT JOIN person x ON x.id = r.asked_by AND r.origin = 'office'
   WHERE r.school_id = $1 AND ($2::uuid IS NULL OR u.id = $2) AND ($3::uuid IS NULL OR r.id = $3)
     AND ($4::uuid IS NULL OR r.id < $4)
     AND ($5 = 'all' OR EXISTS (
           SELECT FROM refund_part p
            WHERE p.school_id = r.school_id AND p.refund_id = r.id AND p.status IN ('waiting', 'ready', 'sent')
              AND ($5 = 'open' OR (p.status = 'waiting' AND p.needs_approval AND p.approved_at IS NULL))))
   ORDER BY r.id DESC LIMIT $6`;

const partsSql = `
  SELECT p.refund_id AS "refundId", p.id, p.route, p.amount_ore AS "amountOre", p.status,
         p.status = 'waiting' AND p.needs_approval AND p.approved_at IS NULL AS "isToApprove",
         coalesce(${isInvolvedSql}, false) AS "isMine", a.holder_name AS "holderName",
         coalesce(a.last4, p.card_last4) AS "last4", w.name AS "accountRecordedBy", y.name AS "approvedBy"
    FROM refund_part p
    JOIN refund r ON r.school_id = p.school_id AND r.id = p.refund_id
    LEFT JOIN payout_account a ON a.school_id = p.school_id AND a.id = p.payout_account_id
    LEFT JOIN person w ON w.id = a.recorded_by
    LEFT JOIN person y ON y.id = p.approved_by
   WHERE p.school_id = $1 AND p.refund_id = ANY ($2::uuid[])
   ORDER BY p.refund_id, p.number`;

/** Refunds of a school as the office reads them, newest first, before the one of a cursor. */
export async function findOfficeRefunds(
  database: Database,
  schoolId: string,
  wanted: {
    readonly filter: RefundFilter;
    readonly pupilId: string | null;
    readonly id: string | null;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<OfficeRefundRow[]> {
  const { filter, pupilId, id, before, limit } = wanted;
  return database.query<OfficeRefundRow>(refundsSql, [schoolId, pupilId, id, before, filter, limit]);
}

/** The parts of these refunds, with what one person has had to do with each. */
export async function findOfficeParts(
  database: Database,
  schoolId: string,
  refundIds: readonly string[],
  personId: string,
): Promise<(Omit<OfficeRefundPartView, 'waitsFor'> & { readonly refundId: string })[]> {
  return database.query(partsSql, [schoolId, refundIds, personId]);
}
