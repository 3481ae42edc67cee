import { Clock, Database } from '@kantinekortet/platform';
import { methodOf, PaymentProviders } from '@kantinekortet/providers';
import { SchoolsService } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import { listOpenLines } from './report-rows.ts';
import type { ClearingDto, ClearingsDto } from './settlement.dto.ts';

/** Money that the office receives comes to the bank without any provider's report. */
const officeMethods: Readonly<Record<string, string>> = { office_terminal: 'terminal', office_invoice: 'invoice' };

/** What those who paid into a clearing account call the way. */
export function methodOfClearing(clearing: string): string {
  return officeMethods[clearing] ?? methodOf(clearing);
}

/** Where a school's money waits between the payers and the client account. */
@Injectable()
export class Clearings {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly schools: SchoolsService;
  private readonly providers: PaymentProviders;

  constructor(clock: Clock, database: Database, schools: SchoolsService, providers: PaymentProviders) {
    this.clock = clock;
    this.database = database;
    this.schools = schools;
    this.providers = providers;
  }

  /** Every clearing account of the school with what waits there, and what of the merchant's reports is not settled. */
  async get(schoolId: string): Promise<ClearingsDto> {
    const { merchantId } = await this.schools.get(schoolId);
    const rows = await listOpenLines(this.database, { merchantId, schoolId }, this.clock.now());
    const openLines = rows.map(({ provider, ...line }) => ({ ...line, method: methodOf(provider) }));
    return { clearings: await this.list(schoolId, merchantId), openLines };
  }

  /** One of them, with what waits there; undefined for a name that is none of the school's. */
  async find(schoolId: string, clearing: string): Promise<ClearingDto | undefined> {
    const { merchantId } = await this.schools.get(schoolId);
    return (await this.list(schoolId, merchantId)).find((one) => one.clearing === clearing);
  }

  private async list(schoolId: string, merchantId: string): Promise<ClearingDto[]> {
    const accounts = await this.providers.accountsOf(merchantId);
    const reporting = new Set(accounts.flatMap(({ name, reports }) => (reports === null ? [] : [name])));
    const balances = await this.database.query<{ name: string; ore: number }>(
      `SELECT name, balance_ore AS ore FROM ledger_balances_now() WHERE school_id = $1 AND kind = 'clearing' ORDER BY name`,
      [schoolId],
    );
    const used = balances.filter(({ ore }) => ore !== 0).map(({ name }) => name);
    const names = new Set([...accounts.map(({ name }) => name), ...Object.keys(officeMethods), ...used]);
    return [...names].map((clearing) => ({
      clearing,
      method: methodOfClearing(clearing),
      waitingOre: balances.find(({ name }) => name === clearing)?.ore ?? 0,
      hasReports: reporting.has(clearing),
    }));
  }
}
