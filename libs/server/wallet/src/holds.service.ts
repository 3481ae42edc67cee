import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@kantinekortet/platform';
import type { WalletRequest } from './claims.service.ts';
import { HoldHasEnded, HoldNotFound, HoldTooSmall, InsufficientFunds, InsufficientRemainder } from './ledger.errors.ts';
import { LayersService } from './layers.service.ts';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, OperationRequest, Origin, Outcome } from './ledger.types.ts';
import { readRows, type Reader } from './reader.ts';
import { WalletsService } from './wallets.service.ts';

/** Where a hold is: placed, then posted or voided, never back. */
export type HoldStatus = 'placed' | 'posted' | 'voided';

/** Money that is reserved. `postedOre` is what its end moved; 0 while it is placed. */
export interface Hold extends Origin {
  readonly id: string;
  readonly walletId: string;
  readonly amountOre: number;
  readonly postedOre: number;
  readonly status: HoldStatus;
}

export type HoldRequest = WalletRequest & Origin & { readonly amountOre: number };
type HoldEndRequest = Omit<OperationRequest, 'kind' | 'content' | 'reversesOperationId'> & { readonly holdId: string };

const holdSql = `
  SELECT h.id, h.wallet_id AS "walletId", h.amount_ore AS "amountOre", h.payer_id AS "payerId",
         h.payment_reference AS "paymentReference", coalesce(e.posted_ore, 0) AS "postedOre",
         CASE WHEN e.hold_id IS NULL THEN 'placed' WHEN e.posted_ore > 0 THEN 'posted' ELSE 'voided' END AS status
    FROM hold h
    LEFT JOIN hold_end e ON e.school_id = h.school_id AND e.hold_id = h.id
   WHERE h.school_id = $1 AND h.id = $2`;

/** Holds reserve money that is there, and end once: by an answer from outside or a person, never by a clock. */
@Injectable()
export class HoldsService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;

  constructor(ledger: LedgerService, wallets: WalletsService, layers: LayersService) {
    this.ledger = ledger;
    this.wallets = wallets;
    this.layers = layers;
  }

  /** A hold as it is now. Throws HoldNotFound. */
  async get(reader: Reader, schoolId: string, holdId: string): Promise<Hold> {
    const [hold] = await readRows<Hold>(reader, holdSql, [schoolId, holdId]);
    if (!hold) throw new HoldNotFound();
    return hold;
  }

  /**
   * Reserves available money; with a payer, out of what is left of that payer's own.
   * Throws InsufficientFunds, InsufficientRemainder.
   */
  async place(tx: Tx, request: HoldRequest): Promise<Outcome<{ holdId: string; amountOre: number }>> {
    const { walletId, schoolId, amountOre, payerId, paymentReference, facts } = request;
    const content = { walletId, amountOre, payerId, paymentReference };
    return this.ledger.once(tx, { ...request, kind: 'hold', content }, async () => {
      const { availableOre } = await this.wallets.lock(tx, schoolId, walletId);
      if (availableOre < amountOre) throw new InsufficientFunds({ availableOre, missingOre: amountOre - availableOre });
      await this.mustBelongTo(tx, request);
      const holdId = newId();
      return {
        result: { ...facts, holdId, amountOre },
        holds: [{ id: holdId, walletId, amountOre, payerId, paymentReference }],
      };
    });
  }

  /** Moves the held money, or the first part of it, to `credit`; the rest is free again. Throws HoldHasEnded, HoldTooSmall. */
  async post(
    tx: Tx,
    request: HoldEndRequest & { readonly amountOre: number; readonly credit: AccountRef },
  ): Promise<Outcome<{ holdId: string; postedOre: number; releasedOre: number }>> {
    const { schoolId, holdId, amountOre, credit } = request;
    return this.ledger.once(tx, { ...request, kind: 'hold_post', content: { holdId, amountOre, credit } }, async () => {
      const { walletId, payerId, paymentReference, amountOre: heldOre } = await this.lockPlaced(tx, schoolId, holdId);
      if (amountOre > heldOre) throw new HoldTooSmall();
      return {
        result: { holdId, postedOre: amountOre, releasedOre: heldOre - amountOre },
        holdEnds: [{ holdId, postedOre: amountOre }],
        legs: [{ debit: { walletId }, credit, amountOre, holdId, payerId, paymentReference }],
      };
    });
  }

  /** Frees the held money. Throws HoldHasEnded. */
  async void(tx: Tx, request: HoldEndRequest): Promise<Outcome<{ holdId: string; releasedOre: number }>> {
    const { schoolId, holdId } = request;
    return this.ledger.once(tx, { ...request, kind: 'hold_void', content: { holdId } }, async () => {
      const { amountOre } = await this.lockPlaced(tx, schoolId, holdId);
      return { result: { holdId, releasedOre: amountOre }, holdEnds: [{ holdId, postedOre: 0 }] };
    });
  }

  private async lockPlaced(tx: Tx, schoolId: string, holdId: string): Promise<Hold> {
    const { walletId } = await this.get(tx, schoolId, holdId);
    await this.wallets.lock(tx, schoolId, walletId);
    const hold = await this.get(tx, schoolId, holdId);
    if (hold.status !== 'placed') throw new HoldHasEnded();
    return hold;
  }

  private async mustBelongTo(
    tx: Tx,
    { schoolId, walletId, payerId, paymentReference, amountOre }: HoldRequest,
  ): Promise<void> {
    if (payerId === null) return;
    const layers = await this.layers.remainders(tx, schoolId, walletId);
    const remainderOre = layers
      .filter((layer) => layer.payerId === payerId)
      .filter((layer) => paymentReference === null || layer.paymentReference === paymentReference)
      .reduce((total, layer) => total + layer.amountOre, 0);
    if (remainderOre < amountOre) throw new InsufficientRemainder(remainderOre);
  }
}
