import { Injectable } from '@nestjs/common';
import type { Principal } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PupilNotFound } from './pupils.errors.ts';

/** Where a pupil's rows are. */
export interface PupilKey {
  readonly schoolId: string;
  readonly pupilId: string;
  readonly walletId: string;
}

const keyColumns = `p.school_id AS "schoolId", p.id AS "pupilId", p.wallet_id AS "walletId"`;

// School by school: the directory gives the schools, and every other table is read by its own key.
const guardiansPupils = `
  SELECT ${keyColumns}
    FROM guardian_school d
    JOIN guardianship g ON g.school_id = d.school_id AND g.person_id = d.person_id AND g.status = 'active'
    JOIN pupil p ON p.school_id = g.school_id AND p.id = g.pupil_id
   WHERE d.person_id = $1`;
const staffsPupils = `SELECT ${keyColumns} FROM pupil p WHERE p.school_id = ANY ($1::uuid[])`;

/**
 * Which pupils someone may see: a guardian in the parent portal one's own by an active guardianship, staff in the
 * office those of the schools where they have a role. Anyone else's looks like one that does not exist.
 */
@Injectable()
export class PupilAccess {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The pupil of this id. Throws PupilNotFound. */
  find(caller: Principal, pupilId: string): Promise<PupilKey> {
    return this.one(caller, 'AND p.id = $2', pupilId);
  }

  /** The pupil whose wallet this is. Throws PupilNotFound. */
  findByWallet(caller: Principal, walletId: string): Promise<PupilKey> {
    return this.one(caller, 'AND p.wallet_id = $2', walletId);
  }

  /** A pupil of the school that the route has let the caller into. Throws PupilNotFound. */
  async atSchool(schoolId: string, pupilId: string): Promise<PupilKey> {
    const [pupil] = await this.database.query<PupilKey>(`${staffsPupils} AND p.id = $2`, [[schoolId], pupilId]);
    if (!pupil) throw new PupilNotFound();
    return pupil;
  }

  /** All pupils of whom a person is a guardian, at every school, those who have left too. */
  async ofGuardian(personId: string): Promise<PupilKey[]> {
    return this.database.query<PupilKey>(`${guardiansPupils} ORDER BY p.school_id, p.birth_date, p.first_name, p.id`, [
      personId,
    ]);
  }

  private async one(caller: Principal, condition: string, id: string): Promise<PupilKey> {
    const [pupil] =
      caller.kind === 'register'
        ? []
        : caller.app === 'parent-portal'
          ? await this.database.query<PupilKey>(`${guardiansPupils} ${condition}`, [caller.personId, id])
          : await this.database.query<PupilKey>(`${staffsPupils} ${condition}`, [
              caller.roles.map(({ schoolId }) => schoolId),
              id,
            ]);
    if (!pupil) throw new PupilNotFound();
    return pupil;
  }
}
