import type Stripe from 'stripe';
import { unixSeconds } from './stripe-ids.ts';
import type {
  IntentState,
  PaymentMethodState,
  RefundState,
  SessionState,
  SetupState,
  StripeState,
} from './stripe-state.ts';

/** Renders the sandbox's state as the objects that Stripe's API reference documents. */
export class StripeObjects {
  readonly #state: StripeState;
  readonly #publicUrl: () => string;

  constructor(state: StripeState, publicUrl: () => string) {
    this.#state = state;
    this.#publicUrl = publicUrl;
  }

  session(session: SessionState, expand: readonly string[] = []) {
    const intent = session.paymentIntentId === null ? undefined : this.#state.intents.get(session.paymentIntentId);
    return {
      id: session.id,
      object: 'checkout.session',
      allowed_payment_method_types: ['card'],
      amount_subtotal: session.amount,
      amount_total: session.amount,
      cancel_url: session.cancelUrl,
      client_reference_id: session.clientReferenceId,
      created: unixSeconds(session.createdAt),
      currency: session.currency,
      customer: null,
      customer_email: session.customerEmail,
      expires_at: unixSeconds(session.expiresAt),
      livemode: false,
      locale: session.locale,
      metadata: session.metadata,
      mode: 'payment',
      payment_intent: this.#intentOf(intent, expand),
      payment_method_types: ['card'],
      payment_status: intent?.status === 'succeeded' ? 'paid' : 'unpaid',
      status: session.status,
      success_url: session.successUrl,
      ui_mode: 'hosted_page',
      url: session.status === 'open' ? this.paymentPage(session) : null,
    } satisfies Partial<Record<keyof Stripe.Checkout.Session, unknown>>;
  }

  intent(intent: IntentState, expand: readonly string[] = []) {
    const paid = intent.status === 'succeeded';
    return {
      id: intent.id,
      object: 'payment_intent',
      amount: intent.amount,
      amount_capturable: 0,
      amount_received: paid ? intent.amount : 0,
      canceled_at: null,
      capture_method: 'automatic_async',
      created: unixSeconds(intent.createdAt),
      currency: intent.currency,
      customer: this.#customerOf(intent),
      description: null,
      last_payment_error: intent.lastFailure && {
        type: 'card_error',
        code: intent.lastFailure.code,
        message: intent.lastFailure.message,
        ...(intent.lastFailure.declineCode === undefined ? {} : { decline_code: intent.lastFailure.declineCode }),
      },
      latest_charge: expand.includes('latest_charge') ? this.charge(intent) : intent.chargeId,
      livemode: false,
      metadata: intent.metadata,
      next_action: intent.status === 'requires_action' ? this.#nextAction(intent) : null,
      // A refused card is taken off the intent (docs.stripe.com/payments/paymentintents/lifecycle).
      payment_method: intent.status === 'requires_payment_method' ? null : intent.paymentMethodId,
      payment_method_types: ['card'],
      status: intent.status,
    } satisfies Partial<Record<keyof Stripe.PaymentIntent, unknown>>;
  }

  charge(intent: IntentState) {
    if (intent.chargeId === null) return null;
    const paid = intent.status === 'succeeded';
    const refunded = this.#state.refundedOf(intent);
    return {
      id: intent.chargeId,
      object: 'charge',
      amount: intent.amount,
      amount_captured: paid ? intent.amount : 0,
      amount_refunded: refunded,
      captured: paid,
      created: unixSeconds(intent.paidAt ?? intent.createdAt),
      currency: intent.currency,
      failure_code: paid ? null : (intent.lastFailure?.code ?? null),
      livemode: false,
      metadata: intent.metadata,
      paid,
      payment_intent: intent.id,
      payment_method_details: {
        type: 'card',
        card: intent.card && {
          brand: intent.card.brand,
          country: 'NO',
          exp_month: intent.card.expMonth,
          exp_year: intent.card.expYear,
          funding: 'debit',
          last4: intent.card.last4,
        },
      },
      refunded: paid && refunded === intent.amount,
      status: paid ? 'succeeded' : intent.status === 'processing' ? 'pending' : 'failed',
    } satisfies Partial<Record<keyof Stripe.Charge, unknown>>;
  }

  refund(refund: RefundState, intent: IntentState, expand: readonly string[] = []) {
    return {
      id: refund.id,
      object: 'refund',
      amount: refund.amount,
      charge: intent.chargeId,
      created: unixSeconds(refund.createdAt),
      currency: intent.currency,
      metadata: refund.metadata,
      payment_intent: this.#intentOf(intent, expand),
      reason: refund.reason,
      status: refund.status,
      ...(refund.failureReason === null ? {} : { failure_reason: refund.failureReason }),
    } satisfies Partial<Record<keyof Stripe.Refund, unknown>>;
  }

  /** A session that saves a card (mode `setup`), with the SetupIntent and the card in it when asked for. */
  setup(setup: SetupState, expand: readonly string[] = []) {
    const saved = setup.paymentMethodId === null ? undefined : this.#state.paymentMethods.get(setup.paymentMethodId);
    const isExpanded = expand.some((path) => path === 'setup_intent' || path.startsWith('setup_intent.'));
    return {
      id: setup.id,
      object: 'checkout.session',
      amount_total: null,
      cancel_url: setup.cancelUrl,
      client_reference_id: setup.clientReferenceId,
      created: unixSeconds(setup.createdAt),
      currency: null,
      customer: saved?.customerId ?? null,
      expires_at: unixSeconds(setup.expiresAt),
      livemode: false,
      locale: setup.locale,
      metadata: {},
      mode: 'setup',
      payment_intent: null,
      payment_status: 'no_payment_required',
      setup_intent: isExpanded ? this.#setupIntent(setup, saved, expand) : setup.intentId,
      status: setup.status,
      success_url: setup.successUrl,
      ui_mode: 'hosted_page',
      url: setup.status === 'open' ? this.setupPage(setup) : null,
    } satisfies Partial<Record<keyof Stripe.Checkout.Session, unknown>>;
  }

  /** Where the payer types the card to save. */
  setupPage({ id }: SetupState): string {
    return `${this.#publicUrl()}/c/setup/${id}`;
  }

  /** Where the payer pays. */
  paymentPage(session: SessionState): string {
    return `${this.#publicUrl()}/c/pay/${session.id}`;
  }

  #setupIntent(setup: SetupState, saved: PaymentMethodState | undefined, expand: readonly string[]) {
    const isExpanded = expand.includes('setup_intent.payment_method');
    return {
      id: setup.intentId,
      object: 'setup_intent',
      customer: saved?.customerId ?? null,
      payment_method: saved && isExpanded ? paymentMethod(saved) : (saved?.id ?? null),
      status: saved ? 'succeeded' : 'requires_payment_method',
      usage: 'off_session',
    } satisfies Partial<Record<keyof Stripe.SetupIntent, unknown>>;
  }

  #customerOf({ paymentMethodId }: IntentState): string | null {
    return paymentMethodId === null ? null : (this.#state.paymentMethods.get(paymentMethodId)?.customerId ?? null);
  }

  #nextAction({ id, returnUrl }: IntentState) {
    if (returnUrl === null) return { type: 'use_stripe_sdk' };
    return {
      type: 'redirect_to_url',
      redirect_to_url: { url: `${this.#publicUrl()}/c/bank/${id}`, return_url: returnUrl },
    };
  }

  #intentOf(intent: IntentState | undefined, expand: readonly string[]) {
    if (!intent) return null;
    if (!expand.some((path) => path === 'payment_intent' || path.startsWith('payment_intent.'))) return intent.id;
    const inner = expand.map((path) => path.replace(/^payment_intent\./, ''));
    return this.intent(intent, inner);
  }
}

function paymentMethod({ id, customerId, card }: PaymentMethodState) {
  return {
    id,
    object: 'payment_method',
    card: { brand: card.brand, exp_month: card.expMonth, exp_year: card.expYear, last4: card.last4 },
    customer: customerId,
    livemode: false,
    type: 'card',
  } satisfies Partial<Record<keyof Stripe.PaymentMethod, unknown>>;
}
