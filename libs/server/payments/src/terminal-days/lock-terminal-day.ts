import type { Tx } from '@kantinekortet/platform';
import type { TerminalDayStatus } from './terminal-day-status.ts';

interface TerminalDayLock {
  readonly schoolId: string;
  readonly day: string;
  /** Receipts of a day are written side by side; who closes it waits for them, and they for it. */
  readonly strength: 'share' | 'update';
}

/** Locks a day of a school's terminal until the transaction ends, and reads its state. Comes before any wallet's lock. */
export async function lockTerminalDay(
  tx: Tx,
  { schoolId, day, strength }: TerminalDayLock,
): Promise<TerminalDayStatus> {
  await tx.query('INSERT INTO terminal_day (school_id, day) VALUES ($1, $2) ON CONFLICT DO NOTHING', [schoolId, day]);
  const [row] = await tx.query<{ status: TerminalDayStatus }[]>(
    `SELECT status FROM terminal_day WHERE school_id = $1 AND day = $2 FOR ${strength === 'share' ? 'SHARE' : 'UPDATE'}`,
    [schoolId, day],
  );
  if (!row) throw new Error(`The terminal's day ${day} has gone`);
  return row.status;
}

/** Whether a receipt's day may still take or lose it, and keeps it so; an invoice has no such day. */
export async function lockDayOfReceipt(
  tx: Tx,
  receipt: { readonly schoolId: string; readonly method: string; readonly paidOn: string },
): Promise<boolean> {
  if (receipt.method !== 'terminal') return true;
  return (await lockTerminalDay(tx, { schoolId: receipt.schoolId, day: receipt.paidOn, strength: 'share' })) === 'open';
}
