import type { Tx } from '@kantinekortet/platform';

/** A school's part of a payout, or money that a person saw on the client account. */
export interface NewSettlement {
  readonly schoolId: string;
  readonly id: string;
  /** The clearing account. */
  readonly clearing: string;
  readonly source: 'report' | 'person';
  readonly reference: string;
  readonly number: number;
  readonly receivedAt: Date;
  readonly grossOre: number;
  readonly costOre: number;
  /** Null when there was nothing to book. */
  readonly operationId: string | null;
  readonly note: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** One line of it, or a school's share of one. */
export interface SettledLine {
  readonly lineReference: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly amountOre: number;
  readonly costOre: number;
}

/** One at a time settles at a school: what waits is what the one before has left. Before any account is locked. */
export async function lockSettling(tx: Tx, schoolId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('settlement/' || $1::text, 0))`, [schoolId]);
}

export async function insertSettlement(tx: Tx, settlement: NewSettlement): Promise<void> {
  const { schoolId, id, clearing, source, reference, number, receivedAt, grossOre, costOre } = settlement;
  await tx.query(
    `INSERT INTO settlement (school_id, id, clearing, source, reference, number, received_at, gross_ore, cost_ore,
                             operation_id, note, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[schoolId, id, clearing, source, reference, number, receivedAt, grossOre, costOre],
      ...[settlement.operationId, settlement.note, settlement.recordedBy, settlement.recordedAt],
    ],
  );
}

export async function insertLines(tx: Tx, settlement: NewSettlement, lines: readonly SettledLine[]): Promise<void> {
  await tx.query(
    `INSERT INTO settlement_line
       (school_id, settlement_id, clearing, number, line_reference, kind, subject_id, amount_ore, cost_ore)
     SELECT $1, $2, $3, e.number, line->>'lineReference', line->>'kind', (line->>'subjectId')::uuid,
            (line->>'amountOre')::bigint, (line->>'costOre')::bigint
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS e(line, number)`,
    [settlement.schoolId, settlement.id, settlement.clearing, JSON.stringify(lines)],
  );
}

/** Which part of a report a school's next one is: 1 for its first. */
export async function nextNumber(
  tx: Tx,
  { schoolId, clearing, reference }: Pick<NewSettlement, 'schoolId' | 'clearing' | 'reference'>,
): Promise<number> {
  const [row] = await tx.query<{ number: number }[]>(
    `SELECT coalesce(max(number), 0) + 1 AS number FROM settlement
      WHERE school_id = $1 AND clearing = $2 AND reference = $3`,
    [schoolId, clearing, reference],
  );
  return row?.number ?? 1;
}
