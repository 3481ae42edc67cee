import type { Language, Tx } from '@kantinekortet/platform';
import { PupilNotFound } from '../pupils/pupils.errors.ts';
import { GuardianshipNotFound } from './guardianship.errors.ts';
import type { Approver, GuardianshipStatus } from './guardianship-rules.ts';

/** A pupil while its guardians are decided on. */
export interface LockedPupil {
  readonly name: string;
  readonly guardianEmails: readonly string[];
  /** The active guardian who has been so for longest. */
  readonly firstGuardianId: string | null;
  /** Whether one of its guardians, or of those who ask, and the others must not be told of each other. */
  readonly hasDiscreetGuardian: boolean;
}

export interface GuardianshipRow {
  readonly schoolId: string;
  readonly id: string;
  readonly pupilId: string;
  readonly personId: string;
  readonly status: GuardianshipStatus;
  readonly approver: Approver;
  readonly isDiscreet: boolean;
}

export interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Of a pupil `p`: the person who has been its guardian for longest. */
export const firstGuardianSql = `
  (SELECT first.person_id FROM guardianship first
    WHERE first.school_id = p.school_id AND first.pupil_id = p.id AND first.status = 'active'
    ORDER BY first.active_at, first.id LIMIT 1)`;

/**
 * Locks a pupil, so that decisions about its guardians come one after another, then reads it: a second statement sees
 * what the holder of the lock before wrote. Throws PupilNotFound.
 */
export async function lockPupil(tx: Tx, schoolId: string, pupilId: string): Promise<LockedPupil> {
  await tx.query('SELECT 1 FROM pupil WHERE school_id = $1 AND id = $2 FOR NO KEY UPDATE', [schoolId, pupilId]);
  const [pupil] = await tx.query<LockedPupil[]>(
    `SELECT p.name, p.guardian_emails AS "guardianEmails", ${firstGuardianSql} AS "firstGuardianId",
            EXISTS (SELECT FROM guardianship g
                     WHERE g.school_id = p.school_id AND g.pupil_id = p.id AND g.is_discreet
                       AND g.status IN ('pending', 'active')) AS "hasDiscreetGuardian"
       FROM pupil p WHERE p.school_id = $1 AND p.id = $2`,
    [schoolId, pupilId],
  );
  if (!pupil) throw new PupilNotFound();
  return pupil;
}

const columns = `g.school_id AS "schoolId", g.id, g.pupil_id AS "pupilId", g.person_id AS "personId", g.status, g.approver,
  g.is_discreet AS "isDiscreet"`;

/** Throws GuardianshipNotFound. */
export async function readGuardianship(tx: Tx, schoolId: string, id: string): Promise<GuardianshipRow> {
  return theOne(
    await tx.query<GuardianshipRow[]>(`SELECT ${columns} FROM guardianship g WHERE g.school_id = $1 AND g.id = $2`, [
      schoolId,
      id,
    ]),
  );
}

/** A guardianship of a pupil of whom the person is a guardian too. Throws GuardianshipNotFound. */
export async function readGuardianshipBesideOwn(tx: Tx, personId: string, id: string): Promise<GuardianshipRow> {
  return theOne(
    await tx.query<GuardianshipRow[]>(
      `SELECT ${columns}
         FROM guardian_school d
         JOIN guardianship own ON own.school_id = d.school_id AND own.person_id = d.person_id AND own.status = 'active'
         JOIN guardianship g ON g.school_id = own.school_id AND g.pupil_id = own.pupil_id
        WHERE d.person_id = $1 AND g.id = $2`,
      [personId, id],
    ),
  );
}

/** The guardianship of a person for a pupil that is active or waits; undefined when there is none. */
export async function readOpenGuardianship(
  tx: Tx,
  schoolId: string,
  pupilId: string,
  personId: string,
): Promise<GuardianshipRow | undefined> {
  const [open] = await tx.query<GuardianshipRow[]>(
    `SELECT ${columns} FROM guardianship g
      WHERE g.school_id = $1 AND g.pupil_id = $2 AND g.person_id = $3 AND g.status IN ('pending', 'active')`,
    [schoolId, pupilId, personId],
  );
  return open;
}

/** How to write to a person. */
export async function readAddressee(tx: Tx, personId: string): Promise<Addressee> {
  const [person] = await tx.query<Addressee[]>('SELECT name, email::text, language FROM person WHERE id = $1', [
    personId,
  ]);
  if (!person) throw new Error(`No person ${personId}`);
  return person;
}

/** How to write to a pupil's active guardians, the first one first. */
export async function readGuardianAddressees(tx: Tx, schoolId: string, pupilId: string): Promise<Addressee[]> {
  return tx.query<Addressee[]>(
    `SELECT person.name, person.email::text, person.language
       FROM guardianship g JOIN person ON person.id = g.person_id
      WHERE g.school_id = $1 AND g.pupil_id = $2 AND g.status = 'active' ORDER BY g.active_at, g.id`,
    [schoolId, pupilId],
  );
}

/** The guardians' addresses of a pupil as the school's roster gives them. */
export async function readRosterEmails(tx: Tx, schoolId: string, pupilId: string): Promise<string[]> {
  const rows = await tx.query<{ email: string }[]>(
    `SELECT email FROM pupil p, unnest(p.guardian_emails) email WHERE p.school_id = $1 AND p.id = $2 ORDER BY email`,
    [schoolId, pupilId],
  );
  return rows.map(({ email }) => email);
}

function theOne(rows: readonly GuardianshipRow[]): GuardianshipRow {
  const [row] = rows;
  if (!row) throw new GuardianshipNotFound();
  return row;
}
