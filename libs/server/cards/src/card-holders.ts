import type { Tx } from '@kantinekortet/platform';

/** A pupil as cards and letters name one. */
export interface CardHolder {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly initials: string;
  readonly className: string;
  readonly status: 'enrolled' | 'left';
  /** Staff have no guardians: nobody is written to, and nobody registers their card. */
  readonly kind: 'pupil' | 'staff';
  readonly walletId: string;
  readonly schoolName: string;
}

const select = `
  SELECT p.id, p.first_name AS "firstName", p.last_name AS "lastName", p.name, p.initials, p.class_name AS "className",
         p.status, p.kind, p.wallet_id AS "walletId", s.name AS "schoolName"
    FROM pupil p JOIN school s ON s.id = p.school_id`;
const hasNoCard = `NOT EXISTS (
  SELECT FROM card c WHERE c.school_id = p.school_id AND c.pupil_id = p.id AND c.status IN ('active', 'blocked'))`;

export async function holdersById(tx: Tx, schoolId: string, pupilIds: readonly string[]): Promise<CardHolder[]> {
  return tx.query<CardHolder[]>(`${select} WHERE p.school_id = $1 AND p.id = ANY ($2::uuid[])`, [schoolId, pupilIds]);
}

/** Enrolled pupils of a class who have no card, by name. */
export async function holdersWithoutCard(tx: Tx, schoolId: string, classId: string): Promise<CardHolder[]> {
  return tx.query<CardHolder[]>(
    `${select} WHERE p.school_id = $1 AND p.class_id = $2 AND p.status = 'enrolled' AND ${hasNoCard}
      ORDER BY p.last_name, p.first_name, p.id`,
    [schoolId, classId],
  );
}

/** A guardian's enrolled children at a school who have no card, by name. */
export async function childrenWithoutCard(tx: Tx, schoolId: string, personId: string): Promise<CardHolder[]> {
  return tx.query<CardHolder[]>(
    `${select} JOIN guardianship g ON g.school_id = p.school_id AND g.pupil_id = p.id
      WHERE p.school_id = $1 AND g.person_id = $2 AND g.status = 'active' AND p.status = 'enrolled' AND ${hasNoCard}
      ORDER BY p.first_name, p.last_name, p.id`,
    [schoolId, personId],
  );
}

/** Whether a guardian's enrolled child at a school has a card that is blocked, and so waits to be replaced by the office. */
export async function hasBlockedCard(
  tx: Tx,
  { schoolId, pupilId, personId }: { schoolId: string; pupilId: string; personId: string },
): Promise<boolean> {
  const [found] = await tx.query<unknown[]>(
    `SELECT 1 FROM pupil p
       JOIN guardianship g ON g.school_id = p.school_id AND g.pupil_id = p.id AND g.person_id = $3 AND g.status = 'active'
       JOIN card c ON c.school_id = p.school_id AND c.pupil_id = p.id AND c.status = 'blocked'
      WHERE p.school_id = $1 AND p.id = $2 AND p.status = 'enrolled'`,
    [schoolId, pupilId, personId],
  );
  return found !== undefined;
}

/** What a person is to a pupil: a guardian, or someone who asks to be. */
export async function standingOf(
  tx: Tx,
  { schoolId, pupilId, personId }: { schoolId: string; pupilId: string; personId: string },
): Promise<'active' | 'pending' | undefined> {
  const [guardianship] = await tx.query<{ status: 'active' | 'pending' }[]>(
    `SELECT status FROM guardianship
      WHERE school_id = $1 AND pupil_id = $2 AND person_id = $3 AND status IN ('active', 'pending')`,
    [schoolId, pupilId, personId],
  );
  return guardianship?.status;
}

export async function schoolNameOf(tx: Tx, schoolId: string): Promise<string> {
  const [school] = await tx.query<{ name: string }[]>('SELECT name FROM school WHERE id = $1', [schoolId]);
  return school?.name ?? '';
}
