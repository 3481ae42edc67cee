import type { RefundRecord, SandboxContext } from '../provider-sandbox.ts';
import { createRefund } from './create-refund.ts';
import { FormParams } from './form-params.ts';
import type { StripeCall } from './stripe-endpoint.ts';
import { StripeFailure } from './stripe-failure.ts';
import type { StripePayments } from './stripe-payments.ts';
import { refundTransitions, type IntentState, type RefundState } from './stripe-state.ts';
import { refundAnswerOf } from './test-cards.ts';

/** What happens to a refund: made, answered by the payer's bank at once, later, or twice. Every change sends its events. */
export class StripeRefunds {
  readonly #context: SandboxContext;
  readonly #payments: StripePayments;
  readonly #isTakenBack: (intentId: string) => boolean;

  constructor(context: SandboxContext, payments: StripePayments, isTakenBack: (intentId: string) => boolean) {
    this.#isTakenBack = isTakenBack;
    this.#context = context;
    this.#payments = payments;
  }

  /** Throws what Stripe refuses. */
  create(call: StripeCall, intent: IntentState): RefundState {
    if (call.fault === 'refund_refused' || this.#isTakenBack(intent.id)) {
      throw StripeFailure.wrongState(`The charge ${intent.chargeId ?? ''} has been charged back.`, 'charge_disputed');
    }
    const made = createRefund(call, intent, this.#payments.state.refundedOf(intent), this.#context.now());
    return this.#take(intent, made, call.fault === 'refund_pending');
  }

  /** Somebody refunds in the dashboard: no call of ours, and so no id of ours. */
  put(intent: IntentState, amount: number): RefundState {
    const params = new FormParams(`amount=${amount}`);
    const refunded = this.#payments.state.refundedOf(intent);
    return this.#take(intent, createRefund({ params }, intent, refunded, this.#context.now()), false);
  }

  #take(intent: IntentState, made: RefundState, isSlow: boolean): RefundState {
    const { state, objects, events } = this.#payments;
    const answer = refundAnswerOf(intent.card);
    const atMs = this.#context.now().getTime() + this.#context.slowMs;
    const refund = state.refunds.put({
      ...made,
      status: isSlow ? 'pending' : answer.first,
      answer: answer.later === null ? null : { atMs, status: answer.later },
    });
    events.emit(intent.merchantId, 'refund.created', this.render(refund));
    events.emit(intent.merchantId, 'charge.refunded', objects.charge(intent) ?? {});
    return refund;
  }

  /** The payer's bank answers. False when the refund is unknown or ended. */
  answer(reference: string, status: 'succeeded' | 'failed'): boolean {
    const { state, events } = this.#payments;
    const refund = state.refunds.get(reference);
    if (!refund || !refundTransitions[refund.status].includes(status)) return false;
    const failureReason = status === 'failed' ? 'expired_or_canceled_card' : null;
    const answered = state.refunds.put({ ...refund, status, failureReason, answer: null });
    events.emit(refund.merchantId, 'refund.updated', this.render(answered));
    if (status === 'failed') events.emit(refund.merchantId, 'refund.failed', this.render(answered));
    return true;
  }

  /** Refunds whose bank has answered end. */
  tick(): void {
    const nowMs = this.#context.now().getTime();
    for (const { id, answer } of this.#payments.state.refunds.all()) {
      if (answer && answer.atMs <= nowMs) this.answer(id, answer.status);
    }
  }

  render(refund: RefundState, expand: readonly string[] = []) {
    return this.#payments.objects.refund(refund, this.#intentOf(refund), expand);
  }

  records(provider: string): RefundRecord[] {
    return this.#payments.state.refunds.all().map((refund) => {
      const { sessionId, id } = this.#intentOf(refund);
      return {
        provider,
        merchantId: refund.merchantId,
        reference: refund.id,
        merchantReference: refund.metadata['refundId'] ?? null,
        paymentReference: sessionId ?? id,
        amountOre: refund.amount,
        status: refund.status,
      };
    });
  }

  #intentOf({ id, intentId }: RefundState): IntentState {
    const intent = this.#payments.state.intents.get(intentId);
    if (!intent) throw new Error(`Refund ${id} has no payment intent`);
    return intent;
  }
}
