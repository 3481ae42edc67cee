import { Database, newId, type Tx } from '@kantinekortet/platform';
import { ClientAccounts, SchoolsService } from '@kantinekortet/schools';
import { readRows } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { Debtor } from '../bank/write-pain001.ts';
import type { BankSettingsDto } from './payout.dto.ts';
import { BankSettingsMissing } from './payout.errors.ts';

/** Which account of the merchant pays, at which bank, under which agreement. */
@Injectable()
export class BankSettings {
  private readonly database: Database;
  private readonly schools: SchoolsService;
  private readonly accounts: ClientAccounts;

  constructor(database: Database, schools: SchoolsService, accounts: ClientAccounts) {
    this.database = database;
    this.schools = schools;
    this.accounts = accounts;
  }

  /** What is recorded for the school's merchant; what is not, is null. */
  async get(schoolId: string): Promise<BankSettingsDto> {
    const { merchantId } = await this.schools.get(schoolId);
    return this.read(this.database, merchantId);
  }

  /** Records the number under which the bank takes the merchant's files. */
  async agree(schoolId: string, customerId: string, recordedBy: string, recordedAt: Date): Promise<void> {
    const { merchantId } = await this.schools.get(schoolId);
    await this.database.query(
      `INSERT INTO merchant_bank_agreement (merchant_id, id, customer_id, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [merchantId, newId(), customerId, recordedBy, recordedAt],
    );
  }

  /** Who pays, as a payment file says it. Throws BankSettingsMissing. */
  async debtor(tx: Tx, merchant: { readonly id: string; readonly name: string }): Promise<Debtor> {
    const { accountNumber, bic, customerId } = await this.read(tx, merchant.id);
    if (accountNumber === null || bic === null || customerId === null) {
      const all = { accountNumber, bic, customerId };
      throw new BankSettingsMissing(
        (['accountNumber', 'bic', 'customerId'] as const).filter((key) => all[key] === null),
      );
    }
    return { name: merchant.name, accountNumber, bic, customerId };
  }

  private async read(reader: Tx | Database, merchantId: string): Promise<BankSettingsDto> {
    const account = await this.accounts.find(reader, merchantId);
    const [agreement] = await readRows<{ customerId: string }>(
      reader,
      `SELECT customer_id AS "customerId" FROM merchant_bank_agreement
        WHERE merchant_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1`,
      [merchantId],
    );
    return {
      accountNumber: account?.accountNumber ?? null,
      bic: account?.bic ?? null,
      customerId: agreement?.customerId ?? null,
    };
  }
}
