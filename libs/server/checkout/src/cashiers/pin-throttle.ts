import type { RegisterPrincipal } from '@kantinekortet/identity';
import { TooManyRequests, type Tx } from '@kantinekortet/platform';
import { waitAfterFailures } from './pin-wait.ts';

interface Throttle {
  readonly failures: number;
  readonly nextTryAt: Date;
}

/**
 * Counts a try as failed before the PIN is looked at, so that tries sent at once are counted too; `forgetPinTries`
 * takes them back after the right one. Commit it before verifying. Throws TooManyRequests while a wait lasts.
 */
export async function countPinTry(tx: Tx, caller: RegisterPrincipal, cashierId: string, now: Date): Promise<void> {
  const key = [caller.schoolId, caller.registerId, cashierId];
  await tx.query(
    'INSERT INTO pin_throttle (school_id, register_id, cashier_id, failures, next_try_at) VALUES ($1, $2, $3, 0, $4) ON CONFLICT DO NOTHING',
    [...key, now],
  );
  const [throttle] = await tx.query<Throttle[]>(
    `SELECT failures, next_try_at AS "nextTryAt" FROM pin_throttle
      WHERE school_id = $1 AND register_id = $2 AND cashier_id = $3 FOR UPDATE`,
    key,
  );
  const { failures, nextTryAt } = throttle ?? { failures: 0, nextTryAt: now };
  const waitMs = nextTryAt.getTime() - now.getTime();
  if (waitMs > 0) throw new TooManyRequests(Math.ceil(waitMs / 1000));
  await tx.query(
    `UPDATE pin_throttle SET failures = $4, next_try_at = $5
      WHERE school_id = $1 AND register_id = $2 AND cashier_id = $3`,
    [...key, failures + 1, new Date(now.getTime() + waitAfterFailures(failures + 1) * 1000)],
  );
}

export async function forgetPinTries(tx: Tx, caller: RegisterPrincipal, cashierId: string): Promise<void> {
  await tx.query('DELETE FROM pin_throttle WHERE school_id = $1 AND register_id = $2 AND cashier_id = $3', [
    caller.schoolId,
    caller.registerId,
    cashierId,
  ]);
}
