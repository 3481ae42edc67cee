import { Injectable } from '@nestjs/common';
import { brokenConstraint, Clock, Database, newId, type Language, type Tx } from '@kantinekortet/platform';
import type { PersonApp } from '../access/apps.ts';
import type { StaffRoleName } from '../access/principal.ts';
import { EmailTaken } from './people.errors.ts';

const formerEmailMs = 7 * 24 * 60 * 60 * 1_000;

/** Someone with a profile, as screens show it. The e-mail is verified. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** What a profile is made of; the password comes hashed. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly passwordHash: string;
}

export interface RoleAtSchool {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly role: StaffRoleName;
}

interface PersonRow extends Person {
  readonly passwordHash: string;
}

const columns = 'id, name, email, language, password_hash AS "passwordHash"';

/** The profiles: read and written here only. */
@Injectable()
export class People {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  async findByEmail(email: string): Promise<PersonRow | undefined> {
    const [row] = await this.database.query<PersonRow>(`SELECT ${columns} FROM person WHERE email = $1`, [email]);
    return row;
  }

  /** The person of a session or a key; it is there. */
  async get(personId: string): Promise<PersonRow> {
    const [row] = await this.database.query<PersonRow>(`SELECT ${columns} FROM person WHERE id = $1`, [personId]);
    if (!row) throw new Error(`Person ${personId} is missing`);
    return row;
  }

  /** Makes a profile and answers its id; undefined when the e-mail has one already. */
  async create(tx: Tx, { name, email, language, passwordHash }: NewPerson): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO person (id, email, name, language, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [newId(), email, name, language, passwordHash, this.clock.now()],
    );
    return row?.id;
  }

  /** Whoever changes what a person signs in with takes this first, before links, wishes and sessions of theirs. */
  async lock(tx: Tx, personId: string): Promise<void> {
    await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
  }

  async update(tx: Tx, personId: string, change: { name?: string; language?: Language }): Promise<void> {
    await tx.query('UPDATE person SET name = coalesce($2, name), language = coalesce($3, language) WHERE id = $1', [
      personId,
      change.name ?? null,
      change.language ?? null,
    ]);
  }

  async setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.query('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, passwordHash]);
  }

  /** Notes that whoever reads the mailbox may now be the one who signs in: money to a bank account waits after it. */
  async credentialsChanged(tx: Tx, personId: string): Promise<void> {
    await tx.query('UPDATE person SET credentials_changed_at = $2 WHERE id = $1', [personId, this.clock.now()]);
  }

  /** The address before is kept for a week: what is told about money is told to both. Throws EmailTaken. */
  async setEmail(tx: Tx, personId: string, email: string): Promise<void> {
    await tx.query(
      `INSERT INTO former_email (person_id, email, expires_at) SELECT id, email, $2 FROM person WHERE id = $1
       ON CONFLICT (person_id, email) DO UPDATE SET expires_at = excluded.expires_at`,
      [personId, new Date(this.clock.now().getTime() + formerEmailMs)],
    );
    try {
      await tx.query('UPDATE person SET email = $2 WHERE id = $1', [personId, email]);
    } catch (error) {
      throw brokenConstraint(error) === 'person_email_once' ? new EmailTaken() : error;
    }
  }

  /** Where the person works, by school name; nowhere outside the admin office, as for the session's own roles. */
  async rolesOf(personId: string, app: PersonApp): Promise<RoleAtSchool[]> {
    if (app !== 'admin-office') return [];
    return this.database.query<RoleAtSchool>(
      `SELECT staff_role.school_id AS "schoolId", school.name AS "schoolName", role
         FROM staff_role JOIN school ON school.id = staff_role.school_id
        WHERE person_id = $1 ORDER BY school.name, role`,
      [personId],
    );
  }
}
