import { Injectable } from '@nestjs/common';
import { Sessions } from '@kantinekortet/identity';
import { Clock, Database, networkOf, RateLimiter, Secrets } from '@kantinekortet/platform';
import { lockRegister } from './lock-register.ts';
import { drawPairingCode, readPairingCode } from './pairing-code.ts';
import { PairingCodeUnknown, RegisterNotFound } from './register.errors.ts';

const codeLivesForMs = 10 * 60_000;
/** 40 random bits that live ten minutes: ten guesses per address in that time are far too few. */
const triesPerAddress = { points: 10, perSeconds: 600 };

/** Makes a device a register. The code is stored only as an HMAC. */
@Injectable()
export class PairingService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly secrets: Secrets;
  private readonly limiter: RateLimiter;
  private readonly sessions: Sessions;

  constructor(database: Database, clock: Clock, secrets: Secrets, limiter: RateLimiter, sessions: Sessions) {
    this.database = database;
    this.clock = clock;
    this.secrets = secrets;
    this.limiter = limiter;
    this.sessions = sessions;
  }

  /** Draws a new code for a register; the one before stops working. Throws RegisterNotFound. */
  async drawCode(schoolId: string, registerId: string): Promise<{ code: string; expiresAt: Date }> {
    const code = drawPairingCode();
    const expiresAt = new Date(this.clock.now().getTime() + codeLivesForMs);
    const made = await this.database.query(
      `INSERT INTO pairing_code (code_hmac, school_id, register_id, expires_at)
       SELECT $1, school_id, id, $4 FROM register WHERE school_id = $2 AND id = $3
       ON CONFLICT (school_id, register_id) DO UPDATE SET code_hmac = excluded.code_hmac, expires_at = excluded.expires_at
       RETURNING register_id`,
      [this.hmac(code), schoolId, registerId, expiresAt],
    );
    if (made.length === 0) throw new RegisterNotFound();
    return { code, expiresAt };
  }

  /**
   * Pairs the device that shows a code: the device before it is signed out, and the code is used up. The answer's
   * cookie is the device's session. Throws PairingCodeUnknown and TooManyRequests.
   */
  async pair(typedCode: string, address: string): Promise<{ schoolId: string; registerId: string; cookie: string }> {
    const throttle = `register-pairing:${networkOf(address)}`;
    await this.limiter.consume(throttle, triesPerAddress);
    const paired = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [used] = await tx.query<[{ schoolId: string; registerId: string }[], number]>(
        `DELETE FROM pairing_code WHERE code_hmac = $1 AND expires_at > $2
         RETURNING school_id AS "schoolId", register_id AS "registerId"`,
        [this.hmac(readPairingCode(typedCode)), now],
      );
      const [found] = used;
      if (!found) throw new PairingCodeUnknown();
      const { schoolId, registerId } = found;
      await lockRegister(tx, schoolId, registerId);
      await this.sessions.endAllOfRegister(tx, schoolId, registerId);
      const session = await this.sessions.open(tx, { kind: 'register', schoolId, registerId });
      await tx.query(
        'UPDATE cashier_session SET ended_at = $3 WHERE school_id = $1 AND register_id = $2 AND ended_at IS NULL',
        [schoolId, registerId, now],
      );
      await tx.query(
        `UPDATE register SET status = 'paired', session_id = $3, paired_at = $4, last_seen_at = $4
          WHERE school_id = $1 AND id = $2`,
        [schoolId, registerId, session.id, now],
      );
      return { schoolId, registerId, cookie: session.cookie };
    });
    await this.limiter.forgive(throttle, triesPerAddress);
    return paired;
  }

  private hmac(code: string): Buffer {
    return this.secrets.hmac('register-pairing-code', code);
  }
}
