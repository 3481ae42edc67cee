import { Clock, Database, Jobs } from '@kantinekortet/platform';
import { PaymentProviders, type MerchantAtProvider } from '@kantinekortet/providers';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { findOpenReports, insertReport, reportsKnownUntil } from './report-rows.ts';
import { SettleReports } from './settle-reports.service.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** A payout may be listed later than one that arrived after it. */
const overlapMs = 7 * dayMs;

/**
 * Takes in what providers say they have paid out to merchants. It asks for everything since the last report that we
 * have, however long ago that is: nights without us, or without the provider, are made good by the next one.
 */
@Injectable()
export class SettlementsJob implements OnModuleInit {
  private readonly logger = new Logger(SettlementsJob.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly providers: PaymentProviders;
  private readonly reports: SettleReports;

  constructor(clock: Clock, database: Database, jobs: Jobs, providers: PaymentProviders, reports: SettleReports) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.providers = providers;
    this.reports = reports;
  }

  /** Before the nightly proof, and twice more for whoever did not answer. */
  onModuleInit(): void {
    this.jobs.every('payments.settlements', '45 1,4,7 * * *', () => this.run());
  }

  /** Merchant by merchant; one that cannot be asked does not keep the others from it. */
  async run(): Promise<void> {
    for (const connection of await this.providers.connections()) {
      await this.keepReports(connection).catch((error: unknown) => this.logger.error(error));
      for (const report of await findOpenReports(this.database, connection, this.clock.now())) {
        await this.reports.settle(report).catch((error: unknown) => this.logger.error(error));
      }
    }
  }

  private async keepReports(connection: MerchantAtProvider): Promise<void> {
    const { reports } = await this.providers.accountOf(connection.merchantId, connection.provider);
    if (reports === null) return;
    const since = await reportsKnownUntil(this.database, connection);
    const now = this.clock.now();
    const period = { from: new Date(since.getTime() - overlapMs), until: new Date(now.getTime() + dayMs) };
    for await (const report of reports.listPayouts(period)) {
      await this.database.transaction((tx) => insertReport(tx, connection, report, now));
    }
  }
}
