import type { Collection } from '../../journal.ts';
import type { SandboxContext } from '../../provider-sandbox.ts';

/** A payer's bank takes a payment back (docs.stripe.com/disputes). */
export interface DisputeState {
  id: string;
  merchantId: string;
  intentId: string;
  createdAt: string;
  dueBy: string;
  amount: number;
  status: DisputeStatus;
}

export type DisputeStatus = 'needs_response' | 'won' | 'lost';

/** A dispute that is over stays so. */
export const disputeTransitions: Record<DisputeStatus, readonly DisputeStatus[]> = {
  needs_response: ['won', 'lost'],
  won: [],
  lost: [],
};

/** A transfer to the merchant's bank, with the balance transactions that it is made of. */
export interface PayoutState {
  id: string;
  merchantId: string;
  createdAt: string;
  arrivalDate: string;
  amount: number;
  transactionIds: string[];
}

/** What the sandbox remembers of a merchant's account beside its payments. */
export class AccountState {
  readonly disputes: Collection<DisputeState>;
  readonly payouts: Collection<PayoutState>;

  constructor({ journal }: Pick<SandboxContext, 'journal'>) {
    this.disputes = journal.collection<DisputeState>('stripe.dispute');
    this.payouts = journal.collection<PayoutState>('stripe.payout');
  }
}
