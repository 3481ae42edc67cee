import { Injectable } from '@nestjs/common';
import { Sessions } from '@kantinekortet/identity';
import { brokenConstraint, Clock, Database, newId } from '@kantinekortet/platform';
import { lockRegister } from './lock-register.ts';
import { canBecome, type RegisterStatus } from './register-status.ts';
import { RegisterNameTaken, RegisterNotFound } from './register.errors.ts';

export interface Register {
  readonly id: string;
  readonly name: string;
  readonly status: RegisterStatus;
  readonly pairedAt: Date | null;
  readonly lastSeenAt: Date | null;
}

const select = `
  SELECT r.id, r.name, r.status, r.paired_at AS "pairedAt", greatest(r.last_seen_at, s.last_seen_at) AS "lastSeenAt"
    FROM register r LEFT JOIN session s ON s.id = r.session_id`;

/** The office's view of its registers. */
@Injectable()
export class RegistersService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly sessions: Sessions;

  constructor(database: Database, clock: Clock, sessions: Sessions) {
    this.database = database;
    this.clock = clock;
    this.sessions = sessions;
  }

  list(schoolId: string): Promise<Register[]> {
    return this.database.query<Register>(`${select} WHERE r.school_id = $1 ORDER BY r.name`, [schoolId]);
  }

  /** Makes a register without a device. Throws RegisterNameTaken. */
  async create(schoolId: string, name: string): Promise<Register> {
    const id = newId();
    await this.database
      .query('INSERT INTO register (school_id, id, name, created_at) VALUES ($1, $2, $3, $4)', [
        schoolId,
        id,
        name,
        this.clock.now(),
      ])
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'register_name_once' ? new RegisterNameTaken() : error;
      });
    return this.get(schoolId, id);
  }

  /** Ends the device's session and any pairing code. Waits for a sale under way; none is booked afterwards. */
  async revoke(schoolId: string, id: string): Promise<Register> {
    await this.database.transaction(async (tx) => {
      // Codes before registers, as pairing does it.
      await tx.query('DELETE FROM pairing_code WHERE school_id = $1 AND register_id = $2', [schoolId, id]);
      const { status } = await lockRegister(tx, schoolId, id);
      if (!canBecome(status, 'revoked')) return;
      const now = this.clock.now();
      await tx.query(
        `UPDATE register SET status = 'revoked', session_id = NULL, revoked_at = $3 WHERE school_id = $1 AND id = $2`,
        [schoolId, id, now],
      );
      await tx.query(
        'UPDATE cashier_session SET ended_at = $3 WHERE school_id = $1 AND register_id = $2 AND ended_at IS NULL',
        [schoolId, id, now],
      );
      await this.sessions.endAllOfRegister(tx, schoolId, id);
    });
    return this.get(schoolId, id);
  }

  private async get(schoolId: string, id: string): Promise<Register> {
    const [register] = await this.database.query<Register>(`${select} WHERE r.school_id = $1 AND r.id = $2`, [
      schoolId,
      id,
    ]);
    if (!register) throw new RegisterNotFound();
    return register;
  }
}
