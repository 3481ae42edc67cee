import { Injectable } from '@nestjs/common';
import type { Tx } from '@kantinekortet/platform';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, Leg, OperationRequest, Outcome } from './ledger.types.ts';

export type SettlementRequest = Omit<OperationRequest, 'kind' | 'content' | 'reversesOperationId'> & {
  /** The clearing account of the provider. */
  readonly clearing: string;
  /** What the bank account got, in øre; negative when the provider collected. */
  readonly bankOre: number;
  /** What the provider kept for its work, in øre; negative when it gave costs back. */
  readonly costOre: number;
};

/** What a payment provider sends to the account that holds the customers' money. */
@Injectable()
export class SettlementsService {
  private readonly ledger: LedgerService;

  constructor(ledger: LedgerService) {
    this.ledger = ledger;
  }

  /** Takes off the clearing account what has come to the bank, and what the provider kept. Both 0 is nothing to book. */
  async settle(tx: Tx, request: SettlementRequest): Promise<Outcome<{ bankOre: number; costOre: number }>> {
    const { clearing: name, bankOre, costOre } = request;
    if (bankOre === 0 && costOre === 0) throw new Error('A settlement of nothing has nothing to book');
    const clearing = { account: 'clearing', name } as const;
    return this.ledger.once(tx, { ...request, kind: 'settlement', content: { name, bankOre, costOre } }, () =>
      Promise.resolve({
        result: { bankOre, costOre },
        legs: [
          ...leg({ account: 'client_bank' }, clearing, bankOre),
          ...leg({ account: 'provider_cost', name }, clearing, costOre),
        ],
      }),
    );
  }
}

/** Money the other way for a negative amount, and none for 0. */
function leg(debit: AccountRef, credit: AccountRef, amountOre: number): Leg[] {
  if (amountOre === 0) return [];
  return amountOre > 0 ? [{ debit, credit, amountOre }] : [{ debit: credit, credit: debit, amountOre: -amountOre }];
}
