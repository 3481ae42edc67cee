import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@kantinekortet/platform';
import { ClaimsService, type WalletRequest } from './claims.service.ts';
import { LayersService } from './layers.service.ts';
import { OperationNotFound } from './ledger.errors.ts';
import { LedgerService } from './ledger.service.ts';
import type { Leg, NewSettlement, OperationRequest, Outcome } from './ledger.types.ts';
import { readRows } from './reader.ts';
import { WalletsService } from './wallets.service.ts';

/** What was taken off the wallet, and what was not there and is owed; in øre. */
export interface TakenBack {
  readonly coveredOre: number;
  readonly owedOre: number;
  readonly claimId: string | null;
}

export type TakeBackRequest = WalletRequest & {
  readonly amountOre: number;
  /** The clearing account of the provider that gave the money to the payer. */
  readonly clearing: string;
  /** Who paid, and with which payment: what is left of it is taken, and no other money. */
  readonly payerId: string;
  readonly paymentReference: string;
  /** A stable code that a screen translates. */
  readonly reason: string;
};

/** Money that a payer got back past us: by the payer's bank, or by somebody at the provider. */
@Injectable()
export class ChargebacksService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;
  private readonly claims: ClaimsService;

  constructor(ledger: LedgerService, wallets: WalletsService, layers: LayersService, claims: ClaimsService) {
    this.ledger = ledger;
    this.wallets = wallets;
    this.layers = layers;
    this.claims = claims;
  }

  /** Takes it off the wallet as far as the payment's own money is there; the rest is a claim, so the child can go on buying. */
  async takeBack(tx: Tx, request: TakeBackRequest): Promise<Outcome<TakenBack>> {
    const { schoolId, walletId, amountOre, clearing: name, payerId, paymentReference, reason, facts } = request;
    const content = { walletId, amountOre, name, payerId, paymentReference, reason };
    return this.ledger.once(tx, { ...request, kind: 'dispute', content }, async () => {
      await this.wallets.lock(tx, schoolId, walletId);
      const left = await this.layers.remainders(tx, schoolId, walletId);
      const own = left.filter((layer) => layer.payerId === payerId && layer.paymentReference === paymentReference);
      const ownOre = own.reduce((total, layer) => total + layer.amountOre, 0);
      const coveredOre = Math.min(ownOre, amountOre);
      const owedOre = amountOre - coveredOre;
      const claimId = owedOre > 0 ? newId() : null;
      const credit = { account: 'clearing', name } as const;
      const origin = { payerId, paymentReference };
      const legs: Leg[] = [
        { debit: { walletId }, credit, amountOre: coveredOre, ...origin },
        { debit: { account: 'claims' }, credit, amountOre: owedOre, ...origin },
      ];
      return {
        result: { ...facts, reason, amountOre, coveredOre, owedOre, claimId },
        legs: legs.filter((leg) => leg.amountOre > 0),
        claims: claimId === null ? [] : [{ id: claimId, walletId, amountOre: owedOre, reason }],
      };
    });
  }

  /**
   * Mirrors what was taken back, once the bank gives it back: what was covered is in its layers again, what is owed still
   * is owed no more, and what was settled since is the payer's again. `settledId` is the operation of that last part.
   * Throws OperationNotFound, OperationConflict.
   */
  async winBack(
    tx: Tx,
    request: Omit<OperationRequest, 'kind' | 'content' | 'reversesOperationId'> & {
      readonly takenBackId: string;
      readonly settledId: string;
    },
  ): Promise<Outcome<{ readonly amountOre: number; readonly settledOre: number; readonly reason: string }>> {
    const { schoolId, takenBackId, settledId } = request;
    const operation = { ...request, kind: 'dispute_won', content: { takenBackId, settledId } } as const;
    const taken = await this.taken(tx, schoolId, takenBackId);
    const { walletId, payerId, paymentReference, reason } = taken;
    const debit = { account: 'clearing', name: taken.clearing } as const;
    const won = await this.ledger.once(tx, { ...operation, reversesOperationId: takenBackId }, async () => {
      await this.wallets.lock(tx, schoolId, walletId);
      const claims = await this.claims.outstanding(tx, schoolId, walletId);
      const openOre = claims.find(({ id }) => id === taken.claimId)?.outstandingOre ?? 0;
      const origin = { payerId, paymentReference };
      const legs: Leg[] = [
        { debit, credit: { walletId }, amountOre: taken.coveredOre, ...origin },
        { debit, credit: { account: 'claims' }, amountOre: openOre, ...origin },
      ];
      const settlements: NewSettlement[] =
        taken.claimId === null || openOre === 0 ? [] : [{ claimId: taken.claimId, amountOre: openOre }];
      const settledOre = taken.owedOre - openOre;
      const amountOre = taken.coveredOre + taken.owedOre;
      return { result: { amountOre, settledOre, reason }, legs: legs.filter((leg) => leg.amountOre > 0), settlements };
    });
    const { settledOre } = won.result;
    if (settledOre > 0) {
      await this.ledger.once(tx, { ...operation, id: settledId, content: { takenBackId } }, async () => {
        await this.wallets.lock(tx, schoolId, walletId);
        const leg = { debit, credit: { walletId }, amountOre: settledOre, payerId, paymentReference };
        return { result: { amountOre: settledOre, reason }, legs: [leg] };
      });
    }
    return won;
  }

  private async taken(tx: Tx, schoolId: string, operationId: string) {
    const [taken] = await readRows<TakenBack & TakenLeg>(
      tx,
      `SELECT (o.result->>'coveredOre')::bigint AS "coveredOre", (o.result->>'owedOre')::bigint AS "owedOre",
              o.result->>'claimId' AS "claimId", o.result->>'reason' AS reason, c.name AS clearing, t.payer_id AS "payerId",
              t.payment_reference AS "paymentReference",
              coalesce(claim.wallet_id, t.debit_account_id) AS "walletId"
         FROM operation o
         JOIN transfer t ON t.school_id = o.school_id AND t.operation_id = o.id AND t.leg = 1
         JOIN account c ON c.school_id = t.school_id AND c.id = t.credit_account_id AND c.kind = 'clearing'
         LEFT JOIN claim ON claim.school_id = o.school_id AND claim.operation_id = o.id
        WHERE o.school_id = $1 AND o.id = $2 AND o.kind = 'dispute'`,
      [schoolId, operationId],
    );
    if (!taken) throw new OperationNotFound();
    return taken;
  }
}

interface TakenLeg {
  readonly reason: string;
  readonly clearing: string;
  readonly payerId: string | null;
  readonly paymentReference: string | null;
  readonly walletId: string;
}
