import { Injectable } from '@nestjs/common';
import type { RegisterPrincipal } from '@kantinekortet/identity';
import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { verify } from '@node-rs/argon2';
import { lockOwnRegister } from '../registers/lock-register.ts';
import { CashierNotFound, WrongPin } from './cashier.errors.ts';
import { countPinTry, forgetPinTries } from './pin-throttle.ts';

export interface CashierSession {
  readonly id: string;
  readonly cashierId: string;
  readonly cashierName: string;
}

interface KnownCashier {
  readonly name: string;
  readonly pinHash: string;
}

/** Who sells at a register now: one cashier at a time. */
@Injectable()
export class CashierSessionsService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Signs a cashier in. Five tries per cashier and register, then waits that double.
   * Throws CashierNotFound, WrongPin, TooManyRequests and RegisterRevoked.
   */
  async start(caller: RegisterPrincipal, cashierId: string, pin: string): Promise<CashierSession> {
    const { schoolId, registerId } = caller;
    const [cashier] = await this.database.query<KnownCashier>(
      'SELECT name, pin_hash AS "pinHash" FROM cashier WHERE school_id = $1 AND id = $2 AND active',
      [schoolId, cashierId],
    );
    if (!cashier) throw new CashierNotFound();
    await this.database.transaction((tx) => countPinTry(tx, caller, cashierId, this.clock.now()));
    if (!(await verify(cashier.pinHash, pin))) throw new WrongPin();
    const id = newId();
    await this.database.transaction(async (tx) => {
      await lockOwnRegister(tx, caller);
      await forgetPinTries(tx, caller, cashierId);
      await this.endOpen(tx, caller);
      await tx.query(
        'INSERT INTO cashier_session (school_id, id, register_id, cashier_id, started_at) VALUES ($1, $2, $3, $4, $5)',
        [schoolId, id, registerId, cashierId, this.clock.now()],
      );
    });
    return { id, cashierId, cashierName: cashier.name };
  }

  /** Signs out, if that session is the open one of the caller's register. */
  async end(caller: RegisterPrincipal, id: string): Promise<void> {
    await this.database.transaction((tx) => this.endOpen(tx, caller, id));
  }

  /** The session that is open at a register, if there is one. */
  async open(caller: RegisterPrincipal): Promise<CashierSession | null> {
    const [session] = await this.database.query<CashierSession>(
      `SELECT s.id, c.id AS "cashierId", c.name AS "cashierName"
         FROM cashier_session s JOIN cashier c ON c.school_id = s.school_id AND c.id = s.cashier_id
        WHERE s.school_id = $1 AND s.register_id = $2 AND s.ended_at IS NULL`,
      [caller.schoolId, caller.registerId],
    );
    return session ?? null;
  }

  private async endOpen(tx: Tx, { schoolId, registerId }: RegisterPrincipal, id?: string): Promise<void> {
    await tx.query(
      `UPDATE cashier_session SET ended_at = $3
        WHERE school_id = $1 AND register_id = $2 AND ended_at IS NULL AND id = coalesce($4, id)`,
      [schoolId, registerId, this.clock.now(), id ?? null],
    );
  }
}
