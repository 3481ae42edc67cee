import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Database, osloDay, type Tx } from '@kantinekortet/platform';
import {
  LayersService,
  OperationConflict,
  ReversalsService,
  ReversedAlready,
  WalletsService,
} from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { lockDayOfReceipt } from '../terminal-days/lock-terminal-day.ts';
import { TerminalDayClosed } from '../terminal-days/terminal-day.errors.ts';
import { readReceipt, readShownReceipt, type ReceiptOfWallet } from './office-receipt-rows.ts';
import type { OfficeReceiptDto, ReverseReceiptRequest } from './office-receipt.dto.ts';
import { OfficeReceiptNotFound, ReceiptMoneySpent, ReceiptOfAnotherDay } from './office-receipt.errors.ts';

interface Reversal {
  readonly id: string;
  readonly reason: string;
  readonly reversedBy: string;
}

/** Takes a mistaken receipt back, on the day it was recorded and while all of its money is there. */
@Injectable()
export class ReceiptReversalsService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;
  private readonly reversals: ReversalsService;

  constructor(
    database: Database,
    clock: Clock,
    wallets: WalletsService,
    layers: LayersService,
    reversals: ReversalsService,
  ) {
    this.database = database;
    this.clock = clock;
    this.wallets = wallets;
    this.layers = layers;
    this.reversals = reversals;
  }

  /**
   * The same request again gets the same answer. Throws OfficeReceiptNotFound, ReversedAlready, ReceiptOfAnotherDay,
   * TerminalDayClosed, ReceiptMoneySpent, OperationConflict.
   */
  async reverse(
    { personId }: PersonPrincipal,
    schoolId: string,
    receiptId: string,
    { id, reason }: ReverseReceiptRequest,
  ): Promise<{ readonly isReplay: boolean; readonly receipt: OfficeReceiptDto }> {
    return this.database.transaction(async (tx) => {
      const receipt = await readReceipt(tx, schoolId, receiptId);
      if (!receipt) throw new OfficeReceiptNotFound();
      const isDayOpen = await lockDayOfReceipt(tx, receipt);
      await this.wallets.lock(tx, schoolId, receipt.walletId);
      const earlier = await findReversal(tx, schoolId, receiptId);
      if (earlier) {
        if (earlier.id !== id) throw new ReversedAlready();
        if (earlier.reason !== reason || earlier.reversedBy !== personId) throw new OperationConflict();
      } else {
        if (!isDayOpen) throw new TerminalDayClosed(receipt.paidOn);
        await this.book(tx, receipt, { id, reason, reversedBy: personId });
      }
      const shown = await readShownReceipt(tx, schoolId, receiptId);
      if (!shown) throw new OfficeReceiptNotFound();
      return { isReplay: earlier !== undefined, receipt: shown };
    });
  }

  private async book(tx: Tx, receipt: ReceiptOfWallet, { id, reason, reversedBy }: Reversal): Promise<void> {
    const { schoolId, amountOre, method, reference } = receipt;
    const now = this.clock.now();
    if (osloDay(receipt.receivedAt) !== osloDay(now)) throw new ReceiptOfAnotherDay();
    const leftOre = await this.leftOf(tx, receipt);
    if (leftOre < amountOre) throw new ReceiptMoneySpent(leftOre);
    await this.reversals.reverse(tx, {
      id,
      schoolId,
      kind: 'correction',
      actor: `person:${reversedBy}`,
      occurredAt: now,
      reversesOperationId: receipt.id,
      facts: { reason, paymentMethod: method, paymentReference: reference },
    });
    await this.record(tx, receipt, { id, reason, reversedBy }, now);
  }

  /** What is left of the receipt's own layer, neither spent nor held. */
  private async leftOf(tx: Tx, { schoolId, walletId, id }: ReceiptOfWallet): Promise<number> {
    const layers = await this.layers.remainders(tx, schoolId, walletId);
    return layers.reduce((sum, layer) => (layer.paymentReference === id ? sum + layer.amountOre : sum), 0);
  }

  private async record(tx: Tx, receipt: ReceiptOfWallet, reversal: Reversal, reversedAt: Date): Promise<void> {
    await tx.query(
      `INSERT INTO office_receipt_reversal (school_id, receipt_id, id, reason, reversed_by, reversed_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [receipt.schoolId, receipt.id, reversal.id, reversal.reason, reversal.reversedBy, reversedAt],
    );
  }
}

async function findReversal(tx: Tx, schoolId: string, receiptId: string): Promise<Reversal | undefined> {
  const [row] = await tx.query<Reversal[]>(
    `SELECT id, reason, reversed_by AS "reversedBy" FROM office_receipt_reversal WHERE school_id = $1 AND receipt_id = $2`,
    [schoolId, receiptId],
  );
  return row;
}
