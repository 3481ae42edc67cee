import { Clock, Database } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import { Injectable } from '@nestjs/common';
import { findCard, isBeingCharged, recordForgotten } from './saved-card-rows.ts';

/** Has the provider forget cards that were removed here. */
@Injectable()
export class ForgetCards {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly providers: PaymentProviders;

  constructor(clock: Clock, database: Database, providers: PaymentProviders) {
    this.clock = clock;
    this.database = database;
    this.providers = providers;
  }

  /** Forgets one, unless a charge of it has no answer yet: the job comes back to it. Throws ProviderUnavailable. */
  async forget(schoolId: string, cardId: string): Promise<void> {
    const row = await findCard(this.database, [schoolId], cardId);
    if (row?.status !== 'removed' || !row.card || (await isBeingCharged(this.database, row))) return;
    const { savedCards } = await this.providers.accountOf(row.merchantId, row.provider);
    await savedCards?.forgetCard(row.card);
    await this.database.transaction((tx) => recordForgotten(tx, row, this.clock.now()));
  }
}
