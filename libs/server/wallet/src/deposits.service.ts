import { Injectable } from '@nestjs/common';
import type { Tx } from '@kantinekortet/platform';
import { ClaimsService, type SettledClaim, type WalletRequest } from './claims.service.ts';
import { InsufficientFunds, WalletNotFound } from './ledger.errors.ts';
import { LayersService } from './layers.service.ts';
import type { Layer } from './layers.ts';
import { LedgerService } from './ledger.service.ts';
import type { Leg, Origin, Outcome } from './ledger.types.ts';
import { WalletsService } from './wallets.service.ts';

export type TopUpRequest = WalletRequest &
  Origin & {
    readonly amountOre: number;
    /** Which clearing account the money waits in, a provider's name or `terminal`. */
    readonly clearing: string;
  };

export interface TopUpResult {
  readonly amountOre: number;
  /** Claims that this top-up settled first, oldest first. */
  readonly settledClaims: readonly SettledClaim[];
  readonly balanceOre: number;
}

export type GoodwillRequest = WalletRequest & {
  readonly amountOre: number;
  readonly reason: string;
  /** What the money makes good for, whole or in part. */
  readonly reversesOperationId?: string;
};

export interface GoodwillResult {
  readonly amountOre: number;
  readonly reason: string;
}

export type SiblingTransferRequest = WalletRequest & { readonly toWalletId: string; readonly amountOre: number };

/** Money that comes into a wallet. */
@Injectable()
export class DepositsService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;
  private readonly claims: ClaimsService;
  private readonly layers: LayersService;

  constructor(ledger: LedgerService, wallets: WalletsService, claims: ClaimsService, layers: LayersService) {
    this.ledger = ledger;
    this.wallets = wallets;
    this.claims = claims;
    this.layers = layers;
  }

  /**
   * Puts received money on the wallet, as a layer of its payer, and settles claims from it first. Judges no limit: the
   * money has come. `occurredAt` is no part of the content, as a webhook and a question to the provider differ in it.
   */
  async topUp(tx: Tx, request: TopUpRequest): Promise<Outcome<TopUpResult>> {
    const { walletId, schoolId, amountOre, clearing, payerId, paymentReference, facts } = request;
    const content = { walletId, amountOre, clearing, payerId, paymentReference };
    return this.ledger.once(tx, { ...request, kind: 'top_up', content }, async () => {
      const wallet = await this.wallets.lock(tx, schoolId, walletId);
      const { legs, settlements, settledClaims } = await this.claims.settling(tx, schoolId, wallet, amountOre);
      const received: Leg = {
        debit: { account: 'clearing', name: clearing },
        credit: { walletId },
        amountOre,
        payerId,
        paymentReference,
      };
      const settledOre = settledClaims.reduce((total, claim) => total + claim.amountOre, 0);
      const balanceOre = wallet.balanceOre + amountOre - settledOre;
      return { result: { ...facts, amountOre, settledClaims, balanceOre }, legs: [received, ...legs], settlements };
    });
  }

  /**
   * Gives money that nobody paid: it can be spent, but not be refunded. What it makes good for, such as a sale, gets its
   * own back instead: the layers that it took are restored. Throws ReversedAlready when that was reversed before.
   */
  async goodwill(tx: Tx, request: GoodwillRequest): Promise<Outcome<GoodwillResult>> {
    const { walletId, schoolId, amountOre, reason, facts, reversesOperationId = null } = request;
    const content = { walletId, amountOre, reason, reversesOperationId };
    return this.ledger.once(tx, { ...request, kind: 'goodwill', content }, async () => {
      await this.wallets.lock(tx, schoolId, walletId);
      const legs = [{ debit: { account: 'goodwill_cost' }, credit: { walletId }, amountOre }] as const;
      return { result: { ...facts, amountOre, reason }, legs };
    });
  }

  /**
   * Moves available money to another wallet of the school, oldest layers first; each keeps its payer and payment.
   * Throws WalletNotFound, InsufficientFunds.
   */
  async siblingTransfer(tx: Tx, request: SiblingTransferRequest): Promise<Outcome<{ amountOre: number }>> {
    const { walletId, toWalletId, schoolId, amountOre, facts } = request;
    const content = { walletId, toWalletId, amountOre };
    return this.ledger.once(tx, { ...request, kind: 'sibling_transfer', content }, async () => {
      const wallets = await this.wallets.lockAll(tx, schoolId, [walletId, toWalletId]);
      const from = wallets.find(({ id }) => id === walletId);
      if (!from || wallets.length !== 2) throw new WalletNotFound();
      if (from.availableOre < amountOre) throw new InsufficientFunds(missing(from.availableOre, amountOre));
      const layers = await this.layers.remainders(tx, schoolId, walletId);
      const legs = oldestOf(layers, amountOre).map((part): Leg => {
        return { debit: { walletId }, credit: { walletId: toWalletId }, ...part };
      });
      return { result: { ...facts, amountOre }, legs };
    });
  }
}

/** The facts of a refusal for lack of money. */
function missing(availableOre: number, amountOre: number): { availableOre: number; missingOre: number } {
  return { availableOre, missingOre: amountOre - availableOre };
}

/** The first parts of layers, as many as the amount needs. */
function oldestOf(layers: readonly Layer[], amountOre: number): (Origin & { amountOre: number })[] {
  let missingOre = amountOre;
  return layers.flatMap(({ payerId, paymentReference, amountOre: layerOre }) => {
    const partOre = Math.min(layerOre, missingOre);
    missingOre -= partOre;
    return partOre > 0 ? [{ payerId, paymentReference, amountOre: partOre }] : [];
  });
}
