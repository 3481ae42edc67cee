import { createHash } from 'node:crypto';
import { parseAccountNumber } from '@kantinekortet/codes';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, InvalidInput, newId, osloDay, type Tx } from '@kantinekortet/platform';
import { ClientAccounts, SchoolsService, type ClientAccount } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import type { ClientAccountDto, ClientMoneyDto, SayBalanceRequest } from './client-money.dto.ts';
import { BalanceConflict, BankFileOfOtherAccount, ClientAccountMissing, DayNotOver } from './client-money.errors.ts';
import { readCamt053, type BankStatement } from './read-camt053.ts';

const newestSql = `
  SELECT n.day::text AS day, n.source, n.balance_ore AS "balanceOre", n.clearing_ore AS "clearingOre",
         n.wallets_ore AS "walletsOre", n.in_transit_ore AS "inTransitOre", n.surplus_ore AS "surplusOre",
         p.name AS "recordedBy", n.recorded_at AS "recordedAt"
    FROM client_money_newest($1) n JOIN person p ON p.id = n.recorded_by`;

const insertSql = `
  INSERT INTO client_money_balance (merchant_id, id, account_number, day, balance_ore, source, statement_id, file_sha256,
                                    note, wallets_ore, in_transit_ore, clearing_ore, recorded_by, recorded_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, m.wallets_ore, m.in_transit_ore, m.clearing_ore, $10, $11
    FROM client_money_at($1, ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Oslo') m
  ON CONFLICT DO NOTHING
  RETURNING id`;

/** A balance that is to be recorded, from a file or a person. */
interface NewBalance {
  readonly id: string;
  readonly day: string;
  readonly balanceOre: number;
  readonly statementId?: string;
  readonly fileSha256?: Buffer;
  readonly note?: string | undefined;
}

/**
 * The money held for customers: what lies on the merchant's client account, as the bank or a person says and never as
 * the ledger does, is compared with what the wallets of all its schools are owed.
 */
@Injectable()
export class ClientMoneyService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly schools: SchoolsService;
  private readonly accounts: ClientAccounts;

  constructor(database: Database, clock: Clock, schools: SchoolsService, accounts: ClientAccounts) {
    this.database = database;
    this.clock = clock;
    this.schools = schools;
    this.accounts = accounts;
  }

  /** The client account of the school's merchant; null until it is recorded. */
  async account(schoolId: string): Promise<ClientAccount | null> {
    const { merchantId } = await this.schools.get(schoolId);
    return this.accounts.find(this.database, merchantId);
  }

  /** Records the client account's number. Throws InvalidInput for digits that are no account. */
  async setAccount(caller: PersonPrincipal, schoolId: string, request: ClientAccountDto): Promise<ClientAccount> {
    const accountNumber = parseAccountNumber(request.accountNumber);
    if (accountNumber === undefined) {
      const detail = 'This is no account number: its last digit does not fit.';
      throw new InvalidInput([{ pointer: '/accountNumber', code: 'not_an_account', detail }]);
    }
    const { merchantId } = await this.schools.get(schoolId);
    const account = { accountNumber, bic: request.bic ?? null };
    const by = { recordedBy: caller.personId, recordedAt: this.clock.now() };
    await this.database.transaction((tx) => this.accounts.set(tx, { merchantId, ...account, ...by }));
    return account;
  }

  /** The newest balance beside what was owed; null when none was ever said. */
  async newest(schoolId: string): Promise<ClientMoneyDto | null> {
    const { merchantId } = await this.schools.get(schoolId);
    const [newest] = await this.database.query<ClientMoneyDto>(newestSql, [merchantId]);
    return newest ?? null;
  }

  /** Takes a balance that a person read at the bank. Throws ClientAccountMissing, DayNotOver, BalanceConflict. */
  async say(caller: PersonPrincipal, schoolId: string, request: SayBalanceRequest): Promise<ClientMoneyDto | null> {
    await this.record(caller, schoolId, () => request);
    return this.newest(schoolId);
  }

  /**
   * Takes the newest closing balance of the client account out of a camt.053 file; the same file again changes nothing.
   * Throws BankFileUnreadable, BankFileOfOtherAccount, ClientAccountMissing, DayNotOver.
   */
  async takeFile(caller: PersonPrincipal, schoolId: string, bytes: Uint8Array): Promise<ClientMoneyDto | null> {
    const statements = readCamt053(bytes);
    const fileSha256 = createHash('sha256').update(bytes).digest();
    await this.record(caller, schoolId, (accountNumber) => {
      const { statementId, day, balanceOre } = newestOf(statements, accountNumber);
      return { id: newId(), statementId, day, balanceOre, fileSha256 };
    });
    return this.newest(schoolId);
  }

  private async record(
    caller: PersonPrincipal,
    schoolId: string,
    balanceOf: (accountNumber: string) => NewBalance,
  ): Promise<void> {
    const { merchantId } = await this.schools.get(schoolId);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const account = await this.accounts.find(tx, merchantId);
      if (!account) throw new ClientAccountMissing();
      const balance = balanceOf(account.accountNumber);
      if (balance.day >= osloDay(now)) throw new DayNotOver(balance.day);
      const { id, day, balanceOre, statementId = null, fileSha256 = null, note = null } = balance;
      const source = fileSha256 === null ? 'person' : 'bank_file';
      const rows = await tx.query<unknown[]>(insertSql, [
        ...[merchantId, id, account.accountNumber, day, balanceOre, source, statementId, fileSha256, note],
        ...[caller.personId, now],
      ]);
      if (rows.length === 0 && fileSha256 === null) await this.mustBeTheSame(tx, merchantId, balance);
    });
  }

  private async mustBeTheSame(tx: Tx, merchantId: string, balance: NewBalance): Promise<void> {
    const same = await tx.query<unknown[]>(
      `SELECT FROM client_money_balance WHERE merchant_id = $1 AND id = $2 AND day = $3 AND balance_ore = $4
          AND note IS NOT DISTINCT FROM $5 AND source = 'person'`,
      [merchantId, balance.id, balance.day, balance.balanceOre, balance.note ?? null],
    );
    if (same.length === 0) throw new BalanceConflict();
  }
}

function newestOf(statements: readonly BankStatement[], accountNumber: string): BankStatement {
  const own = statements.filter((statement) => statement.accountNumber === accountNumber);
  const newest = own.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
  if (!newest) throw new BankFileOfOtherAccount();
  return newest;
}
