import type { Reply } from '@kantinekortet/api-client';
import { getRouteApi } from '@tanstack/react-router';

type Session = Reply<'/sessions/current', 'get'>;

export interface StaffSchool {
  readonly id: string;
  readonly name: string;
  readonly isOffice: boolean;
}

/** The schools that a person works for, each once, with whether the person may change anything there. */
export function schoolsOf(session: Session): StaffSchool[] {
  const schools = new Map<string, StaffSchool>();
  for (const { schoolId, schoolName, role } of session.roles) {
    const isOffice = role === 'office' || schools.get(schoolId)?.isOffice === true;
    schools.set(schoolId, { id: schoolId, name: schoolName, isOffice });
  }
  return [...schools.values()];
}

const route = getRouteApi('/$schoolId');

/** The school in the address of this page. */
export function useSchoolId(): string {
  return route.useParams({ select: ({ schoolId }) => schoolId });
}
