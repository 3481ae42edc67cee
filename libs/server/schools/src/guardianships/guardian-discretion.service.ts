import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@kantinekortet/platform';
import { recordPupilEvents } from '../pupils/pupil-events.ts';
import { GuardianshipDecided } from './guardianship.errors.ts';
import { lockPupil, readGuardianship } from './guardianship-rows.ts';

/** Those who wait for the first guardian's yes. */
const askOfficeInstead = `
  UPDATE guardianship SET approver = 'office'
   WHERE school_id = $1 AND pupil_id = $2 AND status = 'pending' AND approver = 'first_guardian'`;

/** Of one guardian's ($3) point of view. A person who was a guardian twice is discreet if either was. */
const visibleSql = `
  SELECT g.person_id AS id FROM guardianship g
   WHERE g.school_id = $1 AND g.pupil_id = $2 AND g.person_id <> $3 AND g.status IN ('active', 'ended')
   GROUP BY g.person_id HAVING NOT bool_or(g.is_discreet)
     AND NOT EXISTS (SELECT FROM guardianship own
                      WHERE own.school_id = $1 AND own.pupil_id = $2 AND own.person_id = $3 AND own.status = 'active'
                        AND own.is_discreet)`;

/** Which guardians of a pupil may be told of each other. */
@Injectable()
export class GuardianDiscretion {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Sets whether a guardian and the pupil's others may know of each other. When they must not, the office alone decides
   * who else becomes a guardian, those who ask already too. Throws GuardianshipNotFound, GuardianshipDecided.
   */
  async set(schoolId: string, id: string, isDiscreet: boolean, officePersonId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { pupilId, personId } = await readGuardianship(tx, schoolId, id);
      await lockPupil(tx, schoolId, pupilId);
      const { status, isDiscreet: wasDiscreet } = await readGuardianship(tx, schoolId, id);
      if (status !== 'active' && status !== 'pending') throw new GuardianshipDecided(status);
      if (wasDiscreet === isDiscreet) return;
      await tx.query('UPDATE guardianship SET is_discreet = $3 WHERE school_id = $1 AND id = $2', [
        schoolId,
        id,
        isDiscreet,
      ]);
      if (isDiscreet) await tx.query(askOfficeInstead, [schoolId, pupilId]);
      const circumstances = {
        schoolId,
        actor: { role: 'office', personId: officePersonId } as const,
        occurredAt: this.clock.now(),
      };
      const event = { pupilId, kind: 'guardian_discretion_changed', facts: { personId, isDiscreet } } as const;
      await recordPupilEvents(tx, circumstances, [event]);
    });
  }

  /** The people who are, or were, guardians of a pupil and of whom this guardian may be told. */
  async visibleTo(personId: string, schoolId: string, pupilId: string): Promise<Set<string>> {
    const others = await this.database.query<{ id: string }>(visibleSql, [schoolId, pupilId, personId]);
    return new Set(others.map(({ id }) => id));
  }
}
