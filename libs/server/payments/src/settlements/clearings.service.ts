import { Clock, Database } from '@kantinekortet/platform';
import { methodOf, PaymentProviders } from '@kantinekortet/providers';
import { SchoolsService } from '@kantinekortet/schools';
import { readRows, type Reader } from '@kantinekortet/wallet';
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

  /** Whether the school has such a clearing account. */
  async has(schoolId: string, clearing: string): Promise<boolean> {
    const { merchantId } = await this.schools.get(schoolId);
    return (await this.list(schoolId, merchantId)).some((one) => one.clearing === clearing);
  }

  private async list(schoolId: string, merchantId: string): Promise<ClearingDto[]> {
    const accounts = await this.providers.accountsOf(merchantId);
    const reporting = new Set(accounts.flatMap(({ name, reports }) => (reports === null ? [] : [name])));
    const waiting = await findWaiting(this.database, schoolId);
    const used = [...waiting].filter(([, waitingOre]) => waitingOre !== 0).map(([clearing]) => clearing);
    const names = new Set([...accounts.map(({ name }) => name), ...Object.keys(officeMethods), ...used]);
    return [...names].map((clearing) => ({
      clearing,
      method: methodOfClearing(clearing),
      waitingOre: waiting.get(clearing) ?? 0,
      hasReports: reporting.has(clearing),
    }));
  }
}

/** What waits on each clearing account of a school on which something was booked, in øre. */
export async function findWaiting(reader: Reader, schoolId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows<{ clearing: string; waitingOre: number }>(
    reader,
    `SELECT name AS clearing, balance_ore AS "waitingOre" FROM ledger_balances_now()
      WHERE school_id = $1 AND kind = 'clearing' ORDER BY name`,
    [schoolId],
  );
  return new Map(rows.map(({ clearing, waitingOre }) => [clearing, waitingOre]));
}
