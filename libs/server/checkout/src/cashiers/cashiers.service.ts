import { Injectable } from '@nestjs/common';
import { brokenConstraint, Clock, Database, newId } from '@kantinekortet/platform';
import { hash } from '@node-rs/argon2';
import { CashierNameTaken, CashierNotFound, WeakPin } from './cashier.errors.ts';
import { isWeakPin } from './weak-pin.ts';

export interface Cashier {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface CashierChange {
  readonly name?: string | undefined;
  readonly pin?: string | undefined;
  readonly active?: boolean | undefined;
}

/** The people who sell, as the office keeps them. */
@Injectable()
export class CashiersService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  list(schoolId: string): Promise<Cashier[]> {
    return this.database.query<Cashier>('SELECT id, name, active FROM cashier WHERE school_id = $1 ORDER BY name', [
      schoolId,
    ]);
  }

  /** Throws WeakPin, CashierNameTaken. */
  async create(schoolId: string, name: string, pin: string): Promise<Cashier> {
    if (isWeakPin(pin)) throw new WeakPin();
    const id = newId();
    await this.database
      .query('INSERT INTO cashier (school_id, id, name, pin_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [
        schoolId,
        id,
        name,
        await hash(pin),
        this.clock.now(),
      ])
      .catch(asNameTaken);
    return { id, name, active: true };
  }

  /**
   * A new PIN forgets the wrong tries of the old one; a cashier made inactive is signed out everywhere.
   * Throws WeakPin, CashierNotFound and CashierNameTaken.
   */
  async change(schoolId: string, id: string, { name, pin, active }: CashierChange): Promise<Cashier> {
    if (pin !== undefined && isWeakPin(pin)) throw new WeakPin();
    const pinHash = pin === undefined ? null : await hash(pin);
    return this.database.transaction(async (tx) => {
      const [rows] = await tx
        .query<[Cashier[], number]>(
          `UPDATE cashier SET name = coalesce($3, name), pin_hash = coalesce($4, pin_hash), active = coalesce($5, active)
            WHERE school_id = $1 AND id = $2 RETURNING id, name, active`,
          [schoolId, id, name ?? null, pinHash, active ?? null],
        )
        .catch(asNameTaken);
      const [cashier] = rows;
      if (!cashier) throw new CashierNotFound();
      if (pinHash !== null) {
        await tx.query('DELETE FROM pin_throttle WHERE school_id = $1 AND cashier_id = $2', [schoolId, id]);
      }
      if (!cashier.active) {
        await tx.query(
          'UPDATE cashier_session SET ended_at = $3 WHERE school_id = $1 AND cashier_id = $2 AND ended_at IS NULL',
          [schoolId, id, this.clock.now()],
        );
      }
      return cashier;
    });
  }
}

function asNameTaken(error: unknown): never {
  throw brokenConstraint(error) === 'cashier_name_once' ? new CashierNameTaken() : error;
}
