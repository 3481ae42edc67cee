import type { Tx } from '@kantinekortet/platform';
import type { PupilKey } from '@kantinekortet/schools';
import type { BlockReason } from '../card-status.ts';

/** A replacement as its table holds it, with the numbers of its cards. */
export interface Replacement {
  readonly schoolId: string;
  readonly id: string;
  readonly pupilId: string;
  readonly oldCardId: string;
  readonly oldNumber: string;
  readonly newCardId: string;
  readonly newNumber: string;
  readonly reason: BlockReason;
  readonly lossNumber: number | null;
  readonly feeOperationId: string | null;
  readonly drawnOre: number;
  readonly claimedOre: number;
  readonly balanceAfterOre: number;
  readonly waiverReason: string | null;
  readonly contentHash: Buffer;
  readonly replacedBy: string;
  readonly replacedAt: Date;
  readonly caseId: string | null;
}

const select = `
  SELECT r.school_id AS "schoolId", r.id, r.pupil_id AS "pupilId", r.old_card_id AS "oldCardId", o.number AS "oldNumber",
         r.new_card_id AS "newCardId", n.number AS "newNumber", r.reason, r.loss_number AS "lossNumber",
         r.fee_operation_id AS "feeOperationId", r.drawn_ore AS "drawnOre", r.claimed_ore AS "claimedOre",
         r.balance_after_ore AS "balanceAfterOre", r.waiver_reason AS "waiverReason", r.content_hash AS "contentHash",
         r.replaced_by AS "replacedBy", r.replaced_at AS "replacedAt", r.case_id AS "caseId"
    FROM card_replacement r
    JOIN card o ON o.school_id = r.school_id AND o.id = r.old_card_id
    JOIN card n ON n.school_id = r.school_id AND n.id = r.new_card_id`;

export async function readReplacement(tx: Tx, schoolId: string, id: string): Promise<Replacement | undefined> {
  const [row] = await tx.query<Replacement[]>(`${select} WHERE r.school_id = $1 AND r.id = $2`, [schoolId, id]);
  return row;
}

/** A pupil's replacements, newest first. */
export async function replacementsOf(tx: Tx, schoolId: string, pupilId: string): Promise<Replacement[]> {
  return tx.query<Replacement[]>(`${select} WHERE r.school_id = $1 AND r.pupil_id = $2 ORDER BY r.number DESC`, [
    schoolId,
    pupilId,
  ]);
}

/**
 * How many cards a pupil has lost in this enrolment. A theft that was waived afterwards is none. Only who had left for
 * good begins anew, not who was back before: a leaving that was a mistake gives no card away.
 */
export async function countLosses(tx: Tx, { schoolId, pupilId }: PupilKey): Promise<number> {
  const [row] = await tx.query<{ losses: number }[]>(
    `SELECT count(*) AS losses
       FROM card_replacement r
      WHERE r.school_id = $1 AND r.pupil_id = $2 AND r.loss_number IS NOT NULL
        AND r.replaced_at > coalesce((SELECT max(e.occurred_at) FROM pupil_event e
              WHERE e.school_id = $1 AND e.pupil_id = $2 AND e.kind = 'left_for_good'), '-infinity')
        AND NOT (r.reason = 'stolen' AND EXISTS (
              SELECT FROM replacement_waiver w WHERE w.school_id = r.school_id AND w.replacement_id = r.id))`,
    [schoolId, pupilId],
  );
  return row?.losses ?? 0;
}

/** Stores it with the pupil's next number, and the number that the locked wallet has reached. */
export async function insertReplacement(tx: Tx, walletId: string, row: Replacement): Promise<void> {
  await tx.query(
    `INSERT INTO card_replacement (school_id, id, pupil_id, number, old_card_id, new_card_id, reason, loss_number,
                                   fee_operation_id, drawn_ore, claimed_ore, balance_after_ore, wallet_seq, waiver_reason,
                                   content_hash, replaced_by, replaced_at, case_id)
     SELECT $1, $2, $3, (SELECT count(*) + 1 FROM card_replacement r WHERE r.school_id = $1 AND r.pupil_id = $3),
            $4, $5, $6, $7, $8, $9, $10, $11, w.seq, $13, $14, $15, $16, $17
       FROM wallet w WHERE w.school_id = $1 AND w.id = $12`,
    [
      row.schoolId,
      row.id,
      row.pupilId,
      row.oldCardId,
      row.newCardId,
      row.reason,
      row.lossNumber,
      row.feeOperationId,
      row.drawnOre,
      row.claimedOre,
      row.balanceAfterOre,
      walletId,
      row.waiverReason,
      row.contentHash,
      row.replacedBy,
      row.replacedAt,
      row.caseId,
    ],
  );
}

/** What was waived afterwards. */
export interface ReplacementWaiver {
  readonly schoolId: string;
  readonly id: string;
  readonly replacementId: string;
  readonly reason: string;
  readonly returnedOre: number;
  readonly forgivenOre: number;
  readonly waivedBy: string;
  readonly waivedAt: Date;
  readonly caseId: string | null;
}

/** The waivers of these replacements. */
export async function readWaivers(
  tx: Tx,
  schoolId: string,
  replacementIds: readonly string[],
): Promise<ReplacementWaiver[]> {
  return tx.query<ReplacementWaiver[]>(
    `SELECT school_id AS "schoolId", id, replacement_id AS "replacementId", reason, returned_ore AS "returnedOre",
            forgiven_ore AS "forgivenOre", waived_by AS "waivedBy", waived_at AS "waivedAt", case_id AS "caseId"
       FROM replacement_waiver WHERE school_id = $1 AND replacement_id = ANY ($2::uuid[])`,
    [schoolId, replacementIds],
  );
}

export async function insertWaiver(tx: Tx, waiver: ReplacementWaiver): Promise<void> {
  await tx.query(
    `INSERT INTO replacement_waiver (school_id, id, replacement_id, reason, returned_ore, forgiven_ore, waived_by,
                                     waived_at, case_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      waiver.schoolId,
      waiver.id,
      waiver.replacementId,
      waiver.reason,
      waiver.returnedOre,
      waiver.forgivenOre,
      waiver.waivedBy,
      waiver.waivedAt,
      waiver.caseId,
    ],
  );
}
