import type { PersonApp } from './apps.ts';

/** What someone may do at a school. */
export const staffRoles = ['office', 'support'] as const;
export type StaffRoleName = (typeof staffRoles)[number];

export interface StaffRole {
  readonly schoolId: string;
  readonly role: StaffRoleName;
}

/** A signed-in person. `roles` is empty outside the admin office: a parent's screen gives no one an office's rights. */
export interface PersonPrincipal {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
  readonly app: PersonApp;
  /** When the password was given: what moves money out asks that it was just now. */
  readonly signedInAt: Date;
  readonly roles: readonly StaffRole[];
}

/** A paired till. */
export interface RegisterPrincipal {
  readonly kind: 'register';
  readonly schoolId: string;
  readonly registerId: string;
  readonly sessionId: string;
}

/** Who calls, as the session says. */
export type Principal = PersonPrincipal | RegisterPrincipal;
