import { Clock, newId, type Tx } from '@kantinekortet/platform';
import type { ProviderPayment } from '@kantinekortet/providers';
import { ClaimsService, DepositsService, WalletsService, type SettledClaim } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { recordSettled, totalOre, type TopUp } from './top-up-rows.ts';

/** What became of a top-up's money: what of it settled what was owed, and for what. */
export interface BookedTopUp {
  readonly topUp: TopUp;
  readonly settled: readonly Pick<SettledClaim, 'reason' | 'amountOre'>[];
  /** The wallet's balance after it, in øre; null when all of it went past the wallet. */
  readonly balanceOre: number | null;
}

/** Puts the money of a payment where it belongs. Whoever calls holds its top-ups' locks, and calls once. */
@Injectable()
export class TopUpBookings {
  private readonly clock: Clock;
  private readonly wallets: WalletsService;
  private readonly claims: ClaimsService;
  private readonly deposits: DepositsService;

  constructor(clock: Clock, wallets: WalletsService, claims: ClaimsService, deposits: DepositsService) {
    this.clock = clock;
    this.wallets = wallets;
    this.claims = claims;
    this.deposits = deposits;
  }

  /** Books every top-up of a payment, with all their wallets locked first, in the order that everyone uses. */
  async book(tx: Tx, topUps: readonly TopUp[], payment: ProviderPayment): Promise<BookedTopUp[]> {
    await this.wallets.lockAcross(tx, topUps);
    const booked: BookedTopUp[] = [];
    for (const topUp of topUps) {
      const one = await this.bookOne(tx, topUp, payment);
      await recordSettled(tx, topUp, totalOre(one.settled));
      booked.push({ topUp, ...one });
    }
    return booked;
  }

  /**
   * Books all of one. Money for a claim settles that claim, past the wallet; what of it is no longer owed, because the
   * claim was waived or settled meanwhile, is an ordinary top-up.
   */
  private async bookOne(tx: Tx, topUp: TopUp, payment: ProviderPayment): Promise<Omit<BookedTopUp, 'topUp'>> {
    const { schoolId, walletId, claimId, amountOre } = topUp;
    if (claimId === null) return this.deposit(tx, topUp, payment, amountOre);
    const claims = await this.claims.outstanding(tx, schoolId, walletId);
    const claim = claims.find(({ id }) => id === claimId);
    const paidOre = Math.min(claim?.outstandingOre ?? 0, amountOre);
    const restOre = amountOre - paidOre;
    if (claim === undefined || paidOre === 0) return this.deposit(tx, topUp, payment, restOre);
    const id = restOre === 0 ? topUp.id : newId();
    await this.claims.payDirectly(tx, { ...this.request(topUp, payment), id, claimId, amountOre: paidOre });
    const paid = { reason: claim.reason, amountOre: paidOre };
    if (restOre === 0) return { settled: [paid], balanceOre: null };
    const { settled, balanceOre } = await this.deposit(tx, topUp, payment, restOre);
    return { settled: [paid, ...settled], balanceOre };
  }

  private async deposit(
    tx: Tx,
    topUp: TopUp,
    payment: ProviderPayment,
    amountOre: number,
  ): Promise<Omit<BookedTopUp, 'topUp'>> {
    const { result } = await this.deposits.topUp(tx, { ...this.request(topUp, payment), amountOre });
    return { settled: result.settledClaims, balanceOre: result.balanceOre };
  }

  private request({ id, schoolId, walletId, payerId, provider, runId }: TopUp, { method, card }: ProviderPayment) {
    return {
      id,
      schoolId,
      walletId,
      actor: `person:${payerId}`,
      occurredAt: this.clock.now(),
      clearing: provider,
      payerId,
      paymentReference: id,
      facts: {
        paymentMethod: method,
        cardBrand: card?.brand ?? null,
        cardLast4: card?.last4 ?? null,
        ...(runId !== null && { isAutomatic: true }),
      },
    };
  }
}
