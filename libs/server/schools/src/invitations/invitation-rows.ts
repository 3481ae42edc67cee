import type { Tx } from '@kantinekortet/platform';
import type { Inviter } from '../guardianships/guardianship-rules.ts';
import type { OpenGuardianInvitation } from '../guardianships/guardianship.dto.ts';

/** An invitation where its pupil is. */
export interface InvitationRow {
  readonly schoolId: string;
  readonly id: string;
  readonly pupilId: string;
  readonly email: string;
  readonly status: 'open' | 'accepted' | 'withdrawn';
  readonly inviter: Inviter;
  readonly expiresAt: Date;
  readonly acceptedBy: string | null;
}

export interface NewInvitation {
  readonly schoolId: string;
  readonly id: string;
  readonly pupilId: string;
  readonly email: string;
  readonly inviter: Inviter;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly tokenHmac: Buffer;
}

/** Which invitation a link leads to; undefined when it leads nowhere. */
export async function findByToken(
  tx: Tx,
  tokenHmac: Buffer,
): Promise<Pick<InvitationRow, 'schoolId' | 'id' | 'pupilId'> | undefined> {
  const [found] = await tx.query<Pick<InvitationRow, 'schoolId' | 'id' | 'pupilId'>[]>(
    `SELECT i.school_id AS "schoolId", i.id, i.pupil_id AS "pupilId"
       FROM guardian_invitation_directory d
       JOIN guardian_invitation i ON i.school_id = d.school_id AND i.id = d.invitation_id
      WHERE d.token_hmac = $1`,
    [tokenHmac],
  );
  return found;
}

/** Read under the pupil's lock: whoever changes an invitation holds that. */
export async function readInvitation(tx: Tx, schoolId: string, id: string): Promise<InvitationRow | undefined> {
  const [row] = await tx.query<InvitationRow[]>(
    `SELECT school_id AS "schoolId", id, pupil_id AS "pupilId", email::text, status, expires_at AS "expiresAt",
            jsonb_build_object('role', inviter_role, 'personId', invited_by) AS inviter, accepted_by AS "acceptedBy"
       FROM guardian_invitation WHERE school_id = $1 AND id = $2`,
    [schoolId, id],
  );
  return row;
}

/** Writes an invitation; an earlier one of the same inviter to the same address stops working. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const { schoolId, id, pupilId, email, inviter, createdAt, expiresAt, tokenHmac } = invitation;
  await tx.query(
    `UPDATE guardian_invitation SET status = 'withdrawn', closed_at = $5
      WHERE school_id = $1 AND pupil_id = $2 AND invited_by = $3 AND email = $4 AND status = 'open'`,
    [schoolId, pupilId, inviter.personId, email, createdAt],
  );
  await tx.query(
    `INSERT INTO guardian_invitation
       (school_id, id, pupil_id, email, invited_by, inviter_role, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [schoolId, id, pupilId, email, inviter.personId, inviter.role, createdAt, expiresAt],
  );
  await tx.query(
    'INSERT INTO guardian_invitation_directory (token_hmac, school_id, invitation_id) VALUES ($1, $2, $3)',
    [tokenHmac, schoolId, id],
  );
}

export async function closeInvitation(
  tx: Tx,
  { schoolId, id }: Pick<InvitationRow, 'schoolId' | 'id'>,
  status: 'accepted' | 'withdrawn',
  at: Date,
  acceptedBy: string | null = null,
): Promise<void> {
  await tx.query(
    `UPDATE guardian_invitation SET status = $3, closed_at = $4, accepted_by = $5 WHERE school_id = $1 AND id = $2`,
    [schoolId, id, status, at, acceptedBy],
  );
}

/** Of a pupil, those that can still be accepted, newest first; with who invited. */
export const openInvitationsSql = `
  SELECT i.id, i.email::text, i.inviter_role AS "invitedBy", i.invited_by AS "inviterId", i.expires_at AS "expiresAt"
    FROM guardian_invitation i
   WHERE i.school_id = $1 AND i.pupil_id = $2 AND i.status = 'open' AND i.expires_at > $3
   ORDER BY i.id DESC`;

export type ListedInvitation = OpenGuardianInvitation & { readonly inviterId: string };
