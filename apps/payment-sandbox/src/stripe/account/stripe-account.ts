import type Stripe from 'stripe';
import type { AccountRecord, DisputeAnswer, DisputeWish, SandboxContext } from '../../provider-sandbox.ts';
import { stripeId, unixSeconds } from '../stripe-ids.ts';
import type { StripePayments } from '../stripe-payments.ts';
import type { StripeRefunds } from '../stripe-refunds.ts';
import type { IntentState } from '../stripe-state.ts';
import {
  disputeTransitions,
  type AccountState,
  type DisputeState,
  type DisputeStatus,
  type PayoutState,
} from './account-state.ts';
import { costOf, entriesOf, type BalanceEntry } from './balance.ts';

const answerWithinMs = 7 * 24 * 60 * 60 * 1_000;

const statusAfter: Record<DisputeAnswer, DisputeStatus> = {
  won: 'won',
  lost: 'lost',
  escalated: 'needs_response',
  closed: 'warning_closed',
};

/** What happens to a merchant's account of its own accord: disputes, refunds made in the dashboard, payouts. */
export class StripeAccount {
  readonly state: AccountState;
  readonly #context: SandboxContext;
  readonly #payments: StripePayments;
  readonly #refunds: StripeRefunds;

  constructor(context: SandboxContext, state: AccountState, payments: StripePayments, refunds: StripeRefunds) {
    this.state = state;
    this.#context = context;
    this.#payments = payments;
    this.#refunds = refunds;
  }

  /** Somebody refunds a payment in the dashboard. False when it is not paid or less than that is left. */
  refund(reference: string, amount: number): boolean {
    const intent = this.#paidIntent(reference);
    if (!intent || amount > intent.amount - this.#payments.state.refundedOf(intent)) return false;
    this.#refunds.put(intent, amount);
    return true;
  }

  /**
   * The payer's bank takes a payment or part of it back, or asks about it. The dispute's reference, or undefined when the
   * payment is not paid, smaller, or disputed already.
   */
  dispute(reference: string, { amountOre, isInquiry = false }: DisputeWish): string | undefined {
    const intent = this.#paidIntent(reference);
    if (!intent || this.state.isDisputed(intent.id) || (amountOre ?? 0) > intent.amount) return undefined;
    const now = this.#context.now();
    const dispute = this.state.disputes.put({
      id: stripeId('du'),
      merchantId: intent.merchantId,
      intentId: intent.id,
      createdAt: now.toISOString(),
      dueBy: new Date(now.getTime() + answerWithinMs).toISOString(),
      amount: amountOre ?? intent.amount,
      status: isInquiry ? 'warning_needs_response' : 'needs_response',
      takenAt: isInquiry ? null : now.toISOString(),
      returnedAt: null,
    });
    this.#emit('charge.dispute.created', dispute);
    if (!isInquiry) this.#emit('charge.dispute.funds_withdrawn', dispute);
    return dispute.id;
  }

  /** The bank decides. False when it has, or cannot decide so. */
  answerDispute(reference: string, answer: DisputeAnswer): boolean {
    const status = statusAfter[answer];
    const dispute = this.state.disputes.get(reference);
    if (!dispute || !disputeTransitions[dispute.status].includes(status)) return false;
    const now = this.#context.now().toISOString();
    const takenAt = answer === 'escalated' ? now : dispute.takenAt;
    const answered = this.state.disputes.put({
      ...dispute,
      status,
      takenAt,
      returnedAt: answer === 'won' ? now : null,
    });
    if (answer === 'escalated') {
      this.#emit('charge.dispute.funds_withdrawn', answered);
      this.#emit('charge.dispute.updated', answered);
      return true;
    }
    if (answer === 'won') this.#emit('charge.dispute.funds_reinstated', answered);
    this.#emit('charge.dispute.closed', answered);
    return true;
  }

  /** Sends everything that has not been sent to the merchant's bank. Undefined when there is nothing. */
  issuePayout(merchantId: string): PayoutState | undefined {
    const sent = new Set(this.state.payouts.all().flatMap(({ transactionIds }) => transactionIds));
    const entries = this.entries(merchantId).filter(({ id }) => !sent.has(id));
    if (entries.length === 0) return undefined;
    const now = this.#context.now().toISOString();
    return this.state.payouts.put({
      id: stripeId('po'),
      merchantId,
      createdAt: now,
      arrivalDate: now,
      amount: entries.reduce((total, { amount, fee }) => total + amount - fee, 0),
      transactionIds: entries.map(({ id }) => id),
    });
  }

  entries(merchantId: string): BalanceEntry[] {
    const { state, objects } = this.#payments;
    const renderDispute = (dispute: DisputeState) => this.render(dispute);
    return entriesOf(merchantId, { state, account: this.state, objects, renderDispute });
  }

  /** What the ledger is compared with: the merchant's balance here, and what has been sent to the bank. */
  record(merchantId: string): AccountRecord {
    const entries = this.entries(merchantId);
    const paidOutOre = this.state.payouts
      .all()
      .reduce((total, payout) => total + (payout.merchantId === merchantId ? payout.amount : 0), 0);
    const costOre = entries.reduce((total, { fee }) => total + fee, 0);
    const movedOre = entries.reduce((total, { amount }) => total + amount, 0);
    return { movedOre, costOre, paidOutOre, balanceOre: movedOre - costOre - paidOutOre };
  }

  render(dispute: DisputeState, expand: readonly string[] = []) {
    const intent = this.#intentOf(dispute);
    return {
      id: dispute.id,
      object: 'dispute',
      amount: dispute.amount,
      balance_transactions: balanceTransactions(dispute, intent.currency),
      charge: intent.chargeId ?? '',
      created: unixSeconds(dispute.createdAt),
      currency: intent.currency,
      evidence_details: {
        due_by: dispute.status.endsWith('needs_response') ? unixSeconds(dispute.dueBy) : null,
        has_evidence: false,
        past_due: false,
        submission_count: 0,
      },
      is_charge_refundable: false,
      livemode: false,
      metadata: {},
      payment_intent: expand.includes('payment_intent') ? this.#payments.objects.intent(intent) : intent.id,
      reason: 'fraudulent',
      status: dispute.status,
    } satisfies Partial<Record<keyof Stripe.Dispute, unknown>>;
  }

  #emit(type: string, dispute: DisputeState): void {
    this.#payments.events.emit(dispute.merchantId, type, this.render(dispute));
  }

  #intentOf({ id, intentId }: DisputeState): IntentState {
    const intent = this.#payments.state.intents.get(intentId);
    if (!intent) throw new Error(`Dispute ${id} has no payment intent`);
    return intent;
  }

  #paidIntent(reference: string): IntentState | undefined {
    const intents = this.#payments.state.intents.all();
    return intents.find(
      ({ id, sessionId, status }) => status === 'succeeded' && (sessionId === reference || id === reference),
    );
  }
}

/** What the dispute took off the merchant's balance, and what came back (docs.stripe.com/api/disputes/object). */
function balanceTransactions({ id, amount, takenAt, returnedAt }: DisputeState, currency: string) {
  const moved = (of: number, transactionId: string, at: string, category: string, fee: number) => ({
    id: transactionId,
    object: 'balance_transaction',
    amount: of,
    created: unixSeconds(at),
    currency,
    fee,
    net: of - fee,
    reporting_category: category,
    source: id,
    status: 'available',
    type: 'adjustment',
  });
  return [
    ...(takenAt === null ? [] : [moved(0 - amount, `txn_${id}`, takenAt, 'dispute', costOf.dispute)]),
    ...(returnedAt === null ? [] : [moved(amount, `txn_w${id}`, returnedAt, 'dispute_reversal', 0)]),
  ];
}
