import type { Database } from '@kantinekortet/platform';

/** What a top-up has to know of the school, the pupil and the guardian. */
export interface TopUpTarget {
  readonly schoolId: string;
  readonly walletId: string;
  readonly merchantId: string;
  readonly pupilFirstName: string;
  readonly pupilStatus: 'enrolled' | 'left';
  readonly topUpMinOre: number;
  readonly topUpMaxOre: number;
  readonly balanceCapOre: number;
}

/** The wallet of a pupil whose active guardian the person is. */
export async function findTopUpTarget(
  database: Database,
  personId: string,
  walletId: string,
): Promise<TopUpTarget | undefined> {
  const [row] = await database.query<TopUpTarget>(
    `SELECT s.id AS "schoolId", p.wallet_id AS "walletId", s.merchant_id AS "merchantId",
            p.first_name AS "pupilFirstName", p.status AS "pupilStatus",
            s.top_up_min_ore AS "topUpMinOre", s.top_up_max_ore AS "topUpMaxOre", s.balance_cap_ore AS "balanceCapOre"
       FROM guardian_school gs
       JOIN school s ON s.id = gs.school_id
       JOIN pupil p ON p.school_id = s.id AND p.wallet_id = $2
       JOIN guardianship g ON g.school_id = s.id AND g.pupil_id = p.id AND g.person_id = $1 AND g.status = 'active'
      WHERE gs.person_id = $1`,
    [personId, walletId],
  );
  return row;
}

/** The schools at which a person is, or was, a guardian. */
export async function schoolIdsOfGuardian(database: Database, personId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'SELECT school_id AS id FROM guardian_school WHERE person_id = $1',
    [personId],
  );
  return rows.map(({ id }) => id);
}

export async function allSchoolIds(database: Database): Promise<string[]> {
  const rows = await database.query<{ id: string }>('SELECT id FROM school ORDER BY id');
  return rows.map(({ id }) => id);
}
