import type { Tx } from '@kantinekortet/platform';
import type { RefundPartStatus } from './refund-part-status.ts';

/** What may change of a part; what is absent stays. */
export interface PartChange {
  readonly status?: RefundPartStatus;
  readonly readyAt?: Date;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
  readonly providerRefundReference?: string;
  readonly failureCode?: string;
  readonly sentOperationId?: string;
  readonly returnedOperationId?: string;
  readonly expectedOn?: string;
  readonly sentAt?: Date;
  readonly confirmedAt?: Date;
  readonly endedAt?: Date;
}

const columnOf: Readonly<Record<keyof PartChange, string>> = {
  status: 'status',
  readyAt: 'ready_at',
  approvedBy: 'approved_by',
  approvedAt: 'approved_at',
  providerRefundReference: 'provider_refund_reference',
  failureCode: 'failure_code',
  sentOperationId: 'sent_operation_id',
  returnedOperationId: 'returned_operation_id',
  expectedOn: 'expected_on',
  sentAt: 'sent_at',
  confirmedAt: 'confirmed_at',
  endedAt: 'ended_at',
};

/** Writes a change of a part whose lock the caller holds. */
export async function recordPart(
  tx: Tx,
  { schoolId, id }: { readonly schoolId: string; readonly id: string },
  change: PartChange,
): Promise<void> {
  const values = new Map<string, unknown>(Object.entries(change));
  const written = Object.entries(columnOf).flatMap(([name, column]) =>
    values.has(name) ? [{ column, value: values.get(name) }] : [],
  );
  const assignments = written.map(({ column }, index) => `${column} = $${index + 3}`).join(', ');
  await tx.query(`UPDATE refund_part SET ${assignments} WHERE school_id = $1 AND id = $2`, [
    schoolId,
    id,
    ...written.map(({ value }) => value),
  ]);
}
