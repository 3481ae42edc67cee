import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, type Language, type Tx } from '@kantinekortet/platform';
import { PaymentOfferEnded, PaymentProviders, ProviderUnavailable } from '@kantinekortet/providers';
import { PupilAccess, SchoolsService, type PupilKey, type SchoolSettings } from '@kantinekortet/schools';
import { ClaimNotFound, ClaimsService, WalletsService } from '@kantinekortet/wallet';
import { Injectable, Logger } from '@nestjs/common';
import { ConfirmationsService } from './confirmations.service.ts';
import { isEnrolled, languageOf, schoolIdsOfGuardian } from './directory.ts';
import { paymentIdOf } from './payment-id.ts';
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
import { ClaimAmountDiffers, PupilHasLeft, TopUpConflict, TopUpNotFound } from './top-up.errors.ts';

const payWithinMs = 60 * 60 * 1_000;

/** What the payment page says is paid for. It names the school and no child: the provider need not know one. */
const pageTexts: Readonly<Record<'topUp' | 'claim', Readonly<Record<Language, string>>>> = {
  topUp: { nb: 'Påfylling av kantinekort', nn: 'Påfylling av kantinekort', en: 'Canteen card top-up' },
  claim: { nb: 'Skyldig beløp, kantinekort', nn: 'Skuldig beløp, kantinekort', en: 'Amount owed, canteen card' },
};

/** A guardian's top-ups: started once, paid at the provider, confirmed by whoever learns of it first. */
@Injectable()
export class TopUpsService {
  private readonly logger = new Logger(TopUpsService.name);
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly access: PupilAccess;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly claims: ClaimsService;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;

  constructor(
    clock: Clock,
    config: Config,
    database: Database,
    access: PupilAccess,
    schools: SchoolsService,
    wallets: WalletsService,
    claims: ClaimsService,
    providers: PaymentProviders,
    confirmations: ConfirmationsService,
  ) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.access = access;
    this.schools = schools;
    this.wallets = wallets;
    this.claims = claims;
    this.providers = providers;
    this.confirmations = confirmations;
  }

  /**
   * Starts a top-up and says where to pay. The same request again, after a lost answer too, leads to the same payment.
   * Throws PupilNotFound for a wallet that is no child's of the caller, PupilHasLeft, ProviderNotConnected,
   * AmountOutOfRange, BalanceCapReached, ClaimNotFound, ClaimAmountDiffers, TopUpConflict, ProviderUnavailable.
   */
  async start(
    caller: PersonPrincipal,
    request: StartTopUpRequest,
  ): Promise<{ readonly isReplay: boolean; readonly topUp: StartedTopUpResponse }> {
    const pupil = await this.access.findByWallet(caller, request.walletId);
    const school = await this.schools.get(pupil.schoolId);
    await this.providers.accountOf(school.merchantId, request.provider);
    const wish = this.toTopUp(request, school, caller.personId, await languageOf(this.database, caller.personId));
    const { isReplay, topUp } = await this.database.transaction((tx) => this.write(tx, wish, pupil, school.settings));
    const needsPage = isOpen(topUp.status) && topUp.checkoutUrl === null;
    return { isReplay, topUp: toStartedResponse(needsPage ? await this.openPage(topUp) : topUp) };
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

  private toTopUp(
    { id, walletId, amountOre, provider, claimId }: StartTopUpRequest,
    school: { readonly id: string; readonly merchantId: string; readonly name: string },
    payerId: string,
    language: Language,
  ): TopUp {
    const createdAt = this.clock.now();
    return {
      schoolId: school.id,
      id,
      walletId,
      payerId,
      merchantId: school.merchantId,
      provider,
      amountOre,
      claimId: claimId ?? null,
      description: `${pageTexts[claimId === undefined ? 'topUp' : 'claim'][language]}, ${school.name}`,
      language,
      status: 'created',
      providerReference: null,
      checkoutUrl: null,
      failureCode: null,
      settledOre: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + payWithinMs),
    };
  }

  /** Judges a new top-up and writes it down, under the wallet's lock; an earlier one with its id is what it repeats. */
  private async write(
    tx: Tx,
    wish: TopUp,
    pupil: PupilKey,
    settings: SchoolSettings,
  ): Promise<{ readonly isReplay: boolean; readonly topUp: TopUp }> {
    const { schoolId, id, walletId, amountOre } = wish;
    const wallet = await this.wallets.lock(tx, schoolId, walletId);
    const earlier = await readTopUp(tx, schoolId, id);
    if (earlier) {
      if (!isSameWish(earlier, wish)) throw new TopUpConflict();
      return { isReplay: true, topUp: earlier };
    }
    if (wish.claimId !== null) await this.mustBeOutstanding(tx, wish, wish.claimId);
    else if (!(await isEnrolled(tx, pupil))) throw new PupilHasLeft();
    else judgeAmount(amountOre, settings, wallet, await openAmountOre(tx, schoolId, walletId));
    await insertTopUp(tx, wish);
    return { isReplay: false, topUp: wish };
  }

  /** What is owed is paid whole, whatever the limits of a top-up are, and also for a pupil who has left. */
  private async mustBeOutstanding(tx: Tx, { schoolId, walletId, amountOre }: TopUp, claimId: string): Promise<void> {
    const claims = await this.claims.outstanding(tx, schoolId, walletId);
    const claim = claims.find(({ id }) => id === claimId);
    if (!claim) throw new ClaimNotFound();
    if (claim.outstandingOre !== amountOre) throw new ClaimAmountDiffers(claim.outstandingOre);
  }

  /** Has the provider make its payment page. Outside any transaction: the answer may take seconds, or not come. */
  private async openPage(topUp: TopUp): Promise<TopUp> {
    const { amountOre, description, language, expiresAt } = topUp;
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
    if (topUp.status !== 'paid') return toTopUpResponse(topUp, null);
    const { balanceOre } = await this.wallets.get(this.database, topUp.schoolId, topUp.walletId);
    return toTopUpResponse(topUp, balanceOre);
  }
}

function isSameWish(earlier: TopUp, wish: TopUp): boolean {
  return (
    earlier.payerId === wish.payerId &&
    earlier.walletId === wish.walletId &&
    earlier.amountOre === wish.amountOre &&
    earlier.claimId === wish.claimId &&
    earlier.provider === wish.provider
  );
}
