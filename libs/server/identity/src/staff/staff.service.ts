import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@kantinekortet/platform';
import type { StaffRoleName } from '../access/principal.ts';
import type { StaffMember } from './staff.dto.ts';
import { LastOffice, StaffNotFound } from './staff.errors.ts';

interface RoleHolder {
  readonly personId: string;
  readonly role: StaffRoleName;
}

/** Who works at a school. Roles are read at every request, so a change works at once. */
@Injectable()
export class StaffService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  async list(schoolId: string): Promise<StaffMember[]> {
    return this.database.query<StaffMember>(
      `SELECT person.id AS "personId", name, email, role FROM staff_role JOIN person ON person.id = person_id
        WHERE school_id = $1 ORDER BY name, person.id, role`,
      [schoolId],
    );
  }

  async has(schoolId: string, email: string, role: StaffRoleName): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM staff_role JOIN person ON person.id = person_id WHERE school_id = $1 AND email = $2 AND role = $3`,
      [schoolId, email, role],
    );
    return rows.length > 0;
  }

  /** Gives a role; again changes nothing. */
  async grant(tx: Tx, schoolId: string, { personId, role }: RoleHolder): Promise<void> {
    await tx.query(
      'INSERT INTO staff_role (school_id, person_id, role, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [schoolId, personId, role, this.clock.now()],
    );
  }

  /** Takes a role away. Throws StaffNotFound, LastOffice. */
  async remove(schoolId: string, { personId, role }: RoleHolder): Promise<void> {
    await this.database.transaction(async (tx) => {
      // All of the school's roles are locked in one order, so that two who remove each other cannot both succeed.
      const holders = await tx.query<RoleHolder[]>(
        `SELECT person_id AS "personId", role FROM staff_role WHERE school_id = $1 ORDER BY person_id, role FOR UPDATE`,
        [schoolId],
      );
      if (!holders.some((holder) => holder.personId === personId && holder.role === role)) throw new StaffNotFound();
      if (role === 'office' && holders.filter((holder) => holder.role === 'office').length === 1)
        throw new LastOffice();
      await tx.query('DELETE FROM staff_role WHERE school_id = $1 AND person_id = $2 AND role = $3', [
        schoolId,
        personId,
        role,
      ]);
    });
  }
}
