import type { PersonPrincipal } from '@kantinekortet/identity';
import { brokenConstraint, Clock, Database, DomainError, type Tx } from '@kantinekortet/platform';
import { PaymentProviders } from '@kantinekortet/providers';
import { PupilAccess, SchoolsService, type PupilKey, type SchoolSettings } from '@kantinekortet/schools';
import { ClaimNotFound, ClaimsService, WalletsService, type Wallet } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { isEnrolled, languageOf } from './directory.ts';
import { childrenOf } from './ordered-children.ts';
import { pageTexts } from './page-texts.ts';
import { judgeAmount } from './top-up-limits.ts';
import { countOfPayment, insertTopUp, openAmountOre, readTopUps, type TopUp } from './top-up-rows.ts';
import type { StartTopUpRequest } from './top-up.dto.ts';
import {
  ChildrenOfSeveralMerchants,
  ChildrenRefused,
  ClaimAmountDiffers,
  PupilHasLeft,
  TopUpConflict,
  type RefusedChild,
} from './top-up.errors.ts';

const payWithinMs = 60 * 60 * 1_000;

/** A child of an order, with what it takes to judge it. */
interface Wish {
  readonly topUp: TopUp;
  readonly pupil: PupilKey;
  readonly settings: SchoolSettings;
}

/** What a guardian asks to pay: for one child or several, judged together and written down together. */
@Injectable()
export class TopUpOrders {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly access: PupilAccess;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly claims: ClaimsService;
  private readonly providers: PaymentProviders;

  constructor(
    clock: Clock,
    database: Database,
    access: PupilAccess,
    schools: SchoolsService,
    wallets: WalletsService,
    claims: ClaimsService,
    providers: PaymentProviders,
  ) {
    this.clock = clock;
    this.database = database;
    this.access = access;
    this.schools = schools;
    this.wallets = wallets;
    this.claims = claims;
    this.providers = providers;
  }

  /**
   * Writes down the top-ups of a new payment, or finds those of the payment that the request repeats; the first child's
   * is the first. Throws PupilNotFound for a wallet that is no child's of the caller, ChildrenOfSeveralMerchants,
   * ProviderNotConnected, PupilHasLeft, AmountOutOfRange, BalanceCapReached, ClaimNotFound, ClaimAmountDiffers, of
   * several children ChildrenRefused instead, TopUpConflict.
   */
  async place(
    caller: PersonPrincipal,
    request: StartTopUpRequest,
  ): Promise<{ readonly isReplay: boolean; readonly topUps: readonly TopUp[] }> {
    const wishes = await this.toWishes(caller, request);
    try {
      return await this.database.transaction((tx) => this.write(tx, wishes));
    } catch (error) {
      // Under this id another wallet's top-up was written meanwhile: its lock is not ours.
      if (brokenConstraint(error) === 'top_up_pkey') throw new TopUpConflict();
      throw error;
    }
  }

  private async toWishes(caller: PersonPrincipal, request: StartTopUpRequest): Promise<Wish[]> {
    const { personId } = caller;
    const found = await Promise.all(
      childrenOf(request).map(async (child) => {
        const pupil = await this.access.findByWallet(caller, child.walletId);
        return { child, pupil, school: await this.schools.get(pupil.schoolId) };
      }),
    );
    const [first] = found;
    if (!first) throw new Error('An order is for one child at least');
    const { merchantId, merchantName } = first.school;
    if (found.some(({ school }) => school.merchantId !== merchantId)) throw new ChildrenOfSeveralMerchants();
    await this.providers.accountOf(merchantId, request.provider);

    const language = await languageOf(this.database, personId);
    const isOneSchool = found.every(({ school }) => school.id === first.school.id);
    const text = pageTexts[request.claimId === undefined ? 'topUp' : 'claim'][language];
    const createdAt = this.clock.now();
    const common = {
      paymentSchoolId: first.school.id,
      paymentId: first.child.id,
      payerId: personId,
      merchantId,
      provider: request.provider,
      runId: null,
      description: `${text}, ${isOneSchool ? first.school.name : merchantName}`,
      language,
      status: 'created',
      providerReference: null,
      checkoutUrl: null,
      failureCode: null,
      settledOre: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + payWithinMs),
    } as const;
    return found.map(({ child, pupil, school }) => ({
      topUp: { ...common, ...child, schoolId: school.id },
      pupil,
      settings: school.settings,
    }));
  }

  /** Judges new top-ups under all their wallets' locks; earlier ones with their ids are what the request repeats. */
  private async write(
    tx: Tx,
    wishes: readonly Wish[],
  ): Promise<{ readonly isReplay: boolean; readonly topUps: readonly TopUp[] }> {
    const asked = wishes.map(({ topUp }) => topUp);
    const wallets = await this.wallets.lockAcross(tx, asked);
    const earlier = await readTopUps(tx, asked);
    if (earlier.length > 0) return { isReplay: true, topUps: await this.repeated(tx, earlier, asked) };
    const refused: RefusedChild[] = [];
    for (const wish of wishes) {
      const wallet = wallets.find(({ id }) => id === wish.topUp.walletId);
      if (!wallet) throw new Error(`Wallet ${wish.topUp.walletId} has gone`);
      const refusal = await this.refusalOf(tx, wish, wallet);
      if (refusal) refused.push({ walletId: wallet.id, refusal });
    }
    const [first] = refused;
    if (first) throw wishes.length === 1 ? first.refusal : new ChildrenRefused(refused);
    for (const topUp of asked) await insertTopUp(tx, topUp);
    return { isReplay: false, topUps: asked };
  }

  private async repeated(tx: Tx, earlier: readonly TopUp[], asked: readonly TopUp[]): Promise<TopUp[]> {
    const found = asked.map((wish) => earlier.find((topUp) => isSameWish(topUp, wish)));
    const same = found.filter((topUp) => topUp !== undefined);
    const [first] = same;
    const isWhole = first !== undefined && (await countOfPayment(tx, first)) === asked.length;
    if (same.length !== asked.length || !isWhole) throw new TopUpConflict();
    return same;
  }

  private async refusalOf(tx: Tx, wish: Wish, wallet: Wallet): Promise<DomainError | undefined> {
    try {
      await this.judge(tx, wish, wallet);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  private async judge(tx: Tx, { topUp, pupil, settings }: Wish, wallet: Wallet): Promise<void> {
    const { schoolId, walletId, amountOre, claimId } = topUp;
    if (claimId !== null) return this.mustBeOutstanding(tx, topUp, claimId);
    if (!(await isEnrolled(tx, pupil))) throw new PupilHasLeft();
    judgeAmount(amountOre, settings, wallet, await openAmountOre(tx, schoolId, walletId, this.clock.now()));
  }

  /** What is owed is paid whole, whatever the limits of a top-up are, and also for a pupil who has left. */
  private async mustBeOutstanding(tx: Tx, { schoolId, walletId, amountOre }: TopUp, claimId: string): Promise<void> {
    const claims = await this.claims.outstanding(tx, schoolId, walletId);
    const claim = claims.find(({ id }) => id === claimId);
    if (!claim) throw new ClaimNotFound();
    if (claim.outstandingOre !== amountOre) throw new ClaimAmountDiffers(claim.outstandingOre);
  }
}

function isSameWish(earlier: TopUp, wish: TopUp): boolean {
  return (
    earlier.schoolId === wish.schoolId &&
    earlier.id === wish.id &&
    earlier.paymentSchoolId === wish.paymentSchoolId &&
    earlier.paymentId === wish.paymentId &&
    earlier.payerId === wish.payerId &&
    earlier.walletId === wish.walletId &&
    earlier.amountOre === wish.amountOre &&
    earlier.claimId === wish.claimId &&
    earlier.provider === wish.provider
  );
}
