import type { SandboxContext } from '../provider-sandbox.ts';
import { StripeEvents } from './stripe-events.ts';
import { stripeId } from './stripe-ids.ts';
import { StripeObjects } from './stripe-objects.ts';
import {
  intentTransitions,
  StripeState,
  type CardFailure,
  type CardState,
  type IntentState,
  type SessionState,
} from './stripe-state.ts';
import { authenticationFailure, type CardOutcome } from './test-cards.ts';

/** What happens to a payment: the payer gives a card, the bank answers, time passes. Every change sends its events. */
export class StripePayments {
  readonly state: StripeState;
  readonly objects: StripeObjects;
  readonly events: StripeEvents;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.state = new StripeState(context);
    this.objects = new StripeObjects(this.state, context.publicUrl);
    this.events = new StripeEvents(context, this.state);
  }

  /** The payer sends the card form. The session stays open unless the card was taken. */
  submitCard(session: SessionState, card: CardState, outcome: CardOutcome): IntentState {
    const intent = this.#intentFor(session);
    const charged = { ...intent, card, lastFailure: null, chargeId: stripeId('ch') };
    switch (outcome.kind) {
      case 'approved':
        return this.#succeed(session, charged);
      case 'declined':
        return this.#fail(charged, outcome.failure);
      case 'bank_approval':
        return this.move({ ...intent, card, lastFailure: null }, 'requires_action');
      case 'slow':
        return this.#process(session, charged, outcome.failure ?? null);
    }
  }

  /** The payer answers on the bank's page. */
  answerBank(session: SessionState, intent: IntentState, approved: boolean): IntentState {
    if (!approved) return this.#fail(intent, authenticationFailure);
    return this.#succeed(session, { ...intent, chargeId: stripeId('ch') });
  }

  /** The bank of a slow card answers. */
  settle(intent: IntentState): IntentState {
    const session = this.sessionOf(intent);
    const failure = intent.answer?.failure ?? null;
    if (failure === null) return this.#succeed(session, { ...intent, answer: null });
    const failed = this.#fail({ ...intent, answer: null }, failure);
    this.#emitSession('checkout.session.async_payment_failed', session);
    return failed;
  }

  expire(session: SessionState): SessionState {
    const expired = this.state.sessions.put({ ...session, status: 'expired' });
    const intent = session.paymentIntentId === null ? undefined : this.state.intents.get(session.paymentIntentId);
    if (intent && intentTransitions[intent.status].includes('canceled')) this.move(intent, 'canceled');
    this.#emitSession('checkout.session.expired', expired);
    return expired;
  }

  /** The session as it is now: one whose time is out has expired, even if nobody noticed yet. */
  sessionNow(id: string): SessionState | undefined {
    const session = this.state.sessions.get(id);
    const isOver = session?.status === 'open' && Date.parse(session.expiresAt) <= this.#context.now().getTime();
    return session && isOver ? this.expire(session) : session;
  }

  /** Open sessions whose time is out expire, slow payments whose bank has answered end. */
  tick(): void {
    const nowMs = this.#context.now().getTime();
    for (const { id } of this.state.sessions.all()) this.sessionNow(id);
    for (const intent of this.state.intents.all()) {
      if (intent.answer && intent.answer.atMs <= nowMs) this.settle(intent);
    }
  }

  sessionOf(intent: IntentState): SessionState {
    const session = intent.sessionId === null ? undefined : this.state.sessions.get(intent.sessionId);
    if (!session) throw new Error(`Payment intent ${intent.id} has no session`);
    return session;
  }

  #intentFor(session: SessionState): IntentState {
    const existing = session.paymentIntentId === null ? undefined : this.state.intents.get(session.paymentIntentId);
    if (existing) return existing;
    const intent = this.state.intents.put({
      id: stripeId('pi'),
      merchantId: session.merchantId,
      sessionId: session.id,
      paymentMethodId: null,
      createdAt: this.#context.now().toISOString(),
      amount: session.amount,
      currency: session.currency,
      metadata: session.intentMetadata,
      status: 'requires_payment_method',
      card: null,
      lastFailure: null,
      chargeId: null,
      paidAt: null,
      answer: null,
      returnUrl: null,
    });
    this.state.sessions.put({ ...session, paymentIntentId: intent.id });
    this.emitIntent('payment_intent.created', intent);
    return intent;
  }

  #succeed(session: SessionState, intent: IntentState): IntentState {
    const wasOpen = session.status === 'open';
    const paid = this.move({ ...intent, paidAt: this.#context.now().toISOString() }, 'succeeded');
    const complete = this.state.sessions.put({ ...session, paymentIntentId: paid.id, status: 'complete' });
    this.emitIntent('payment_intent.succeeded', paid);
    this.#emitSession(wasOpen ? 'checkout.session.completed' : 'checkout.session.async_payment_succeeded', complete);
    return paid;
  }

  #fail(intent: IntentState, failure: CardFailure): IntentState {
    const failed = this.move({ ...intent, lastFailure: failure }, 'requires_payment_method');
    this.emitIntent('payment_intent.payment_failed', failed);
    return failed;
  }

  #process(session: SessionState, intent: IntentState, failure: CardFailure | null): IntentState {
    const atMs = this.#context.now().getTime() + this.#context.slowMs;
    const processing = this.move({ ...intent, answer: { atMs, failure } }, 'processing');
    const complete = this.state.sessions.put({ ...session, paymentIntentId: intent.id, status: 'complete' });
    this.emitIntent('payment_intent.processing', processing);
    this.#emitSession('checkout.session.completed', complete);
    return processing;
  }

  /** Throws when an intent cannot go there from where it is. */
  move(intent: IntentState, status: IntentState['status']): IntentState {
    if (!intentTransitions[intent.status].includes(status)) {
      throw new Error(`Payment intent ${intent.id} cannot go from ${intent.status} to ${status}`);
    }
    return this.state.intents.put({ ...intent, status });
  }

  #emitSession(type: string, session: SessionState): void {
    this.events.emit(session.merchantId, type, this.objects.session(session));
  }

  emitIntent(type: string, intent: IntentState): void {
    this.events.emit(intent.merchantId, type, this.objects.intent(intent));
  }
}
