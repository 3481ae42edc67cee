import { Clock, newId, type Tx } from '@kantinekortet/platform';
import type { ProviderPayment } from '@kantinekortet/providers';
import { ClaimsService, DepositsService, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { recordSettled, type TopUp } from './top-up-rows.ts';

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
  async book(tx: Tx, topUps: readonly TopUp[], payment: ProviderPayment): Promise<void> {
    await this.wallets.lockAcross(tx, topUps);
    for (const topUp of topUps) await recordSettled(tx, topUp, await this.bookOne(tx, topUp, payment));
  }

  /**
   * Books all of one, and returns how much settled what was owed. Money for a claim settles that claim, past the
   * wallet; what of it is no longer owed, because the claim was waived or settled meanwhile, is an ordinary top-up.
   */
  private async bookOne(tx: Tx, topUp: TopUp, payment: ProviderPayment): Promise<number> {
    const { schoolId, walletId, claimId, amountOre } = topUp;
    if (claimId === null) return this.deposit(tx, topUp, payment, amountOre);
    const claims = await this.claims.outstanding(tx, schoolId, walletId);
    const owedOre = claims.find(({ id }) => id === claimId)?.outstandingOre ?? 0;
    const paidOre = Math.min(owedOre, amountOre);
    const restOre = amountOre - paidOre;
    if (paidOre > 0) {
      const id = restOre === 0 ? topUp.id : newId();
      await this.claims.payDirectly(tx, { ...this.request(topUp, payment), id, claimId, amountOre: paidOre });
    }
    return paidOre + (restOre > 0 ? await this.deposit(tx, topUp, payment, restOre) : 0);
  }

  private async deposit(tx: Tx, topUp: TopUp, payment: ProviderPayment, amountOre: number): Promise<number> {
    const { result } = await this.deposits.topUp(tx, { ...this.request(topUp, payment), amountOre });
    return result.settledClaims.reduce((total, claim) => total + claim.amountOre, 0);
  }

  private request({ id, schoolId, walletId, payerId, provider }: TopUp, { method, card }: ProviderPayment) {
    return {
      id,
      schoolId,
      walletId,
      actor: `person:${payerId}`,
      occurredAt: this.clock.now(),
      clearing: provider,
      payerId,
      paymentReference: id,
      facts: { paymentMethod: method, cardBrand: card?.brand ?? null, cardLast4: card?.last4 ?? null },
    };
  }
}
