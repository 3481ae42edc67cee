import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, type Tx } from '@kantinekortet/platform';
import { PaymentOfferEnded, PaymentProviders, ProviderUnavailable } from '@kantinekortet/providers';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable, Logger } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { paymentIdOf } from './payment-id.ts';
import { findTopUpTarget, schoolIdsOfGuardian, type TopUpTarget } from './school-facts.ts';
import { judgeAmount } from './top-up-limits.ts';
import {
  findTopUp,
  insertTopUp,
  openAmountOre,
  readTopUp,
  recordNeverStarted,
  recordStart,
  type TopUp,
} from './top-up-rows.ts';
import { isOpen } from './top-up-status.ts';
import {
  toStartedResponse,
  toTopUpResponse,
  type StartTopUpRequest,
  type StartedTopUpResponse,
  type TopUpResponse,
} from './top-up.dto.ts';
import { PupilHasLeft, TopUpConflict, TopUpNotFound } from './top-up.errors.ts';

const payWithinMs = 60 * 60 * 1_000;

interface WrittenTopUp {
  readonly isReplay: boolean;
  readonly topUp: TopUp;
}

/** A guardian's top-ups: started once, paid at the provider, confirmed by whoever learns of it first. */
@Injectable()
export class TopUpsService {
  private readonly logger = new Logger(TopUpsService.name);
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;

  constructor(
    clock: Clock,
    config: Config,
    database: Database,
    wallets: WalletsService,
    providers: PaymentProviders,
    confirmations: ConfirmationsService,
  ) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.wallets = wallets;
    this.providers = providers;
    this.confirmations = confirmations;
  }

  /**
   * Starts a top-up and says where to pay. The same request again, after a lost answer too, leads to the same payment.
   * Throws TopUpNotFound for a wallet that is no child's of the caller, PupilHasLeft, ProviderNotConnected,
   * AmountOutOfRange, BalanceCapExceeded, TopUpConflict, ProviderUnavailable.
   */
  async start(
    caller: PersonPrincipal,
    request: StartTopUpRequest,
  ): Promise<{ readonly isReplay: boolean; readonly topUp: StartedTopUpResponse }> {
    const target = await findTopUpTarget(this.database, caller.personId, request.walletId);
    if (!target) throw new TopUpNotFound();
    await this.providers.accountOf(target.merchantId, request.provider);
    const { isReplay, topUp } = await this.database.transaction((tx) => this.write(tx, caller, target, request));
    const needsPage = isOpen(topUp.status) && topUp.checkoutUrl === null;
    const started = needsPage ? await this.openPage(topUp, target) : topUp;
    return { isReplay, topUp: toStartedResponse(started) };
  }

  /** What became of a top-up of the caller. Throws TopUpNotFound. */
  async get(caller: PersonPrincipal, id: string): Promise<TopUpResponse> {
    const topUp = await this.find(caller, id);
    if (isOpen(topUp.status) && topUp.providerReference !== null) {
      await this.confirmations.ask(topUp, topUp.providerReference).catch((error: unknown) => {
        // The guardian sees that we are waiting; a webhook or the next question tells more.
        if (!(error instanceof ProviderUnavailable)) throw error;
        this.logger.warn(error.message);
      });
    }
    return this.view(caller, id);
  }

  /** Closes the payment page, so that the amount no longer counts. Throws TopUpNotFound, ProviderUnavailable. */
  async cancel(caller: PersonPrincipal, id: string): Promise<TopUpResponse> {
    const topUp = await this.find(caller, id);
    if (isOpen(topUp.status) && topUp.providerReference !== null) {
      const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
      await this.confirmations.apply(topUp, await account.expirePayment(topUp.providerReference));
    }
    return this.view(caller, id);
  }

  /** Judges a new top-up and writes it down, under the wallet's lock; an earlier one with the id is its replay. */
  private async write(
    tx: Tx,
    { personId }: PersonPrincipal,
    target: TopUpTarget,
    { id, walletId, amountOre, provider }: StartTopUpRequest,
  ): Promise<WrittenTopUp> {
    const { schoolId, merchantId } = target;
    const wallet = await this.wallets.lock(tx, schoolId, walletId);
    const earlier = await readTopUp(tx, schoolId, id);
    if (earlier) {
      const isSame =
        earlier.payerId === personId &&
        earlier.walletId === walletId &&
        earlier.amountOre === amountOre &&
        earlier.provider === provider;
      if (!isSame) throw new TopUpConflict();
      return { isReplay: true, topUp: earlier };
    }
    if (target.pupilStatus !== 'enrolled') throw new PupilHasLeft();
    judgeAmount(amountOre, target, wallet, await openAmountOre(tx, schoolId, walletId));
    const createdAt = this.clock.now();
    const topUp: TopUp = {
      schoolId,
      id,
      walletId,
      payerId: personId,
      merchantId,
      provider,
      amountOre,
      status: 'created',
      providerReference: null,
      checkoutUrl: null,
      failureCode: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + payWithinMs),
    };
    await insertTopUp(tx, topUp);
    return { isReplay: false, topUp };
  }

  /** Has the provider make its payment page. Outside any transaction: the answer may take seconds, or not come. */
  private async openPage(topUp: TopUp, { pupilFirstName }: TopUpTarget): Promise<TopUp> {
    const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    const returnUrl = `${this.config.parentUrl}/fyll-paa/${topUp.id}`;
    try {
      const started = await account.createPayment({
        paymentId: paymentIdOf(topUp),
        amountOre: topUp.amountOre,
        description: `Påfylling av kantinekortet til ${pupilFirstName}`,
        language: 'nb',
        returnUrl,
        cancelUrl: `${returnUrl}?avbrutt=1`,
        expiresAt: topUp.expiresAt,
      });
      const status = await this.database.transaction((tx) => recordStart(tx, topUp, started));
      return { ...topUp, ...started, status: status ?? topUp.status };
    } catch (error) {
      if (!(error instanceof PaymentOfferEnded)) throw error;
      await this.database.transaction((tx) => recordNeverStarted(tx, topUp, this.clock.now()));
      return { ...topUp, status: 'expired' };
    }
  }

  private async find({ personId }: PersonPrincipal, id: string): Promise<TopUp> {
    const topUp = await findTopUp(this.database, await schoolIdsOfGuardian(this.database, personId), id);
    if (topUp?.payerId !== personId) throw new TopUpNotFound();
    return topUp;
  }

  private async view(caller: PersonPrincipal, id: string): Promise<TopUpResponse> {
    const topUp = await this.find(caller, id);
    if (topUp.status !== 'paid') return toTopUpResponse(topUp, null);
    const { balanceOre } = await this.wallets.get(this.database, topUp.schoolId, topUp.walletId);
    return toTopUpResponse(topUp, balanceOre);
  }
}
