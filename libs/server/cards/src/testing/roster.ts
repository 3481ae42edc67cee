import { newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { WalletsService } from '@kantinekortet/wallet';

export interface TestPupil {
  readonly id: string;
  readonly classId: string;
  readonly walletId: string;
}

/** An enrolled pupil with an empty wallet, in a class of that name. */
export async function pupilIn(
  api: TestApi,
  schoolId: string,
  given: { name?: string; className?: string; guardianEmails?: string[] } = {},
): Promise<TestPupil> {
  const [firstName = '', lastName = ''] = (given.name ?? 'Emma Hansen').split(' ');
  const className = given.className ?? '8B';
  const [schoolClass] = await api.database.query<{ id: string }>(
    'SELECT id FROM school_class WHERE school_id = $1 AND name = $2',
    [schoolId, className],
  );
  const pupil = { id: newId(), classId: schoolClass?.id ?? newId(), walletId: newId() };
  await api.database.query(
    'INSERT INTO school_class (school_id, id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [schoolId, pupil.classId, className],
  );
  await api.database.transaction((tx) => new WalletsService().openWallet(tx, schoolId, pupil.walletId));
  await api.database.query(
    `INSERT INTO pupil (school_id, id, first_name, last_name, class_id, class_name, wallet_id, guardian_emails)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [schoolId, pupil.id, firstName, lastName, pupil.classId, className, pupil.walletId, given.guardianEmails ?? []],
  );
  return pupil;
}

/** Makes a person a pupil's guardian without asking anyone. */
export async function makeGuardian(api: TestApi, schoolId: string, pupilId: string, personId: string): Promise<void> {
  await api.database.query(
    `INSERT INTO guardianship (school_id, id, pupil_id, person_id, status, approver, requested_at, active_at)
     VALUES ($1, $2, $3, $4, 'active', 'none', $5, $5)`,
    [schoolId, newId(), pupilId, personId, api.clock.now()],
  );
  await api.database.query(
    'INSERT INTO guardian_school (person_id, school_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [personId, schoolId],
  );
}

/** The pupil leaves the school. */
export async function leave(api: TestApi, schoolId: string, pupilId: string): Promise<void> {
  await api.database.query(`UPDATE pupil SET status = 'left', left_at = $3 WHERE school_id = $1 AND id = $2`, [
    schoolId,
    pupilId,
    api.clock.now(),
  ]);
}
