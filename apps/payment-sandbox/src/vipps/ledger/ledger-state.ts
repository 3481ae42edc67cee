import type { Collection } from '../../journal.ts';
import type { SandboxContext } from '../../provider-sandbox.ts';

/** What was paid out of a merchant's ledger: it closes the ledger date, and whatever moves after it is of a later one. */
export interface PayoutState {
  /** The number of the payout. */
  id: string;
  merchantId: string;
  /** YYYY-MM-DD. */
  ledgerDate: string;
  paidOutAt: string;
  /** The captures and refunds that it is made of. */
  pspReferences: readonly string[];
}

/** The payouts of all merchants, oldest first. */
export class LedgerState {
  readonly payouts: Collection<PayoutState>;

  constructor({ journal }: Pick<SandboxContext, 'journal'>) {
    this.payouts = journal.collection<PayoutState>('vipps.payout');
  }

  payoutsOf(merchantId: string): PayoutState[] {
    return this.payouts.all().filter((payout) => payout.merchantId === merchantId);
  }
}
