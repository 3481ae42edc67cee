import type { AccountPlay, AccountRecord, SandboxContext } from '../../provider-sandbox.ts';
import type { VippsState } from '../vipps-state.ts';
import { LedgerState, type PayoutState } from './ledger-state.ts';

/** `funds`: what the merchant is owed. `fees`: what the merchant owes. */
export const topics = ['funds', 'fees'] as const;
export type Topic = (typeof topics)[number];

/** A line of a ledger (developer.vippsmobilepay.com/docs/APIs/report-api/api-guide/entry-types), in øre. */
export interface LedgerEntry {
  pspReference: string;
  time: string;
  ledgerDate: string;
  entryType: 'capture' | 'refund' | 'capture-fee' | 'fees-retained' | 'payout-scheduled';
  reference: string;
  amount: number;
}

interface Movement {
  pspReference: string;
  reference: string;
  time: string;
  amount: number;
}

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The merchants' ledgers: they follow from what happened to payments, and from what was paid out. */
export class VippsLedgers implements AccountPlay {
  readonly #context: SandboxContext;
  readonly #payments: VippsState;
  readonly #state: LedgerState;

  constructor(context: SandboxContext, payments: VippsState) {
    this.#context = context;
    this.#payments = payments;
    this.#state = new LedgerState(context);
  }

  /** Disputes are between the payer, the payer's bank and Vipps MobilePay. */
  dispute(): undefined {
    return undefined;
  }

  answerDispute(): boolean {
    return false;
  }

  /** Ends the present ledger date: fees are kept, and what is left is sent to the merchant's bank, if anything is. */
  issuePayout(merchantId: string): PayoutState | undefined {
    const open = this.#open(merchantId);
    if (leftOf(open) <= 0) return undefined;
    const now = this.#context.now();
    const earlier = this.#state.payouts.all();
    return this.#state.payouts.put({
      id: String(2_000_001 + earlier.length),
      merchantId,
      ledgerDate: this.#dateOf(now, this.#state.payoutsOf(merchantId).at(-1)),
      paidOutAt: now.toISOString(),
      pspReferences: open.map(({ pspReference }) => pspReference),
    });
  }

  record(merchantId: string): AccountRecord {
    const funds = this.entries(merchantId, 'funds');
    const sum = (types: readonly LedgerEntry['entryType'][]): number =>
      funds.reduce((total, { entryType, amount }) => total + (types.includes(entryType) ? amount : 0), 0);
    const costOre = this.#movements(merchantId).reduce((total, { amount }) => total + feeOf(amount), 0);
    const movedOre = sum(['capture', 'refund']);
    const paidOutOre = 0 - sum(['payout-scheduled']);
    return { movedOre, costOre, paidOutOre, balanceOre: movedOre - costOre - paidOutOre };
  }

  /** A ledger is made with the first krone that moves. */
  isThere(merchantId: string): boolean {
    return this.#movements(merchantId).length > 0;
  }

  /** Every line of a merchant's ledger, oldest first. */
  entries(merchantId: string, topic: Topic): LedgerEntry[] {
    const all = this.#movements(merchantId);
    const payouts = this.#state.payoutsOf(merchantId);
    const closed = payouts.flatMap((payout, index) => {
      const paid = all.filter(({ pspReference }) => payout.pspReferences.includes(pspReference));
      const lines = paid.flatMap((moved) => this.#lines(moved, topic, payouts[index - 1]));
      return [...lines, ...closing(payout, paid, topic)];
    });
    return [...closed, ...this.#open(merchantId).flatMap((moved) => this.#lines(moved, topic, payouts.at(-1)))];
  }

  /** Whether nothing more can come on a ledger date. */
  isClosed(merchantId: string, ledgerDate: string): boolean {
    const closedUntil = this.#state.payoutsOf(merchantId).at(-1)?.ledgerDate ?? '';
    return ledgerDate <= closedUntil || ledgerDate < oslo.format(this.#context.now());
  }

  #open(merchantId: string): Movement[] {
    const sent = new Set(this.#state.payoutsOf(merchantId).flatMap(({ pspReferences }) => pspReferences));
    return this.#movements(merchantId).filter(({ pspReference }) => !sent.has(pspReference));
  }

  #movements(merchantId: string): Movement[] {
    return this.#payments.payments
      .all()
      .filter((payment) => payment.merchantId === merchantId && payment.currency === 'NOK')
      .flatMap(({ reference, events }) =>
        events.flatMap(({ name, pspReference, value, timestamp }): Movement[] => {
          if (name !== 'CAPTURED' && name !== 'REFUNDED') return [];
          return [{ pspReference, reference, time: timestamp, amount: name === 'CAPTURED' ? value : -value }];
        }),
      )
      .sort((a, b) => a.time.localeCompare(b.time));
  }

  #lines(moved: Movement, topic: Topic, before: PayoutState | undefined): LedgerEntry[] {
    const at = { ...moved, ledgerDate: this.#dateOf(new Date(moved.time), before) };
    if (topic === 'funds') return [{ ...at, entryType: moved.amount > 0 ? 'capture' : 'refund' }];
    const fee = feeOf(moved.amount);
    return fee === 0 ? [] : [{ ...at, entryType: 'capture-fee', amount: 0 - fee }];
  }

  /** The calendar day in Norway, or the first one that is not closed. */
  #dateOf(moment: Date, before: PayoutState | undefined): string {
    const day = oslo.format(moment);
    return before && day <= before.ledgerDate ? dayAfter(before.ledgerDate) : day;
  }
}

function closing({ id, ledgerDate, paidOutAt }: PayoutState, paid: readonly Movement[], topic: Topic): LedgerEntry[] {
  const fees = paid.reduce((total, { amount }) => total + feeOf(amount), 0);
  const at = { time: paidOutAt, ledgerDate };
  const kept = { ...at, pspReference: `fees-${id}`, reference: '', entryType: 'fees-retained' } as const;
  if (topic === 'fees') return fees === 0 ? [] : [{ ...kept, amount: fees }];
  const left = leftOf(paid);
  const text = `Vipps utbet. ${id}`;
  const sent = { ...at, pspReference: id, reference: text, entryType: 'payout-scheduled', amount: 0 - left } as const;
  return fees === 0 ? [sent] : [{ ...kept, amount: 0 - fees }, sent];
}

function leftOf(moved: readonly Movement[]): number {
  return moved.reduce((total, { amount }) => total + amount - feeOf(amount), 0);
}

/** A share of every capture, by agreement; a refund costs nothing. */
function feeOf(amount: number): number {
  return amount > 0 ? Math.round(amount * 0.0275) : 0;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
