import type { Tx } from '@kantinekortet/platform';
import type { CreditTransfer, PaymentOrder } from '../bank/write-pain001.ts';

interface NewPayout {
  readonly schoolId: string;
  readonly id: string;
  readonly preparedBy: string;
  readonly order: Omit<PaymentOrder, 'transfers'> & {
    readonly transfers: readonly (CreditTransfer & { readonly partId: string })[];
  };
  /** Sealed: it holds account numbers. */
  readonly content: Buffer;
}

/** Writes a file and its lines under the school's next number. The caller holds the lock of preparing. */
export async function insertPayout(tx: Tx, payout: NewPayout): Promise<void> {
  const { schoolId, id, preparedBy, order, content } = payout;
  const { transfers, messageId, createdAt, executionOn } = order;
  await tx.query(
    `INSERT INTO payout_file (school_id, id, number, message_id, line_count, total_ore, execution_on, content, prepared_by,
                              prepared_at)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9 FROM payout_file WHERE school_id = $1`,
    [
      ...[schoolId, id, messageId, transfers.length, transfers.reduce((sum, { amountOre }) => sum + amountOre, 0)],
      ...[executionOn, content, preparedBy, createdAt],
    ],
  );
  await tx.query(
    `INSERT INTO payout_line (school_id, file_id, number, part_id, end_to_end_id, amount_ore)
     SELECT $1, $2, line.number, line.part_id, line.end_to_end_id, line.amount_ore
       FROM unnest($3::uuid[], $4::text[], $5::bigint[]) WITH ORDINALITY AS line (part_id, end_to_end_id, amount_ore, number)`,
    [
      ...[schoolId, id, transfers.map(({ partId }) => partId)],
      ...[transfers.map(({ endToEndId }) => endToEndId), transfers.map(({ amountOre }) => amountOre)],
    ],
  );
}
