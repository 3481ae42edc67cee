import { parseAccountNumber } from '@kantinekortet/codes';
import {
  Clock,
  Config,
  Database,
  InvalidInput,
  Mail,
  newId,
  Secrets,
  type Language,
  type Tx,
} from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { KnownAccount } from '../payout-account-rows.ts';
import type { PayerKind } from '../plan-refund.ts';
import { accountLetter } from './account-letter.ts';
import type { PayoutAccountRequest } from './payout-account.dto.ts';

/** So long whoever owns the payer's mailbox can object. */
const coolingOffMs = 72 * 60 * 60 * 1_000;
const purpose = 'payout-account';

/** Whose account it is to be, and who types it in. */
export interface AccountOwner {
  readonly schoolId: string;
  readonly payerKind: PayerKind;
  readonly payerId: string;
  readonly recordedBy: string;
}

interface CurrentAccount extends KnownAccount {
  readonly sealedNumber: Buffer;
}

interface Reader {
  readonly email: string;
  readonly language: Language;
}

// The household's money has no person; those who answer for the pupil learn where it will go.
// An address that was changed lately hears of it too: whoever changed it may be somebody else.
const readersSql = `
  WITH reader AS (
    SELECT id, email, language FROM person WHERE id = $2
     UNION
    SELECT x.id, x.email, x.language
      FROM household_payer h
      JOIN guardianship g ON g.school_id = h.school_id AND g.pupil_id = h.pupil_id AND g.status = 'active'
      JOIN person x ON x.id = g.person_id
     WHERE h.school_id = $1 AND h.id = $2)
  SELECT email::text, language FROM reader
   UNION
  SELECT f.email::text, r.language FROM reader r JOIN former_email f ON f.person_id = r.id AND f.expires_at > $3`;

/** The accounts that the bank sends money back to: sealed, waited for, and told of. */
@Injectable()
export class PayoutAccounts {
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly mail: Mail;
  private readonly secrets: Secrets;

  constructor(clock: Clock, config: Config, database: Database, mail: Mail, secrets: Secrets) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.mail = mail;
    this.secrets = secrets;
  }

  /**
   * Records the account of a payer at a school in place of the one before; the same account again changes nothing.
   * Usable in 72 hours, and told to all addresses of the payer at once. Throws InvalidInput for digits that are no account.
   */
  async record(owner: AccountOwner, { accountNumber, holderName }: PayoutAccountRequest): Promise<KnownAccount> {
    const number = parseAccountNumber(accountNumber);
    if (number === undefined) {
      const detail = 'This is no account number: its last digit does not fit.';
      throw new InvalidInput([{ pointer: '/accountNumber', code: 'not_an_account', detail }]);
    }
    return this.database.transaction(async (tx) => {
      const { schoolId, payerId } = owner;
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('payout-account/' || $1 || $2, 0))`, [
        schoolId,
        payerId,
      ]);
      const current = await this.current(tx, owner);
      const isSame = current?.holderName === holderName && this.secrets.open(purpose, current.sealedNumber) === number;
      if (current && isSame) return known(current);
      const account = await this.replace(tx, owner, { holderName, number });
      await this.tell(tx, owner, account);
      return account;
    });
  }

  /** The number behind a sealed account, 11 digits: for payment files alone. */
  open(sealedNumber: Buffer): string {
    return this.secrets.open(purpose, sealedNumber);
  }

  private async current(tx: Tx, { schoolId, payerId }: AccountOwner): Promise<CurrentAccount | undefined> {
    const [current] = await tx.query<CurrentAccount[]>(
      `SELECT id, last4, holder_name AS "holderName", usable_at AS "usableAt", sealed_number AS "sealedNumber"
         FROM payout_account WHERE school_id = $1 AND payer_id = $2 AND replaced_at IS NULL`,
      [schoolId, payerId],
    );
    return current;
  }

  private async replace(
    tx: Tx,
    { schoolId, payerKind, payerId, recordedBy }: AccountOwner,
    { holderName, number }: { readonly holderName: string; readonly number: string },
  ): Promise<KnownAccount> {
    const now = this.clock.now();
    const account = {
      id: newId(),
      last4: number.slice(-4),
      holderName,
      usableAt: new Date(now.getTime() + coolingOffMs),
    };
    await tx.query(
      `UPDATE payout_account SET replaced_at = greatest($3, recorded_at)
        WHERE school_id = $1 AND payer_id = $2 AND replaced_at IS NULL`,
      [schoolId, payerId, now],
    );
    await tx.query(
      `INSERT INTO payout_account (school_id, id, payer_kind, payer_id, holder_name, sealed_number, last4, recorded_by,
                                   recorded_at, usable_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[schoolId, account.id, payerKind, payerId, holderName, this.secrets.seal(purpose, number), account.last4],
        ...[recordedBy, now, account.usableAt],
      ],
    );
    return account;
  }

  private async tell(tx: Tx, { schoolId, payerId }: AccountOwner, account: KnownAccount): Promise<void> {
    for (const reader of await tx.query<Reader[]>(readersSql, [schoolId, payerId, this.clock.now()])) {
      await this.mail.queue(tx, accountLetter(reader, account, `${this.config.parentUrl}/barn`));
    }
  }
}

function known({ id, last4, holderName, usableAt }: KnownAccount): KnownAccount {
  return { id, last4, holderName, usableAt };
}
