import type Stripe from 'stripe';
import type { AccountRecord, SandboxContext } from '../../provider-sandbox.ts';
import { stripeId, unixSeconds } from '../stripe-ids.ts';
import type { StripePayments } from '../stripe-payments.ts';
import type { StripeRefunds } from '../stripe-refunds.ts';
import type { IntentState } from '../stripe-state.ts';
import { AccountState, disputeTransitions, type DisputeState, type PayoutState } from './account-state.ts';
import { entriesOf, type BalanceEntry } from './balance.ts';

const answerWithinMs = 7 * 24 * 60 * 60 * 1_000;

/** What happens to a merchant's account of its own accord: disputes, refunds made in the dashboard, payouts. */
export class StripeAccount {
  readonly state: AccountState;
  readonly #context: SandboxContext;
  readonly #payments: StripePayments;
  readonly #refunds: StripeRefunds;

  constructor(context: SandboxContext, payments: StripePayments, refunds: StripeRefunds) {
    this.state = new AccountState(context);
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

  /** The payer's bank takes a payment back. Its reference, or undefined when it is not paid or disputed already. */
  dispute(reference: string): string | undefined {
    const intent = this.#paidIntent(reference);
    if (!intent || this.state.disputes.all().some(({ intentId }) => intentId === intent.id)) return undefined;
    const now = this.#context.now();
    const dispute = this.state.disputes.put({
      id: stripeId('du'),
      merchantId: intent.merchantId,
      intentId: intent.id,
      createdAt: now.toISOString(),
      dueBy: new Date(now.getTime() + answerWithinMs).toISOString(),
      amount: intent.amount,
      status: 'needs_response',
    });
    this.#emit('charge.dispute.created', dispute);
    this.#emit('charge.dispute.funds_withdrawn', dispute);
    return dispute.id;
  }

  /** The bank decides. False when it has. */
  answerDispute(reference: string, status: 'won' | 'lost'): boolean {
    const dispute = this.state.disputes.get(reference);
    if (!dispute || !disputeTransitions[dispute.status].includes(status)) return false;
    const answered = this.state.disputes.put({ ...dispute, status });
    if (status === 'won') this.#emit('charge.dispute.funds_reinstated', answered);
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
      charge: intent.chargeId ?? '',
      created: unixSeconds(dispute.createdAt),
      currency: intent.currency,
      evidence_details: {
        due_by: dispute.status === 'needs_response' ? unixSeconds(dispute.dueBy) : null,
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
