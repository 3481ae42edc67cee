import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, Jobs } from '@kantinekortet/platform';

const everyNight = '15 3 * * *';
const expiringTables = ['session', 'sign_up', 'password_reset', 'email_change', 'former_email', 'staff_invitation'];

/** What has expired is refused when it is used; at night it is also forgotten (GDPR art. 5(1)(e)). */
@Injectable()
export class Sweeper implements OnModuleInit {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly jobs: Jobs;

  constructor(database: Database, clock: Clock, jobs: Jobs) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
  }

  onModuleInit(): void {
    this.jobs.every('identity.sweep', everyNight, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      for (const table of expiringTables) await tx.query(`DELETE FROM ${table} WHERE expires_at < $1`, [now]);
    });
  }
}
