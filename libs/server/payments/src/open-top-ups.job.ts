import { Clock, Database, Jobs } from '@kantinekortet/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { allSchoolIds } from './directory.ts';
import { findOpenPayments, recordNeverStarted, type TopUp } from './top-up-rows.ts';

/** Long enough for the webhook and the returning guardian to have come first. */
const leaveAloneMs = 5 * 60 * 1_000;
const batch = 200;

/** Asks about payments that nobody came back for: the tab was closed and the webhook was lost, or there was none. */
@Injectable()
export class OpenTopUpsJob implements OnModuleInit {
  private readonly logger = new Logger(OpenTopUpsJob.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly confirmations: ConfirmationsService;

  constructor(clock: Clock, database: Database, jobs: Jobs, confirmations: ConfirmationsService) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.confirmations = confirmations;
  }

  onModuleInit(): void {
    this.jobs.every('payments.ask-about-open-top-ups', '*/5 * * * *', () => this.run());
  }

  /** Asks about every open payment that is older than five minutes, school by school. */
  async run(): Promise<void> {
    const createdBefore = new Date(this.clock.now().getTime() - leaveAloneMs);
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const topUp of await findOpenPayments(this.database, schoolId, { createdBefore, limit: batch })) {
        // One that cannot be asked about must not keep the others from being asked about.
        await this.lookAfter(topUp).catch((error: unknown) => this.logger.error(error));
      }
    }
  }

  private async lookAfter(topUp: TopUp): Promise<void> {
    if (topUp.providerReference !== null) await this.confirmations.ask(topUp, topUp.providerReference);
    // Its page was never seen by anyone, and by now cannot be opened any more.
    else if (topUp.expiresAt <= this.clock.now()) {
      await this.database.transaction((tx) => recordNeverStarted(tx, topUp, this.clock.now()));
    }
  }
}
