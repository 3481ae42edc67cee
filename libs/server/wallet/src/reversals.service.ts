import { Injectable } from '@nestjs/common';
import type { Tx } from '@kantinekortet/platform';
import { OperationNotFound } from './ledger.errors.ts';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, Leg, OperationRequest, Outcome } from './ledger.types.ts';
import { readRows } from './reader.ts';
import { WalletsService } from './wallets.service.ts';

interface BookedLeg {
  readonly debitId: string;
  readonly debitKind: 'wallet' | Extract<AccountRef, { account: string }>['account'];
  readonly debitName: string;
  readonly creditId: string;
  readonly creditKind: BookedLeg['debitKind'];
  readonly creditName: string;
  readonly amountOre: number;
  readonly payerId: string | null;
  readonly paymentReference: string | null;
}

export type ReversalRequest = Omit<OperationRequest, 'content'> & {
  readonly reversesOperationId: string;
  /** How much of an operation with a single leg; all of it when absent. */
  readonly amountOre?: number | undefined;
  readonly facts?: Readonly<Record<string, unknown>>;
};

const legsSql = `
  SELECT d.id AS "debitId", d.kind AS "debitKind", d.name AS "debitName",
         c.id AS "creditId", c.kind AS "creditKind", c.name AS "creditName",
         t.amount_ore AS "amountOre", t.payer_id AS "payerId", t.payment_reference AS "paymentReference"
    FROM transfer t
    JOIN account d ON d.school_id = t.school_id AND d.id = t.debit_account_id
    JOIN account c ON c.school_id = t.school_id AND c.id = t.credit_account_id
   WHERE t.school_id = $1 AND t.operation_id = $2
   ORDER BY t.leg DESC`;

/** Corrections: nothing is changed, a new operation takes back what an earlier one did. */
@Injectable()
export class ReversalsService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;

  constructor(ledger: LedgerService, wallets: WalletsService) {
    this.ledger = ledger;
    this.wallets = wallets;
  }

  /**
   * Mirrors the legs of an operation, last first, so that money goes back into the layers it came from. Fees are waived
   * instead (FeesService), as their claims may have been settled.
   * Throws OperationNotFound, ReversedAlready, and InsufficientFunds when a wallet no longer has what it was given.
   */
  async reverse(
    tx: Tx,
    request: ReversalRequest,
  ): Promise<Outcome<{ reversedOperationId: string; amountOre: number }>> {
    const { schoolId, reversesOperationId, amountOre: partOre, facts } = request;
    const content = { reversesOperationId, amountOre: partOre ?? null };
    return this.ledger.once(tx, { ...request, content }, async () => {
      const booked = await readRows<BookedLeg>(tx, legsSql, [schoolId, reversesOperationId]);
      if (booked.length === 0 || (partOre !== undefined && booked.length > 1)) throw new OperationNotFound();
      await this.wallets.lockAll(
        tx,
        schoolId,
        booked.flatMap(({ debitId, creditId }) => [debitId, creditId]),
      );
      const legs = booked.map((leg) => mirrored(leg, partOre ?? leg.amountOre));
      const amountOre = legs.reduce((total, leg) => total + leg.amountOre, 0);
      return { result: { ...facts, reversedOperationId: reversesOperationId, amountOre }, legs };
    });
  }
}

function mirrored(leg: BookedLeg, amountOre: number): Leg {
  const { payerId, paymentReference } = leg;
  return {
    debit: refOf(leg.creditKind, leg.creditId, leg.creditName),
    credit: refOf(leg.debitKind, leg.debitId, leg.debitName),
    amountOre,
    payerId,
    paymentReference,
  };
}

function refOf(kind: BookedLeg['debitKind'], id: string, name: string): AccountRef {
  return kind === 'wallet' ? { walletId: id } : { account: kind, name };
}
