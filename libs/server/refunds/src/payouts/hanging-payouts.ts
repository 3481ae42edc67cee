import { Clock, Database, Jobs, osloDay, workingDayAfter, type Tx } from '@kantinekortet/platform';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { countOverdueParts } from './payout-rows.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const overdueAfterMs = 3 * dayMs;
const notFetchedAfterMs = 2 * dayMs;
const unansweredAfterWorkingDays = 5;

interface HangingFile {
  readonly payoutId: string;
  readonly number: number;
  readonly amountOre: number;
  readonly lineCount: number;
  readonly since: Date;
}

const notFetchedSql = `
  SELECT f.id AS "payoutId", f.number, f.total_ore AS "amountOre", f.line_count AS "lineCount", f.approved_at AS since
    FROM payout_file f
   WHERE f.school_id = $1 AND f.status = 'approved' AND f.approved_at <= $2`;

const unansweredSql = `
  SELECT f.id AS "payoutId", f.number, sum(l.amount_ore)::bigint AS "amountOre", count(*) AS "lineCount",
         f.sent_at AS since
    FROM payout_file f
    JOIN payout_line l ON l.school_id = f.school_id AND l.file_id = f.id AND l.status = 'included'
   WHERE f.school_id = $1 AND f.status = 'sent'
   GROUP BY f.school_id, f.id`;

/** Tells the office of money for the bank that nobody moves on. Each task goes away when somebody has. */
@Injectable()
export class HangingPayouts implements OnModuleInit {
  private readonly logger = new Logger(HangingPayouts.name);
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
    this.jobs.every('refunds.hanging-payouts', '15 * * * *', () => this.run());
  }

  /** Looks at every school. */
  async run(): Promise<void> {
    for (const { id } of await this.database.query<{ id: string }>('SELECT id FROM school ORDER BY id')) {
      // One that cannot be looked at must not keep the others from it.
      await this.database
        .transaction((tx) => this.look(tx, id))
        .catch((error: unknown) => {
          this.logger.error(error);
        });
    }
  }

  /** Brings the tasks of one school up to how its payouts stand. */
  async look(tx: Tx, schoolId: string): Promise<void> {
    const now = this.clock.now();
    const before = (ms: number) => new Date(now.getTime() - ms);
    const overdue = await countOverdueParts(tx, schoolId, { now, before: before(overdueAfterMs) });
    const waiting = overdue.count > 0 ? [{ subjectId: schoolId, facts: { ...overdue } }] : [];
    await this.tasks.keep(tx, { schoolId, kind: 'payout_overdue' }, waiting);
    const notFetched = await tx.query<HangingFile[]>(notFetchedSql, [schoolId, before(notFetchedAfterMs)]);
    await this.tasks.keep(tx, { schoolId, kind: 'payout_not_fetched' }, notFetched.map(toTask));
    const sent = await tx.query<HangingFile[]>(unansweredSql, [schoolId]);
    const isLate = ({ since }: HangingFile) =>
      workingDayAfter(osloDay(since), unansweredAfterWorkingDays) <= osloDay(now);
    await this.tasks.keep(tx, { schoolId, kind: 'payout_unanswered' }, sent.filter(isLate).map(toTask));
  }
}

function toTask({ since: _, ...facts }: HangingFile) {
  return { subjectId: facts.payoutId, facts };
}
