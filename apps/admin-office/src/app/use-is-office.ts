import { schoolsOf, useSchoolId } from './school.ts';
import { useSession } from './session.ts';

/** Whether the one who looks belongs to the office of this page's school, and not only to its customer service. */
export function useIsOffice(): boolean {
  const schoolId = useSchoolId();
  const session = useSession();
  return Boolean(session && schoolsOf(session).some(({ id, isOffice }) => id === schoolId && isOffice));
}
