import type { PersonPrincipal } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PupilAccess } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';

/** A wallet that a payer may get money back from. */
export interface PayersWallet {
  readonly schoolId: string;
  readonly walletId: string;
}

const paidIntoSql = `
  SELECT w.school_id AS "schoolId", w.id AS "walletId"
    FROM guardian_school d
    JOIN wallet w ON w.school_id = d.school_id
   WHERE d.person_id = $1 AND w.id = $2
     AND EXISTS (SELECT FROM transfer t
                  WHERE t.school_id = w.school_id AND t.credit_account_id = w.id AND t.credit_seq IS NOT NULL
                    AND t.payer_id = d.person_id)`;

const formerSql = `
  SELECT DISTINCT p.school_id AS "schoolId", p.wallet_id AS "walletId"
    FROM guardian_school d
    JOIN guardianship g ON g.school_id = d.school_id AND g.person_id = d.person_id AND g.status = 'ended'
    JOIN pupil p ON p.school_id = g.school_id AND p.id = g.pupil_id
   WHERE d.person_id = $1
     AND NOT EXISTS (SELECT FROM guardianship again
                      WHERE again.school_id = g.school_id AND again.pupil_id = g.pupil_id
                        AND again.person_id = g.person_id AND again.status = 'active')
     AND EXISTS (SELECT FROM transfer t
                  WHERE t.school_id = p.school_id AND t.credit_account_id = p.wallet_id AND t.credit_seq IS NOT NULL
                    AND t.payer_id = d.person_id)
   ORDER BY 1, 2`;

/** Which wallets a person may have paid into: one's children's, and those one has paid into before. */
@Injectable()
export class PayerWallets {
  private readonly database: Database;
  private readonly access: PupilAccess;

  constructor(database: Database, access: PupilAccess) {
    this.database = database;
    this.access = access;
  }

  /** Who is no guardian any more keeps what is left of their money. Throws PupilNotFound. */
  async find(caller: PersonPrincipal, walletId: string): Promise<PayersWallet> {
    const [paidInto] = await this.database.query<PayersWallet>(paidIntoSql, [caller.personId, walletId]);
    if (paidInto) return paidInto;
    const { schoolId } = await this.access.findByWallet(caller, walletId);
    return { schoolId, walletId };
  }

  /** The wallets of children whose guardian a person used to be, and has paid for. */
  async former(personId: string): Promise<PayersWallet[]> {
    return this.database.query<PayersWallet>(formerSql, [personId]);
  }

  /** The schools at which a person is, or was, a guardian. */
  async schoolIdsOf(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT school_id AS id FROM guardian_school WHERE person_id = $1',
      [personId],
    );
    return rows.map(({ id }) => id);
  }
}
