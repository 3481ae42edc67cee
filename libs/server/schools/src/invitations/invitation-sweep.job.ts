import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, Jobs } from '@kantinekortet/platform';

const everyNight = '25 3 * * *';
const keptForMs = 90 * 24 * 60 * 60 * 1000;

/** Whom somebody once invited is forgotten three months after the invitation ended (GDPR art. 5(1)(e)). */
@Injectable()
export class InvitationSweep implements OnModuleInit {
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly clock: Clock;

  constructor(database: Database, jobs: Jobs, clock: Clock) {
    this.database = database;
    this.jobs = jobs;
    this.clock = clock;
  }

  onModuleInit(): void {
    this.jobs.every('schools.invitation-sweep', everyNight, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const endedBefore = new Date(this.clock.now().getTime() - keptForMs);
    const schools = await this.database.query<{ id: string }>('SELECT id FROM school ORDER BY id');
    for (const { id } of schools) await this.sweepSchool(id, endedBefore);
  }

  private async sweepSchool(schoolId: string, endedBefore: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [ended] = await tx.query<[{ id: string }[], number]>(
        `DELETE FROM guardian_invitation WHERE school_id = $1 AND least(closed_at, expires_at) < $2 RETURNING id`,
        [schoolId, endedBefore],
      );
      const ids = ended.map(({ id }) => id);
      await tx.query('DELETE FROM guardian_invitation_directory WHERE school_id = $1 AND invitation_id = ANY ($2)', [
        schoolId,
        ids,
      ]);
    });
  }
}
