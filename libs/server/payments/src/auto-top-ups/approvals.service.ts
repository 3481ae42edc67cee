import type { PersonPrincipal } from '@kantinekortet/identity';
import { Config, Database } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import { Injectable } from '@nestjs/common';
import { ConfirmationsService } from '../confirmations.service.ts';
import { schoolIdsOfGuardian } from '../directory.ts';
import { findTopUp, type TopUp } from '../top-up-rows.ts';
import { TopUpNotFound } from '../top-up.errors.ts';
import { NothingToApprove } from './auto-top-up.errors.ts';
import { findRun } from './run-rows.ts';
import { findCard, type SavedCardRow } from './saved-card-rows.ts';

/** Lets a guardian finish an automatic top-up that the bank wants them for. */
@Injectable()
export class ApprovalsService {
  private readonly config: Config;
  private readonly database: Database;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;

  constructor(config: Config, database: Database, providers: PaymentProviders, confirmations: ConfirmationsService) {
    this.config = config;
    this.database = database;
    this.providers = providers;
    this.confirmations = confirmations;
  }

  /**
   * Where the payer lets a charge through; null when it has its answer, which the top-up then tells. Throws
   * TopUpNotFound, NothingToApprove, ProviderUnavailable.
   */
  async open({ personId }: PersonPrincipal, topUpId: string): Promise<string | null> {
    const topUp = await findTopUp(this.database, await schoolIdsOfGuardian(this.database, personId), topUpId);
    if (topUp?.payerId !== personId) throw new TopUpNotFound();
    if (topUp.status === 'paid') return null;
    const { providerReference } = topUp;
    const card = (await this.waitingCardOf(topUp))?.card;
    if (!card || providerReference === null) throw new NothingToApprove();
    const { savedCards } = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    const returnUrl = `${this.config.parentUrl}/fyll-paa/${topUp.id}`;
    const url = (await savedCards?.openApproval(providerReference, { card, returnUrl })) ?? null;
    if (url === null) await this.confirmations.ask(topUp, providerReference);
    return url;
  }

  private async waitingCardOf({ schoolId, id, runId }: TopUp): Promise<SavedCardRow | undefined> {
    const run = runId === null ? undefined : await findRun(this.database, schoolId, runId);
    const isWaiting = run?.status === 'waiting_for_guardian' && run.topUpId === id;
    return isWaiting ? findCard(this.database, [schoolId], run.savedCardId) : undefined;
  }
}
