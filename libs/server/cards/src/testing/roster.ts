import type { TestApi } from '@kantinekortet/platform/testing';
import { aPupil, type TestPupil } from '@kantinekortet/testing';

/** An enrolled pupil by one name, and the id of the class. */
export async function pupilIn(
  api: TestApi,
  schoolId: string,
  given: { name?: string; className?: string; guardianEmails?: string[] } = {},
): Promise<TestPupil & { classId: string }> {
  const { name = 'Emma Hansen', className = '8B', guardianEmails = [] } = given;
  const [firstName = '', lastName = ''] = name.split(' ');
  const pupil = await aPupil(api, schoolId, { firstName, lastName, className, guardianEmails });
  const [schoolClass] = await api.database.query<{ id: string }>(
    'SELECT id FROM school_class WHERE school_id = $1 AND name = $2',
    [schoolId, className],
  );
  return { ...pupil, classId: schoolClass?.id ?? '' };
}

/** The pupil leaves the school. */
export async function leave(api: TestApi, schoolId: string, pupilId: string): Promise<void> {
  await api.database.query(`UPDATE pupil SET status = 'left', left_at = $3 WHERE school_id = $1 AND id = $2`, [
    schoolId,
    pupilId,
    api.clock.now(),
  ]);
}
