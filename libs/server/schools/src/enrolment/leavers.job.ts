import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, Config, Database, Jobs, Mail, osloDay, Outbox, type Tx } from '@kantinekortet/platform';
import { WalletsService } from '@kantinekortet/wallet';
import { readGuardianAddressees, readRosterEmails } from '../guardianships/guardianship-rows.ts';
import { recordPupilEvents } from '../pupils/pupil-events.ts';
import { EnrolmentService } from './enrolment.service.ts';
import { leaverLetter, rosterLeaverLetter } from './leaver-letter.ts';
import { forgetPlannedLeave } from './planned-leaves.ts';

/** Told when nobody can undo any more that a pupil left: `{schoolId, pupilId}`. */
export const leftForGoodTopic = 'pupil.left_for_good';

interface Leaver {
  readonly id: string;
  readonly walletId: string;
  readonly firstName: string;
  readonly schoolName: string;
}

/** Those who left on an earlier day in Norway and are not done with. */
const leaversSql = `
  SELECT p.id, p.wallet_id AS "walletId", p.first_name AS "firstName", s.name AS "schoolName"
    FROM pupil p JOIN school s ON s.id = p.school_id
   WHERE p.school_id = $1 AND p.status = 'left' AND p.left_for_good_at IS NULL
     AND p.left_at < $2::date::timestamp AT TIME ZONE 'Europe/Oslo'`;

/** When the day is over on which pupils left, or were to leave: their cards end, their guardians are told, undo steps are forgotten. */
@Injectable()
export class LeaversJob implements OnModuleInit {
  private readonly logger = new Logger(LeaversJob.name);
  private readonly database: Database;
  private readonly enrolment: EnrolmentService;
  private readonly wallets: WalletsService;
  private readonly jobs: Jobs;
  private readonly outbox: Outbox;
  private readonly mail: Mail;
  private readonly config: Config;
  private readonly clock: Clock;

  constructor(
    database: Database,
    enrolment: EnrolmentService,
    wallets: WalletsService,
    jobs: Jobs,
    outbox: Outbox,
    mail: Mail,
    config: Config,
    clock: Clock,
  ) {
    this.database = database;
    this.enrolment = enrolment;
    this.wallets = wallets;
    this.jobs = jobs;
    this.outbox = outbox;
    this.mail = mail;
    this.config = config;
    this.clock = clock;
  }

  onModuleInit(): void {
    // Every hour, so that a night when no worker ran is made up for.
    this.jobs.every('schools.leavers', '10 * * * *', () => this.run());
  }

  /** Again does nothing more. */
  async run(): Promise<void> {
    const today = osloDay(this.clock.now());
    for (const { id: schoolId } of await this.database.query<{ id: string }>('SELECT id FROM school ORDER BY id')) {
      await this.enrolment.leaveAsPlanned(schoolId, (error) => this.logger.error(error));
      for (const leaver of await this.database.query<Leaver>(leaversSql, [schoolId, today])) {
        // One that fails must not keep the others waiting.
        await this.database
          .transaction((tx) => this.finish(tx, schoolId, leaver, today))
          .catch((error: unknown) => this.logger.error(error));
      }
      await this.database.query(
        `UPDATE enrolment_change SET undo_steps = NULL
          WHERE school_id = $1 AND undo_steps IS NOT NULL
            AND applied_at < $2::date::timestamp AT TIME ZONE 'Europe/Oslo'`,
        [schoolId, today],
      );
    }
  }

  private async finish(tx: Tx, schoolId: string, leaver: Leaver, today: string): Promise<void> {
    const { id: pupilId, walletId } = leaver;
    const { balanceOre } = await this.wallets.lock(tx, schoolId, walletId);
    const occurredAt = this.clock.now();
    const [, finished] = await tx.query<[unknown[], number]>(
      `UPDATE pupil p SET left_for_good_at = $3 FROM (${leaversSql}) due
        WHERE p.school_id = $1 AND p.id = due.id AND p.id = $4`,
      [schoolId, today, occurredAt, pupilId],
    );
    if (finished === 0) return;
    // Who comes back after this, comes without a plan to leave.
    await forgetPlannedLeave(tx, schoolId, pupilId);
    await this.outbox.add(tx, leftForGoodTopic, { schoolId, pupilId });
    const actor = { role: 'job', personId: null } as const;
    await recordPupilEvents(tx, { schoolId, actor, occurredAt }, [{ pupilId, kind: 'left_for_good' }]);
    await this.tell(tx, schoolId, { ...leaver, balanceOre });
  }

  /** Writes every guardian; where none has a profile, the addresses that the roster gives. */
  private async tell(tx: Tx, schoolId: string, leaver: Leaver & { readonly balanceOre: number }): Promise<void> {
    const { parentUrl } = this.config;
    const guardians = await readGuardianAddressees(tx, schoolId, leaver.id);
    const url = `${parentUrl}/barn?elev=${leaver.id}`;
    for (const reader of guardians) await this.mail.queue(tx, leaverLetter(reader, leaver, url));
    if (guardians.length > 0) return;
    for (const email of await readRosterEmails(tx, schoolId, leaver.id)) {
      await this.mail.queue(tx, rosterLeaverLetter(email, leaver, `${parentUrl}/kontakt?emne=refund`));
    }
  }
}
