import { NotAllowed, SchoolNotFound } from './access.errors.ts';
import type { Access } from './access.decorators.ts';
import type { Principal, StaffRoleName } from './principal.ts';

const rolesThatGive: Readonly<Record<'office' | 'support', readonly StaffRoleName[]>> = {
  office: ['office'],
  support: ['office', 'support'],
};

type Verdict = 'allowed' | 'not_allowed' | 'other_school';

/**
 * Throws unless one of the accesses lets the caller in: SchoolNotFound when a member of some school's staff asks for
 * another school, else NotAllowed.
 */
export function assertAllowed(caller: Principal, anyOf: readonly Access[], schoolId: string | undefined): void {
  const verdicts = anyOf.map((access) => judge(caller, access, schoolId));
  if (verdicts.includes('allowed')) return;
  if (verdicts.includes('other_school')) throw new SchoolNotFound();
  throw new NotAllowed();
}

function judge(caller: Principal, access: Access, schoolId: string | undefined): Verdict {
  switch (access) {
    case 'person':
      return allowedIf(caller.kind === 'person');
    case 'guardian':
      return allowedIf(caller.kind === 'person' && caller.app === 'parent-portal');
    case 'register':
      return allowedIf(caller.kind === 'register');
    case 'office':
    case 'support':
      return judgeStaff(caller, access, schoolId);
  }
}

function judgeStaff(caller: Principal, access: 'office' | 'support', schoolId: string | undefined): Verdict {
  if (caller.kind !== 'person' || caller.app !== 'admin-office') return 'not_allowed';
  const atSchool = schoolId === undefined ? caller.roles : caller.roles.filter((role) => role.schoolId === schoolId);
  if (atSchool.length === 0) return schoolId === undefined ? 'not_allowed' : 'other_school';
  return allowedIf(atSchool.some(({ role }) => rolesThatGive[access].includes(role)));
}

function allowedIf(condition: boolean): Verdict {
  return condition ? 'allowed' : 'not_allowed';
}
