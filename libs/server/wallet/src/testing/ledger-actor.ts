import { DomainError, newId } from '@kantinekortet/platform';
import type { Outcome } from '../ledger.types.ts';
import type { Books } from './books.ts';
import type { Step } from './coin-model.ts';

/** What came of a step: how it was refused, or the answer. */
export interface StepOutcome {
  readonly id: string;
  readonly step: Step;
  readonly refusal: string | undefined;
  readonly isReplay: boolean;
  readonly result: Readonly<Record<string, unknown>>;
}

/** Does on the real ledger what a step says, under the step's own id. */
export class LedgerActor {
  private readonly books: Books;
  /** The ledger's id of a hold by the step that placed it. */
  private readonly holdIds = new Map<string, string>();

  constructor(books: Books) {
    this.books = books;
  }

  async perform(id: string, step: Step): Promise<StepOutcome> {
    try {
      const { isReplay, result } = await this.book(id, step);
      if ('holdId' in result && step.kind === 'hold') this.holdIds.set(id, String(result.holdId));
      return { id, step, refusal: undefined, isReplay, result: { ...result } };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, step, refusal: error.code, isReplay: false, result: {} };
    }
  }

  private book(id: string, step: Step): Promise<Outcome<object>> {
    const { books } = this;
    const walletId = step.wallet;
    const request = { ...books.request(walletId), id };
    switch (step.kind) {
      case 'top_up':
        return books.topUp(walletId, step.ore, { ...step, id });
      case 'goodwill':
        return books.do((tx) => books.deposits.goodwill(tx, { ...request, amountOre: step.ore, reason: 'sorry' }));
      case 'sale': {
        const legs = [{ debit: { walletId }, credit: { account: 'revenue' }, amountOre: step.ore }] as const;
        return books.do((tx) =>
          books.ledger.once(tx, { ...request, kind: step.kind, content: step }, async () => {
            await books.wallets.lock(tx, books.schoolId, walletId);
            return { result: { ore: step.ore }, legs };
          }),
        );
      }
      case 'sale_return': {
        const reversal = { ...request, kind: step.kind, reversesOperationId: step.sale, amountOre: step.ore };
        return books.do((tx) => books.reversals.reverse(tx, reversal));
      }
      case 'fee': {
        const fee = { ...request, amountOre: step.ore, lunchFloorOre: step.floor, reason: 'replacement_fee' };
        return books.do((tx) => books.fees.charge(tx, fee));
      }
      case 'fee_waiver':
        return books.do((tx) => books.fees.waive(tx, { ...request, feeId: step.fee, reason: 'kindness' }));
      case 'claim': {
        const claim = {
          ...request,
          amountOre: step.ore,
          reason: 'emergency_meal',
          credit: { account: 'revenue' } as const,
        };
        return books.do((tx) => books.claims.raise(tx, claim));
      }
      case 'claim_settlement':
        return books.do((tx) => books.claims.settleFromBalance(tx, request));
      case 'hold': {
        const hold = { ...request, amountOre: step.ore, payerId: step.payerId, paymentReference: null };
        return books.do((tx) => books.holds.place(tx, hold));
      }
      case 'hold_post': {
        const post = {
          ...request,
          holdId: this.holdId(step.hold),
          amountOre: step.ore,
          credit: { account: 'in_transit' } as const,
        };
        return books.do((tx) => books.holds.post(tx, post));
      }
      case 'hold_void':
        return books.do((tx) => books.holds.void(tx, { ...request, holdId: this.holdId(step.hold) }));
      case 'sibling_transfer': {
        const transfer = { ...request, toWalletId: step.to, amountOre: step.ore };
        return books.do((tx) => books.deposits.siblingTransfer(tx, transfer));
      }
    }
  }

  private holdId(placedBy: string): string {
    return this.holdIds.get(placedBy) ?? newId();
  }
}
