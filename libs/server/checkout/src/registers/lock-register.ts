import type { RegisterPrincipal } from '@kantinekortet/identity';
import type { Tx } from '@kantinekortet/platform';
import type { RegisterStatus } from './register-status.ts';
import { RegisterNotFound, RegisterRevoked } from './register.errors.ts';

export interface LockedRegister {
  readonly id: string;
  readonly name: string;
  readonly status: RegisterStatus;
  readonly sessionId: string | null;
  /** The last number drawn of the return receipts' series. */
  readonly returnReceiptNumber: number;
}

/**
 * Locks a register until the transaction ends. Its sales, returns and revocation wait for each other here; whoever
 * needs wallets too locks them afterwards. Throws RegisterNotFound.
 */
export async function lockRegister(tx: Tx, schoolId: string, id: string): Promise<LockedRegister> {
  const [register] = await tx.query<LockedRegister[]>(
    `SELECT id, name, status, session_id AS "sessionId", return_receipt_number AS "returnReceiptNumber"
       FROM register WHERE school_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [schoolId, id],
  );
  if (!register) throw new RegisterNotFound();
  return register;
}

/** Locks the caller's register. Throws RegisterRevoked when the caller's device is not the one paired with it now. */
export async function lockOwnRegister(tx: Tx, caller: RegisterPrincipal): Promise<LockedRegister> {
  const register = await lockRegister(tx, caller.schoolId, caller.registerId);
  if (register.status !== 'paired' || register.sessionId !== caller.sessionId) throw new RegisterRevoked();
  return register;
}
