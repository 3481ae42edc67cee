import type { Language, Tx } from '@kantinekortet/platform';
import type { ReminderKind } from './reminder.dto.ts';

interface Reader {
  readonly email: string;
  /** Null when only the roster knows the address: nobody has chosen a language. */
  readonly language: Language | null;
}

/** A pupil who lacks something for the day that cash ends, and who is told. */
export interface UnreadyFamily {
  readonly pupilId: string;
  readonly name: string;
  readonly firstName: string;
  readonly className: string;
  readonly schoolName: string;
  readonly hasGuardian: boolean;
  readonly availableOre: number;
  /** Guardians with a profile; without one, the addresses that the roster has. */
  readonly readers: readonly Reader[];
}

const lacks: Readonly<Record<ReminderKind, string>> = {
  // The mail tells of the letter with the card: without a card there is none yet, and the school has the next step.
  no_guardian: 'NOT r.has_guardian AND r.has_card',
  no_money: 'NOT r.has_money',
};

/** Who lacks it too and is not told: the school has the next step. */
const notYet: Readonly<Record<ReminderKind, string>> = {
  no_guardian: 'NOT r.has_guardian AND NOT r.has_card',
  no_money: 'false',
};

interface Asked {
  readonly kind: ReminderKind;
  readonly classId?: string | undefined;
}

/** How many pupils lack something that a card from the school must come before. */
export async function countWithoutCard(tx: Tx, schoolId: string, { kind, classId }: Asked): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM pupil_readiness r
      WHERE r.school_id = $1 AND ${notYet[kind]} AND ($2::uuid IS NULL OR r.class_id = $2)`,
    [schoolId, classId ?? null],
  );
  return row?.count ?? 0;
}

/** The families that lack something they can do something about, by name of the pupil. */
export async function unreadyFamilies(tx: Tx, schoolId: string, { kind, classId }: Asked): Promise<UnreadyFamily[]> {
  return tx.query<UnreadyFamily[]>(
    `SELECT r.pupil_id AS "pupilId", r.name, r.first_name AS "firstName", r.class_name AS "className",
            s.name AS "schoolName", r.has_guardian AS "hasGuardian", r.available_ore AS "availableOre",
            coalesce(
              (SELECT jsonb_agg(jsonb_build_object('email', person.email, 'language', person.language) ORDER BY person.id)
                 FROM guardianship g JOIN person ON person.id = g.person_id
                WHERE g.school_id = r.school_id AND g.pupil_id = r.pupil_id AND g.status = 'active'),
              (SELECT jsonb_agg(jsonb_build_object('email', email, 'language', NULL) ORDER BY email)
                 FROM unnest(p.guardian_emails) email),
              '[]') AS readers
       FROM pupil_readiness r
       JOIN pupil p ON p.school_id = r.school_id AND p.id = r.pupil_id
       JOIN school s ON s.id = r.school_id
      WHERE r.school_id = $1 AND ${lacks[kind]} AND ($2::uuid IS NULL OR r.class_id = $2)
      ORDER BY r.class_name, r.last_name, r.first_name, r.pupil_id`,
    [schoolId, classId ?? null],
  );
}
