import { osloDay, type Database, type Tx } from '@kantinekortet/platform';

/** That a pupil attends through `lastDay` (YYYY-MM-DD) and not after. */
export interface PlannedLeave {
  readonly schoolId: string;
  readonly pupilId: string;
  readonly lastDay: string;
  readonly officePersonId: string;
  readonly reason?: string | undefined;
}

/** A plan that is due: who made it, why, and when the last day was over in Norway. */
export interface DueLeave {
  readonly officePersonId: string;
  readonly reason: string | null;
  readonly leftAt: Date;
}

/** Takes the place of the pupil's plan before. */
export async function planLeave(tx: Tx, leave: PlannedLeave): Promise<void> {
  const { schoolId, pupilId, lastDay, reason, officePersonId } = leave;
  await tx.query(
    `INSERT INTO planned_leave (school_id, pupil_id, last_day, reason, planned_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (school_id, pupil_id)
     DO UPDATE SET last_day = excluded.last_day, reason = excluded.reason, planned_by = excluded.planned_by`,
    [schoolId, pupilId, lastDay, reason ?? null, officePersonId],
  );
}

/** Whether there was a plan to forget. */
export async function forgetPlannedLeave(tx: Tx, schoolId: string, pupilId: string): Promise<boolean> {
  const [, forgotten] = await tx.query<[unknown[], number]>(
    'DELETE FROM planned_leave WHERE school_id = $1 AND pupil_id = $2',
    [schoolId, pupilId],
  );
  return forgotten > 0;
}

/** The pupils of a school whose planned last day is over at a moment. */
export async function findDuePupilIds(database: Database, schoolId: string, now: Date): Promise<string[]> {
  const due = await database.query<{ pupilId: string }>(
    'SELECT pupil_id AS "pupilId" FROM planned_leave WHERE school_id = $1 AND last_day < $2 ORDER BY pupil_id',
    [schoolId, osloDay(now)],
  );
  return due.map(({ pupilId }) => pupilId);
}

/** A pupil's plan, if it is due at a moment. */
export async function findDueLeave(
  tx: Tx,
  { schoolId, pupilId }: Pick<PlannedLeave, 'schoolId' | 'pupilId'>,
  now: Date,
): Promise<DueLeave | undefined> {
  const [due] = await tx.query<DueLeave[]>(
    `SELECT planned_by AS "officePersonId", reason,
            (last_day + 1)::timestamp AT TIME ZONE 'Europe/Oslo' - interval '1 millisecond' AS "leftAt"
       FROM planned_leave WHERE school_id = $1 AND pupil_id = $2 AND last_day < $3`,
    [schoolId, pupilId, osloDay(now)],
  );
  return due;
}
