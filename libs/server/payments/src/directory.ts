import type { Database, Language, Tx } from '@kantinekortet/platform';
import type { PupilKey } from '@kantinekortet/schools';

/** Whether a pupil is still at the school. Under the wallet's lock it stays so: who lets a pupil leave locks it too. */
export async function isEnrolled(
  tx: Tx,
  { schoolId, pupilId }: Pick<PupilKey, 'schoolId' | 'pupilId'>,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    "SELECT 1 FROM pupil WHERE school_id = $1 AND id = $2 AND status = 'enrolled'",
    [schoolId, pupilId],
  );
  return rows.length > 0;
}

/** The schools at which a person is, or was, a guardian: what one has paid can be seen when that has ended too. */
export async function schoolIdsOfGuardian(database: Database, personId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'SELECT school_id AS id FROM guardian_school WHERE person_id = $1',
    [personId],
  );
  return rows.map(({ id }) => id);
}

export async function allSchoolIds(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>('SELECT id FROM school ORDER BY id');
  return rows.map(({ id }) => id);
}

export async function languageOf(database: Database, personId: string): Promise<Language> {
  const [person] = await database.query<{ language: Language }>('SELECT language FROM person WHERE id = $1', [
    personId,
  ]);
  return person?.language ?? 'nb';
}

/** Whether a person is a pupil's guardian now. */
export async function isActiveGuardian(
  tx: Tx,
  { schoolId, pupilId, personId }: Pick<PupilKey, 'schoolId' | 'pupilId'> & { readonly personId: string },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM guardianship WHERE school_id = $1 AND pupil_id = $2 AND person_id = $3 AND status = 'active'`,
    [schoolId, pupilId, personId],
  );
  return rows.length > 0;
}

/** The school whose office is asked about what belongs to a merchant, and to no pupil that we know. */
export async function firstSchoolOf(database: Database, merchantId: string): Promise<string> {
  const [school] = await database.query<{ id: string }>(
    'SELECT id FROM school WHERE merchant_id = $1 ORDER BY id LIMIT 1',
    [merchantId],
  );
  if (!school) throw new Error(`Merchant ${merchantId} has no school to ask`);
  return school.id;
}
