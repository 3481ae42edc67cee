import type { PersonPrincipal } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { PupilAccess } from '@kantinekortet/schools';
import { BalanceWatches, type BalanceWatchKey } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { LowBalanceAlertDto } from './low-balance-alert.dto.ts';

/** Below which balance a guardian wants a mail about a child. Nobody gets one unasked. */
@Injectable()
export class LowBalanceAlertsService {
  private readonly database: Database;
  private readonly access: PupilAccess;
  private readonly watches: BalanceWatches;

  constructor(database: Database, access: PupilAccess, watches: BalanceWatches) {
    this.database = database;
    this.access = access;
    this.watches = watches;
  }

  /** Throws PupilNotFound. */
  async get(caller: PersonPrincipal, pupilId: string): Promise<LowBalanceAlertDto> {
    return { belowOre: await this.watches.belowOre(this.database, await this.keyOf(caller, pupilId)) };
  }

  /** Throws PupilNotFound. */
  async set(caller: PersonPrincipal, pupilId: string, { belowOre }: LowBalanceAlertDto): Promise<LowBalanceAlertDto> {
    const key = await this.keyOf(caller, pupilId);
    await this.database.transaction((tx) =>
      belowOre === null ? this.watches.end(tx, key) : this.watches.watch(tx, { ...key, belowOre }),
    );
    return { belowOre };
  }

  private async keyOf(caller: PersonPrincipal, pupilId: string): Promise<BalanceWatchKey> {
    const { schoolId, walletId } = await this.access.find(caller, pupilId);
    return { schoolId, walletId, topic: 'balance-below.mail', personId: caller.personId };
  }
}
