import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, Secrets, type Tx } from '@kantinekortet/platform';
import { randomBytes } from 'node:crypto';
import type { App, PersonApp } from '../access/apps.ts';
import type { Principal } from '../access/principal.ts';
import { RegisterSessionCache } from './register-session-cache.ts';
import { sessionCookie } from './session-cookie.ts';
import { sessionLifetimes } from './session-lifetimes.ts';
import { toPrincipal, type SessionRow } from './session-row.ts';

/** Whom a new session is for. */
export type SessionOwner =
  | { readonly kind: 'person'; readonly app: PersonApp; readonly personId: string }
  | { readonly kind: 'register'; readonly schoolId: string; readonly registerId: string };

/** `token` goes to the browser once, inside `cookie` (a Set-Cookie value); only its HMAC is kept. */
export interface OpenedSession {
  readonly id: string;
  readonly token: string;
  readonly cookie: string;
}

const tokenBytes = 32;

const findSession = `
  SELECT id, kind, app, person_id AS "personId", school_id AS "schoolId", register_id AS "registerId",
         created_at AS "createdAt", last_seen_at AS "lastSeenAt",
         ARRAY(SELECT jsonb_build_object('schoolId', school_id, 'role', role) FROM staff_role
                WHERE app = 'admin-office' AND staff_role.person_id = session.person_id) AS roles
    FROM session WHERE token_hmac = $1 AND app = $2 AND expires_at > $3`;

/**
 * Server-side sessions. A person's session is read from the database at each request, so signing out and losing a
 * role work at once. A till's is remembered for a few seconds (RegisterSessionCache): a sale judges in its own
 * statement whether the register was revoked.
 */
@Injectable()
export class Sessions {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly secrets: Secrets;
  private readonly registerSessions: RegisterSessionCache;

  constructor(database: Database, clock: Clock, secrets: Secrets) {
    this.database = database;
    this.clock = clock;
    this.secrets = secrets;
    this.registerSessions = new RegisterSessionCache(clock);
  }

  /** Opens a session under a new token. */
  async open(tx: Tx, owner: SessionOwner): Promise<OpenedSession> {
    const app: App = owner.kind === 'register' ? 'canteen-checkout' : owner.app;
    const id = newId();
    const token = randomBytes(tokenBytes).toString('base64url');
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO session (id, token_hmac, app, kind, person_id, school_id, register_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
      [
        id,
        this.hmac(token),
        app,
        owner.kind,
        owner.kind === 'person' ? owner.personId : null,
        owner.kind === 'register' ? owner.schoolId : null,
        owner.kind === 'register' ? owner.registerId : null,
        now,
        new Date(now.getTime() + sessionLifetimes[app].absoluteMs),
      ],
    );
    return { id, token, cookie: sessionCookie(app, token) };
  }

  /** Who holds this token in this app; undefined when the session is unknown, ended or expired. */
  async find(app: App, token: string): Promise<Principal | undefined> {
    if (app !== 'canteen-checkout') return this.read(app, token);
    const remembered = this.registerSessions.get(token);
    if (remembered) return remembered;
    const principal = await this.read(app, token);
    if (principal?.kind === 'register') this.registerSessions.remember(token, principal);
    return principal;
  }

  /** Ends one session. */
  async end(tx: Tx, sessionId: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE id = $1', [sessionId]);
  }

  /** Ends the session of a token, if there is one: a sign-in replaces what the browser held before. */
  async endToken(tx: Tx, token: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE token_hmac = $1', [this.hmac(token)]);
  }

  /** Signs a person out everywhere, or everywhere but in one session. */
  async endAllOfPerson(tx: Tx, personId: string, exceptSessionId?: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2', [
      personId,
      exceptSessionId ?? null,
    ]);
  }

  /** Ends a till's sessions. A process that saw one just now may remember it for RegisterSessionCache's five seconds. */
  async endAllOfRegister(tx: Tx, schoolId: string, registerId: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE school_id = $1 AND register_id = $2', [schoolId, registerId]);
    this.registerSessions.forget(registerId);
  }

  private async read(app: App, token: string): Promise<Principal | undefined> {
    const now = this.clock.now();
    const { rows } = await this.database.pool.query<SessionRow>({
      name: 'find_session',
      text: findSession,
      values: [this.hmac(token), app, now],
    });
    const [row] = rows;
    if (!row) return undefined;
    const { idleMs, touchEveryMs } = sessionLifetimes[app];
    const unusedMs = now.getTime() - row.lastSeenAt.getTime();
    if (unusedMs > idleMs) return undefined;
    if (unusedMs > touchEveryMs) {
      await this.database.query('UPDATE session SET last_seen_at = $2 WHERE id = $1', [row.id, now]);
    }
    return toPrincipal(row);
  }

  private hmac(token: string): Buffer {
    return this.secrets.hmac('session', token);
  }
}
