import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, Mail, osloDay, type Tx } from '@kantinekortet/platform';
import { pupilActorOf, recordPupilEvents } from '@kantinekortet/schools';
import { Injectable } from '@nestjs/common';
import { reminderLetters } from './reminder-letters.ts';
import type { ReminderRequest, ReminderResultDto } from './reminder.dto.ts';
import { countWithoutCard, unreadyFamilies, type UnreadyFamily } from './unready-families.ts';

/** Reminds families by mail of what their child lacks for the day that cash ends. */
@Injectable()
export class RemindersService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly mail: Mail;

  constructor(database: Database, clock: Clock, config: Config, mail: Mail) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.mail = mail;
  }

  /** Each family at most once a day about one matter, however many click. Says who could not be reached. */
  async remind(caller: PersonPrincipal, schoolId: string, request: ReminderRequest): Promise<ReminderResultDto> {
    const { kind } = request;
    return this.database.transaction(async (tx) => {
      const families = await unreadyFamilies(tx, schoolId, request);
      const reachable = families.filter(({ readers }) => readers.length > 0);
      const chosen = await this.choose(tx, schoolId, kind, reachable);
      for (const family of chosen) {
        for (const letter of reminderLetters(kind, family, this.config.parentUrl)) await this.mail.queue(tx, letter);
      }
      await recordPupilEvents(
        tx,
        { schoolId, actor: pupilActorOf(caller), occurredAt: this.clock.now() },
        chosen.map(({ pupilId }) => ({ pupilId, kind: 'guardian_reminded', facts: { about: kind, channel: 'mail' } })),
      );
      return {
        remindedCount: chosen.length,
        remindedBeforeCount: reachable.length - chosen.length,
        withoutCardCount: await countWithoutCard(tx, schoolId, request),
        unreachable: families
          .filter(({ readers }) => readers.length === 0)
          .map(({ pupilId, name, className }) => ({ pupilId, name, className })),
      };
    });
  }

  /** Those who were not reminded today: the key of the row decides between two that click at once. */
  private async choose(
    tx: Tx,
    schoolId: string,
    kind: ReminderRequest['kind'],
    families: readonly UnreadyFamily[],
  ): Promise<UnreadyFamily[]> {
    const rows = await tx.query<{ pupilId: string }[]>(
      `INSERT INTO readiness_reminder (school_id, pupil_id, kind, day)
       SELECT $1, id, $2, $3 FROM unnest($4::uuid[]) id ORDER BY id
       ON CONFLICT DO NOTHING RETURNING pupil_id AS "pupilId"`,
      [schoolId, kind, osloDay(this.clock.now()), families.map(({ pupilId }) => pupilId)],
    );
    const chosen = new Set(rows.map(({ pupilId }) => pupilId));
    return families.filter(({ pupilId }) => chosen.has(pupilId));
  }
}
