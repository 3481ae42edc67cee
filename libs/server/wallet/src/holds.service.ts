import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@kantinekortet/platform';
import type { WalletRequest } from './claims.service.ts';
import { HoldHasEnded, HoldNotFound, HoldTooSmall, InsufficientFunds, InsufficientRemainder } from './ledger.errors.ts';
import type { Layer } from './layers.ts';
import { LayersService } from './layers.service.ts';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, NewHold, OperationRequest, Origin, Outcome } from './ledger.types.ts';
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

/** One hold of several. Without a payment it takes the payer's newest layers that those before it have left. */
export interface HoldPart extends Pick<Origin, 'paymentReference'> {
  readonly id: string;
  readonly amountOre: number;
}
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
    const { walletId, amountOre, payerId, paymentReference, facts } = request;
    const content = { walletId, amountOre, payerId, paymentReference };
    return this.ledger.once(tx, { ...request, kind: 'hold', content }, async () => {
      const holdId = newId();
      const holds = await this.reserve(tx, request, [{ id: holdId, amountOre, paymentReference }]);
      return { result: { ...facts, holdId, amountOre }, holds };
    });
  }

  /**
   * Reserves a payer's own money in several holds, placed in this order by one operation.
   * Throws InsufficientFunds, InsufficientRemainder.
   */
  async placeAll(
    tx: Tx,
    request: WalletRequest & { readonly payerId: string; readonly parts: readonly HoldPart[] },
  ): Promise<Outcome<{ amountOre: number }>> {
    const { walletId, payerId, parts, facts } = request;
    return this.ledger.once(tx, { ...request, kind: 'hold', content: { walletId, payerId, parts } }, async () => {
      const holds = await this.reserve(tx, request, parts);
      return { result: { ...facts, amountOre: totalOf(parts) }, holds };
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

  private async reserve(
    tx: Tx,
    { schoolId, walletId, payerId }: Pick<HoldRequest, 'schoolId' | 'walletId' | 'payerId'>,
    parts: readonly HoldPart[],
  ): Promise<NewHold[]> {
    const { availableOre } = await this.wallets.lock(tx, schoolId, walletId);
    const missingOre = totalOf(parts) - availableOre;
    if (missingOre > 0) throw new InsufficientFunds({ availableOre, missingOre });
    if (payerId !== null) mustBeLeft(await this.layers.remainders(tx, schoolId, walletId), payerId, parts);
    return parts.map((part) => ({ ...part, walletId, payerId }));
  }
}

function totalOf(parts: readonly HoldPart[]): number {
  return parts.reduce((total, { amountOre }) => total + amountOre, 0);
}

/** Takes the parts from the payer's layers, one after the other, as the ledger's entries will. */
function mustBeLeft(layers: readonly Layer[], payerId: string, parts: readonly HoldPart[]): void {
  const own = layers.filter((layer) => layer.payerId === payerId).map((layer) => ({ ...layer }));
  for (const { paymentReference, amountOre } of parts) {
    const ofPart = own.filter((layer) => paymentReference === null || layer.paymentReference === paymentReference);
    let missingOre = amountOre;
    for (const layer of ofPart.reverse()) {
      const takenOre = Math.min(layer.amountOre, missingOre);
      layer.amountOre -= takenOre;
      missingOre -= takenOre;
    }
    if (missingOre > 0) throw new InsufficientRemainder(amountOre - missingOre);
  }
}
