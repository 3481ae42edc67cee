import { Clock, Database, Jobs, namedId, osloDay, workingDayAfter, type Tx } from '@kantinekortet/platform';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { countOverdueParts } from '../payouts/payout-rows.ts';
import { findNotFetched, findOpenDays, findUnanswered, findUnconfirmed, type HangingFile } from './hanging-rows.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const overdueAfterMs = 3 * dayMs;
const notFetchedAfterMs = 2 * dayMs;
const dayOpenAfterMs = 2 * dayMs;
const unansweredAfterWorkingDays = 5;

/** Tells the office of money on its way out that nobody moves on. Each task goes away when somebody has. */
@Injectable()
export class HangingMoney implements OnModuleInit {
  private readonly logger = new Logger(HangingMoney.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly tasks: OfficeTasks;

  constructor(clock: Clock, database: Database, jobs: Jobs, tasks: OfficeTasks) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.tasks = tasks;
  }

  onModuleInit(): void {
    this.jobs.every('refunds.hanging-money', '*/15 * * * *', () => this.run());
  }

  /** Looks at every school. */
  async run(): Promise<void> {
    for (const { id } of await this.database.query<{ id: string }>('SELECT id FROM school ORDER BY id')) {
      // One that cannot be looked at must not keep the others from it.
      await this.database
        .transaction(async (tx) => {
          await this.lookAtPayouts(tx, id);
          await this.lookAtParts(tx, id);
        })
        .catch((error: unknown) => {
          this.logger.error(error);
        });
    }
  }

  /** Brings the tasks about a school's payment files up to how they stand. */
  async lookAtPayouts(tx: Tx, schoolId: string): Promise<void> {
    const now = this.clock.now();
    const overdue = await countOverdueParts(tx, schoolId, { now, before: this.ago(overdueAfterMs) });
    const waiting = overdue.count > 0 ? [{ subjectId: schoolId, facts: { ...overdue } }] : [];
    await this.tasks.keep(tx, { schoolId, kind: 'payout_overdue' }, waiting);
    const notFetched = await findNotFetched(tx, schoolId, this.ago(notFetchedAfterMs));
    await this.tasks.keep(tx, { schoolId, kind: 'payout_not_fetched' }, notFetched.map(toTask));
    const isLate = ({ since }: HangingFile) =>
      workingDayAfter(osloDay(since), unansweredAfterWorkingDays) <= osloDay(now);
    const unanswered = (await findUnanswered(tx, schoolId)).filter(isLate);
    await this.tasks.keep(tx, { schoolId, kind: 'payout_unanswered' }, unanswered.map(toTask));
  }

  /** The same for parts that wait for a provider's word, or for a day of the terminal to be closed. */
  private async lookAtParts(tx: Tx, schoolId: string): Promise<void> {
    const unconfirmed = await findUnconfirmed(tx, schoolId, osloDay(this.clock.now()));
    const parts = unconfirmed.map(({ partId: subjectId, ...facts }) => ({ subjectId, facts }));
    await this.tasks.keep(tx, { schoolId, kind: 'refund_unconfirmed' }, parts);
    const open = await findOpenDays(tx, schoolId, this.ago(dayOpenAfterMs));
    const days = open.map((facts) => ({ subjectId: namedId(`terminal_day_open/${facts.day}`), facts: { ...facts } }));
    await this.tasks.keep(tx, { schoolId, kind: 'terminal_day_open' }, days);
  }

  private ago(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }
}

function toTask({ since: _, ...facts }: HangingFile) {
  return { subjectId: facts.payoutId, facts };
}
