import { Clock, Config, Database, Jobs, Mail, type Language, type Tx } from '@kantinekortet/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LeaverMoney, type Leaver, type LeaversPayer } from './leaver-money.service.ts';
import { reminderLetter } from './reminder-letter.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** Days after leaving on which payers are reminded, the last one first. On the day itself they are told by schools. */
const reminders = [90, 30] as const;

/** Reminds payers of money on the cards of those who have left, after 30 and after 90 days, each once. */
@Injectable()
export class LeaverRemindersJob implements OnModuleInit {
  private readonly logger = new Logger(LeaverRemindersJob.name);
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly mail: Mail;
  private readonly money: LeaverMoney;

  constructor(clock: Clock, config: Config, database: Database, jobs: Jobs, mail: Mail, money: LeaverMoney) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.jobs = jobs;
    this.mail = mail;
    this.money = money;
  }

  onModuleInit(): void {
    this.jobs.every('refunds.leaver-reminders', '20 8 * * *', () => this.run());
  }

  /** Again does nothing more. */
  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const dueUntil = new Date(now - Math.min(...reminders) * dayMs);
    for (const { id: schoolId } of await this.database.query<{ id: string }>('SELECT id FROM school ORDER BY id')) {
      for (const leaver of await this.money.leavers(schoolId, dueUntil)) {
        const afterDays = reminders.find((days) => now - leaver.leftAt.getTime() >= days * dayMs);
        if (afterDays === undefined) continue;
        // One that fails must not keep the others waiting.
        await this.remind(schoolId, leaver, afterDays).catch((error: unknown) => this.logger.error(error));
      }
    }
  }

  private async remind(schoolId: string, leaver: Leaver, afterDays: number): Promise<void> {
    const payers = await this.money.payersOf(schoolId, leaver.walletId);
    const people = payers.filter(({ payerKind }) => payerKind === 'person');
    await this.database.transaction(async (tx) => {
      for (const payer of people) await this.write(tx, schoolId, { leaver, payer, afterDays });
    });
  }

  private async write(
    tx: Tx,
    schoolId: string,
    { leaver, payer, afterDays }: { leaver: Leaver; payer: LeaversPayer; afterDays: number },
  ): Promise<void> {
    const { pupilId, walletId, firstName, schoolName, leftAt } = leaver;
    const { payerId, providerOre, bankOre } = payer;
    const written = await tx.query<unknown[]>(
      `INSERT INTO leaver_reminder (school_id, pupil_id, person_id, after_days, left_at, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING person_id`,
      [schoolId, pupilId, payerId, afterDays, leftAt, this.clock.now()],
    );
    const [reader] = await tx.query<{ email: string; language: Language }[]>(
      'SELECT email::text, language FROM person WHERE id = $1',
      [payerId],
    );
    if (written.length === 0 || !reader) return;
    const facts = { firstName, schoolName, amountOre: providerOre + bankOre };
    await this.mail.queue(tx, reminderLetter(reader, facts, `${this.config.parentUrl}/faa-tilbake/${walletId}`));
  }
}
