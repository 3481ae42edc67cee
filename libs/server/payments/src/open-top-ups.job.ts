import { Clock, Database, Jobs, namedId, type Tx } from '@kantinekortet/platform';
import { methodOf } from '@kantinekortet/providers';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { allSchoolIds } from './directory.ts';
import { countUnheard, findOpenPayments, recordNeverStarted, type TopUp } from './top-up-rows.ts';

/** Long enough for the webhook and the returning guardian to have come first. */
const leaveAloneMs = 5 * 60 * 1_000;
/** A provider that is down is soon up again; after so long a person should ask it. */
const silentAfterMs = 24 * 60 * 60 * 1_000;
const batch = 200;

/** Asks about payments that nobody came back for: the tab was closed and the webhook was lost, or there was none. */
@Injectable()
export class OpenTopUpsJob implements OnModuleInit {
  private readonly logger = new Logger(OpenTopUpsJob.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly confirmations: ConfirmationsService;
  private readonly tasks: OfficeTasks;

  constructor(clock: Clock, database: Database, jobs: Jobs, confirmations: ConfirmationsService, tasks: OfficeTasks) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.confirmations = confirmations;
    this.tasks = tasks;
  }

  onModuleInit(): void {
    this.jobs.every('payments.ask-about-open-top-ups', '*/5 * * * *', () => this.run());
  }

  /**
   * Asks about every open payment that is older than five minutes, school by school, and tells the office of a provider
   * that has not answered for a day.
   */
  async run(): Promise<void> {
    const createdBefore = new Date(this.clock.now().getTime() - leaveAloneMs);
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const topUp of await findOpenPayments(this.database, schoolId, { createdBefore, limit: batch })) {
        // One that cannot be asked about must not keep the others from being asked about.
        await this.lookAfter(topUp).catch((error: unknown) => this.logger.error(error));
      }
      await this.database
        .transaction((tx) => this.tellSilence(tx, schoolId))
        .catch((error: unknown) => this.logger.error(error));
    }
  }

  /** Asks the office to ask a provider that cannot be asked from here, until it has answered for every payment. */
  private async tellSilence(tx: Tx, schoolId: string): Promise<void> {
    const before = new Date(this.clock.now().getTime() - silentAfterMs);
    const silent = (await countUnheard(tx, schoolId, before)).map(({ provider, ...facts }) => ({
      subjectId: namedId(`provider_silent/${provider}`),
      facts: { ...facts, method: methodOf(provider) },
    }));
    await this.tasks.keep(tx, { schoolId, kind: 'provider_silent' }, silent);
  }

  private async lookAfter(topUp: TopUp): Promise<void> {
    if (topUp.providerReference !== null) await this.confirmations.ask(topUp, topUp.providerReference);
    // Its page was never seen by anyone, and by now cannot be opened any more.
    else if (topUp.expiresAt <= this.clock.now()) {
      await this.database.transaction((tx) => recordNeverStarted(tx, topUp, this.clock.now()));
    }
  }
}
