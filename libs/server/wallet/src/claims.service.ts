import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@kantinekortet/platform';
import { ClaimNotFound } from './ledger.errors.ts';
import { LayersService } from './layers.service.ts';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, Booking, Leg, NewSettlement, OperationRequest, Origin, Outcome } from './ledger.types.ts';
import { readRows, type Reader } from './reader.ts';
import { WalletsService, type Wallet } from './wallets.service.ts';

/** What a wallet owes, in øre: `amountOre` at first, `outstandingOre` now. */
export interface Claim {
  readonly id: string;
  readonly walletId: string;
  readonly operationId: string;
  readonly reason: string;
  readonly amountOre: number;
  readonly outstandingOre: number;
  /** When what is owed for happened. */
  readonly since: Date;
}

/** Part of a claim that one operation settled. */
export interface SettledClaim {
  readonly claimId: string;
  readonly reason: string;
  readonly amountOre: number;
}

export type WalletRequest = Omit<OperationRequest, 'kind' | 'content' | 'reversesOperationId'> & {
  readonly walletId: string;
  /** Facts that the statement shows; stored with the result. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

export type ClaimRequest = WalletRequest & {
  readonly amountOre: number;
  readonly reason: string;
  /** Where the money should have gone, or came from: revenue for a shortfall, clearing for a dispute. */
  readonly credit: AccountRef;
};

const claimsSql = `
  SELECT c.id, c.wallet_id AS "walletId", c.operation_id AS "operationId", c.reason, c.amount_ore AS "amountOre",
         (c.amount_ore - coalesce(s.settled_ore, 0))::bigint AS "outstandingOre",
         o.occurred_at AS since
    FROM claim c
    JOIN operation o ON o.school_id = c.school_id AND o.id = c.operation_id
    LEFT JOIN LATERAL (SELECT sum(amount_ore) AS settled_ore FROM claim_settlement x
                        WHERE x.school_id = c.school_id AND x.claim_id = c.id) s ON true
   WHERE c.school_id = $1 AND c.wallet_id = $2 AND c.amount_ore > coalesce(s.settled_ore, 0)
   ORDER BY o.recorded_at, c.id`;

/** Claims: what a wallet owes. They never block buying with money that is there. */
@Injectable()
export class ClaimsService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;

  constructor(ledger: LedgerService, wallets: WalletsService, layers: LayersService) {
    this.ledger = ledger;
    this.wallets = wallets;
    this.layers = layers;
  }

  /** Claims that are not settled, oldest first: the order in which they are settled. */
  async outstanding(reader: Reader, schoolId: string, walletId: string): Promise<Claim[]> {
    return readRows<Claim>(reader, claimsSql, [schoolId, walletId]);
  }

  /** Notes what a wallet owes: an offline shortfall, an emergency meal, a dispute that the balance does not cover. */
  async raise(tx: Tx, request: ClaimRequest): Promise<Outcome<{ claimId: string; amountOre: number }>> {
    const { walletId, amountOre, reason, credit, facts } = request;
    const content = { walletId, amountOre, reason, credit };
    return this.ledger.once(tx, { ...request, kind: 'claim', content }, async () => {
      await this.wallets.lock(tx, request.schoolId, walletId);
      const claimId = newId();
      return {
        result: { ...facts, claimId, amountOre },
        legs: [{ debit: { account: 'claims' }, credit, amountOre }],
        claims: [{ id: claimId, walletId, amountOre, reason }],
      };
    });
  }

  /**
   * Settles what the available money covers, as before a refund; of one payer's own money only, if one is named. Nothing
   * outstanding books nothing but the answer.
   */
  async settleFromBalance(
    tx: Tx,
    request: WalletRequest & { readonly fromPayerId?: string },
  ): Promise<Outcome<{ settledClaims: SettledClaim[] }>> {
    const { walletId, schoolId, facts, fromPayerId } = request;
    return this.ledger.once(
      tx,
      { ...request, kind: 'claim_settlement', content: { walletId, fromPayerId } },
      async () => {
        const wallet = await this.wallets.lock(tx, schoolId, walletId);
        const fundsOre =
          fromPayerId === undefined ? wallet.availableOre : await this.ownOre(tx, schoolId, walletId, fromPayerId);
        const settling = await this.settling(tx, schoolId, wallet, fundsOre, fromPayerId);
        return { ...settling, result: { ...facts, settledClaims: settling.settledClaims } };
      },
    );
  }

  /** Books money that came for one claim, past the wallet. Throws ClaimNotFound, ClaimExceeded. */
  async payDirectly(
    tx: Tx,
    request: WalletRequest &
      Origin & { readonly claimId: string; readonly amountOre: number; readonly clearing: string },
  ): Promise<Outcome<{ claimId: string; amountOre: number }>> {
    const { walletId, claimId, amountOre, clearing, payerId, paymentReference, facts } = request;
    const content = { walletId, claimId, amountOre, clearing, payerId, paymentReference };
    return this.ledger.once(tx, { ...request, kind: 'claim_payment', content }, async () => {
      await this.lockedClaim(tx, request.schoolId, walletId, claimId);
      const debit = { account: 'clearing', name: clearing } as const;
      return {
        result: { ...facts, claimId, amountOre },
        legs: [{ debit, credit: { account: 'claims' }, amountOre, payerId, paymentReference }],
        settlements: [{ claimId, amountOre }],
      };
    });
  }

  /**
   * What settles a locked wallet's claims with at most `fundsOre`, oldest first: legs and settlements to book in the
   * operation that brings or frees the money.
   */
  async settling(
    tx: Tx,
    schoolId: string,
    wallet: Wallet,
    fundsOre: number,
    payerId?: string,
  ): Promise<Required<Pick<Booking<object>, 'legs' | 'settlements'>> & { settledClaims: SettledClaim[] }> {
    const settledClaims: SettledClaim[] = [];
    let leftOre = fundsOre;
    const claims = wallet.claimedOre > 0 ? await this.outstanding(tx, schoolId, wallet.id) : [];
    for (const claim of claims) {
      const amountOre = Math.min(claim.outstandingOre, leftOre);
      if (amountOre === 0) break;
      settledClaims.push({ claimId: claim.id, reason: claim.reason, amountOre });
      leftOre -= amountOre;
    }
    const legs = settledClaims.map(({ amountOre }): Leg => {
      const origin = payerId === undefined ? {} : { payerId };
      return { debit: { walletId: wallet.id }, credit: { account: 'claims' }, amountOre, ...origin };
    });
    const settlements = settledClaims.map(({ claimId, amountOre }): NewSettlement => ({ claimId, amountOre }));
    return { legs, settlements, settledClaims };
  }

  private async ownOre(tx: Tx, schoolId: string, walletId: string, payerId: string): Promise<number> {
    const layers = await this.layers.remainders(tx, schoolId, walletId);
    return layers.reduce((total, layer) => total + (layer.payerId === payerId ? layer.amountOre : 0), 0);
  }

  private async lockedClaim(tx: Tx, schoolId: string, walletId: string, claimId: string): Promise<Claim> {
    await this.wallets.lock(tx, schoolId, walletId);
    const claim = (await this.outstanding(tx, schoolId, walletId)).find(({ id }) => id === claimId);
    if (!claim) throw new ClaimNotFound();
    return claim;
  }
}
