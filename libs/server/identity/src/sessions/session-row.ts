import type { PersonApp } from '../access/apps.ts';
import type { Principal, StaffRole } from '../access/principal.ts';

/** A session as `find_session` reads it; the table's CHECKs keep the two kinds apart. */
export type SessionRow = { readonly id: string; readonly lastSeenAt: Date } & (
  | {
      readonly kind: 'person';
      readonly app: PersonApp;
      readonly personId: string;
      readonly createdAt: Date;
      readonly roles: StaffRole[];
    }
  | { readonly kind: 'register'; readonly schoolId: string; readonly registerId: string }
);

export function toPrincipal(row: SessionRow): Principal {
  switch (row.kind) {
    case 'person':
      return {
        kind: 'person',
        personId: row.personId,
        sessionId: row.id,
        app: row.app,
        signedInAt: row.createdAt,
        roles: row.roles,
      };
    case 'register':
      return { kind: 'register', schoolId: row.schoolId, registerId: row.registerId, sessionId: row.id };
  }
}
