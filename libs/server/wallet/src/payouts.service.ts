import { Injectable } from '@nestjs/common';
import type { Tx } from '@kantinekortet/platform';
import { OperationNotFound } from './ledger.errors.ts';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, OperationRequest, Origin, Outcome } from './ledger.types.ts';
import { readRows } from './reader.ts';
import { WalletsService } from './wallets.service.ts';

/** What became of money that a hold was posted for: `sentOperationId` is the operation that posted it. */
export type PayoutRequest = Omit<OperationRequest, 'kind' | 'content' | 'reversesOperationId'> & {
  readonly sentOperationId: string;
};

interface SentLeg extends Origin {
  readonly walletId: string;
  readonly transitName: string;
  readonly amountOre: number;
}

const sentSql = `
  SELECT t.debit_account_id AS "walletId", c.name AS "transitName", t.amount_ore AS "amountOre",
         t.payer_id AS "payerId", t.payment_reference AS "paymentReference"
    FROM transfer t
    JOIN account c ON c.school_id = t.school_id AND c.id = t.credit_account_id AND c.kind = 'in_transit'
   WHERE t.school_id = $1 AND t.operation_id = $2 AND t.hold_id IS NOT NULL`;

/** Money that has left a wallet, until it has arrived or come back. */
@Injectable()
export class PayoutsService {
  private readonly ledger: LedgerService;
  private readonly wallets: WalletsService;

  constructor(ledger: LedgerService, wallets: WalletsService) {
    this.ledger = ledger;
    this.wallets = wallets;
  }

  /** It has left `from`: the clearing account of a provider, or the bank. Throws OperationNotFound. */
  async confirm(
    tx: Tx,
    request: PayoutRequest & { readonly from: AccountRef },
  ): Promise<Outcome<{ sentOperationId: string; amountOre: number }>> {
    const { schoolId, sentOperationId, from } = request;
    const content = { sentOperationId, from };
    return this.ledger.once(tx, { ...request, kind: 'payout_confirmed', content }, async () => {
      const { walletId: _, transitName: name, ...sent } = await this.sent(tx, schoolId, sentOperationId);
      const leg = { debit: { account: 'in_transit', name }, credit: from, ...sent } as const;
      return { result: { sentOperationId, amountOre: sent.amountOre }, legs: [leg] };
    });
  }

  /**
   * It came back, and is in the layers again that it was taken from. `from` is where it was: nothing when it had not been
   * confirmed, else the clearing account or the bank. Throws OperationNotFound, ReversedAlready.
   */
  async giveBack(
    tx: Tx,
    request: PayoutRequest & { readonly from?: AccountRef | undefined; readonly facts?: object },
  ): Promise<Outcome<{ sentOperationId: string; amountOre: number }>> {
    const { schoolId, sentOperationId, from, facts } = request;
    const operation = {
      ...request,
      kind: 'payout_returned',
      reversesOperationId: sentOperationId,
      content: { sentOperationId, from: from ?? null },
    } as const;
    return this.ledger.once(tx, operation, async () => {
      const { walletId, transitName: name, ...sent } = await this.sent(tx, schoolId, sentOperationId);
      await this.wallets.lock(tx, schoolId, walletId);
      const leg = { debit: from ?? { account: 'in_transit', name }, credit: { walletId }, ...sent } as const;
      return { result: { ...facts, sentOperationId, amountOre: sent.amountOre }, legs: [leg] };
    });
  }

  private async sent(tx: Tx, schoolId: string, operationId: string): Promise<SentLeg> {
    const [leg] = await readRows<SentLeg>(tx, sentSql, [schoolId, operationId]);
    if (!leg) throw new OperationNotFound();
    return leg;
  }
}
