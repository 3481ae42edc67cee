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
  /** When the money was taken; null while the bank only asks. */
  takenAt: string | null;
  /** When it was given back. */
  returnedAt: string | null;
}

export type DisputeStatus = 'warning_needs_response' | 'warning_closed' | 'needs_response' | 'won' | 'lost';

/** A dispute that is over stays so. */
export const disputeTransitions: Record<DisputeStatus, readonly DisputeStatus[]> = {
  warning_needs_response: ['needs_response', 'warning_closed'],
  warning_closed: [],
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

  /** Whether the payer's bank has taken, or asks about, the payment of this intent. */
  isDisputed(intentId: string): boolean {
    return this.disputes.all().some((dispute) => dispute.intentId === intentId);
  }

  /** Whether the bank has taken this intent's payment: what one may not refund any more. */
  isTakenBack(intentId: string): boolean {
    return this.disputes.all().some((dispute) => dispute.intentId === intentId && dispute.takenAt !== null);
  }
}
