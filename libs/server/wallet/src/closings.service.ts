import type { Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { LedgerService } from './ledger.service.ts';
import type { AccountRef, OperationKind, OperationRequest, Outcome } from './ledger.types.ts';

export type ClosingRequest = Omit<OperationRequest, 'kind' | 'content' | 'reversesOperationId'> & {
  readonly amountOre: number;
  /** Kept with the operation, and part of what a repetition has to have. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

interface Posting {
  readonly kind: OperationKind;
  readonly debit: AccountRef;
  readonly credit: AccountRef;
}

/** What is booked between the school's own accounts, past every wallet. */
@Injectable()
export class ClosingsService {
  private readonly ledger: LedgerService;

  constructor(ledger: LedgerService) {
    this.ledger = ledger;
  }

  /** The VAT in what was sold is no revenue; below zero, more was returned than sold. */
  vat(tx: Tx, request: ClosingRequest): Promise<Outcome<{ amountOre: number }>> {
    const sides = [{ account: 'revenue' }, { account: 'vat' }] as const;
    const [debit, credit] = request.amountOre < 0 ? ([sides[1], sides[0]] as const) : sides;
    return this.book(tx, request, { kind: 'vat_closing', debit, credit });
  }

  /** Earned money leaves the client account for the school's own. */
  release(tx: Tx, request: ClosingRequest): Promise<Outcome<{ amountOre: number }>> {
    const sides = { debit: { account: 'bank' }, credit: { account: 'client_bank' } } as const;
    return this.book(tx, request, { kind: 'release', ...sides });
  }

  /** A till without net sold to a card that was blocked meanwhile: the school bears it, and no wallet is touched. */
  saleAfterBlock(tx: Tx, request: ClosingRequest): Promise<Outcome<{ amountOre: number }>> {
    const sides = { debit: { account: 'offline_loss' }, credit: { account: 'revenue' } } as const;
    return this.book(tx, request, { kind: 'sale', ...sides });
  }

  private book(tx: Tx, request: ClosingRequest, posting: Posting): Promise<Outcome<{ amountOre: number }>> {
    const { amountOre, facts } = request;
    const { kind, debit, credit } = posting;
    return this.ledger.once(tx, { ...request, kind, content: { kind, amountOre, facts: facts ?? null } }, () =>
      Promise.resolve({
        result: { ...facts, amountOre },
        legs: [{ debit, credit, amountOre: Math.abs(amountOre) }],
      }),
    );
  }
}
