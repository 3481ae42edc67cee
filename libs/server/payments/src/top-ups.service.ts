import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database } from '@kantinekortet/platform';
import { PaymentOfferEnded, PaymentProviders, ProviderUnavailable } from '@kantinekortet/providers';
import { PupilAccess } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable, Logger } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { schoolIdsOfGuardian } from './directory.ts';
import { paymentIdOf } from './payment-id.ts';
import { TopUpOrders } from './top-up-orders.ts';
import { findByPayment, findTopUp, recordNeverStarted, recordStart, totalOre, type TopUp } from './top-up-rows.ts';
import { isOpen } from './top-up-status.ts';
import {
  toStartedResponse,
  toTopUpResponse,
  type StartTopUpRequest,
  type StartedTopUpResponse,
  type TopUpResponse,
} from './top-up.dto.ts';
import { TopUpNotFound } from './top-up.errors.ts';

/** A guardian's top-ups: started once, paid at the provider, confirmed by whoever learns of it first. */
@Injectable()
export class TopUpsService {
  private readonly logger = new Logger(TopUpsService.name);
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly access: PupilAccess;
  private readonly wallets: WalletsService;
  private readonly orders: TopUpOrders;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;

  constructor(
    clock: Clock,
    config: Config,
    database: Database,
    access: PupilAccess,
    wallets: WalletsService,
    orders: TopUpOrders,
    providers: PaymentProviders,
    confirmations: ConfirmationsService,
  ) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.access = access;
    this.wallets = wallets;
    this.orders = orders;
    this.providers = providers;
    this.confirmations = confirmations;
  }

  /**
   * Starts a payment for one child or several and says where to pay. The same request again, after a lost answer too,
   * leads to the same payment. Throws what TopUpOrders.place throws, and ProviderUnavailable.
   */
  async start(
    caller: PersonPrincipal,
    request: StartTopUpRequest,
  ): Promise<{ readonly isReplay: boolean; readonly topUp: StartedTopUpResponse }> {
    const { isReplay, topUps } = await this.orders.place(caller, request);
    const [first] = topUps;
    if (!first) throw new Error('An order is for one child at least');
    const needsPage = isOpen(first.status) && first.checkoutUrl === null;
    return { isReplay, topUp: toStartedResponse(needsPage ? await this.openPage(first, totalOre(topUps)) : first) };
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
      await this.confirmations.take(account, topUp, await account.expirePayment(topUp.providerReference));
    }
    return this.view(caller, id);
  }

  /** Has the provider make its payment page. Outside any transaction: the answer may take seconds, or not come. */
  private async openPage(topUp: TopUp, amountOre: number): Promise<TopUp> {
    const { description, language, expiresAt } = topUp;
    const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    const returnUrl = `${this.config.parentUrl}/fyll-paa/${topUp.id}`;
    const cancelUrl = `${returnUrl}?avbrutt=1`;
    const paymentId = paymentIdOf(topUp);
    try {
      const request = { paymentId, amountOre, description, language, returnUrl, cancelUrl, expiresAt };
      const started = await account.createPayment(request);
      const status = await this.database.transaction((tx) => recordStart(tx, topUp, started));
      return { ...topUp, ...started, status };
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
    const payment = await findByPayment(this.database, topUp);
    const balances = topUp.status === 'paid' ? await this.balances(caller, payment) : new Map<string, number>();
    const others = payment.filter((other) => other.schoolId !== topUp.schoolId || other.id !== topUp.id);
    return toTopUpResponse(topUp, others, balances);
  }

  /** Balances in øre by wallet, of those children whose guardian the caller is now: the payment stays, that may end. */
  private async balances(
    { personId }: PersonPrincipal,
    topUps: readonly TopUp[],
  ): Promise<ReadonlyMap<string, number>> {
    const children = await this.access.ofGuardian(personId);
    const shown = topUps.filter(({ walletId }) => children.some((child) => child.walletId === walletId));
    const wallets = await Promise.all(
      shown.map(({ schoolId, walletId }) => this.wallets.get(this.database, schoolId, walletId)),
    );
    return new Map(wallets.map(({ id, balanceOre }) => [id, balanceOre]));
  }
}
