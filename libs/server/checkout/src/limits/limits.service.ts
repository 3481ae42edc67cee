import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database } from '@kantinekortet/platform';
import { PupilAccess, pupilActorOf, recordPupilEvents } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';

export interface Limits {
  readonly dailyLimitOre: number | null;
}

const limitsSql = 'SELECT daily_limit_ore AS "dailyLimitOre" FROM pupil_limit WHERE school_id = $1 AND pupil_id = $2';

/** What a guardian lets a pupil spend. The sale's own statement keeps it. */
@Injectable()
export class LimitsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly pupils: PupilAccess;
  private readonly wallets: WalletsService;

  constructor(database: Database, clock: Clock, pupils: PupilAccess, wallets: WalletsService) {
    this.database = database;
    this.clock = clock;
    this.pupils = pupils;
    this.wallets = wallets;
  }

  /** Throws PupilNotFound. */
  async get(caller: PersonPrincipal, pupilId: string): Promise<Limits> {
    const { schoolId } = await this.pupils.find(caller, pupilId);
    const [limits] = await this.database.query<Limits>(limitsSql, [schoolId, pupilId]);
    return limits ?? { dailyLimitOre: null };
  }

  /** Waits for a sale under way, by the wallet's lock; the next one meets the new limit. Throws PupilNotFound. */
  async set(caller: PersonPrincipal, pupilId: string, { dailyLimitOre }: Limits): Promise<Limits> {
    const { schoolId, walletId } = await this.pupils.find(caller, pupilId);
    await this.database.transaction(async (tx) => {
      await this.wallets.lock(tx, schoolId, walletId);
      const [before] = await tx.query<Limits[]>(limitsSql, [schoolId, pupilId]);
      const fromOre = before?.dailyLimitOre ?? null;
      if (fromOre === dailyLimitOre) return;
      const now = this.clock.now();
      const facts = { fromOre, toOre: dailyLimitOre };
      const event = { pupilId, kind: 'limit_changed', facts } as const;
      await recordPupilEvents(tx, { schoolId, actor: pupilActorOf(caller), occurredAt: now }, [event]);
      await tx.query(
        `INSERT INTO pupil_limit (school_id, pupil_id, daily_limit_ore, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (school_id, pupil_id) DO UPDATE
           SET daily_limit_ore = excluded.daily_limit_ore, set_by = excluded.set_by, set_at = excluded.set_at`,
        [schoolId, pupilId, dailyLimitOre, caller.personId, now],
      );
    });
    return { dailyLimitOre };
  }
}
