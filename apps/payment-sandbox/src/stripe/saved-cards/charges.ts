import type { SandboxContext } from '../../provider-sandbox.ts';
import type { StripeCall } from '../stripe-endpoint.ts';
import { StripeFailure } from '../stripe-failure.ts';
import { stripeId } from '../stripe-ids.ts';
import type { StripePayments } from '../stripe-payments.ts';
import type { CardFailure, IntentState, PaymentMethodState } from '../stripe-state.ts';
import { authenticationFailure } from '../test-cards.ts';
import type { SavedCards } from './saved-cards.ts';

const expiredCard: CardFailure = { code: 'expired_card', message: 'Your card has expired.' };

/** Charges of saved cards: without the payer, or with the bank's approval afterwards. */
export class Charges {
  readonly #context: SandboxContext;
  readonly #payments: StripePayments;
  readonly #savedCards: SavedCards;

  constructor(context: SandboxContext, payments: StripePayments, savedCards: SavedCards) {
    this.#context = context;
    this.#payments = payments;
    this.#savedCards = savedCards;
  }

  /** `POST /v1/payment_intents` with `confirm` and `off_session`. Throws what Stripe refuses. */
  create({ merchant, params, fault }: StripeCall): IntentState {
    for (const name of ['confirm', 'off_session']) {
      if (params.required(name) !== 'true') throw StripeFailure.invalid(`${name} must be true`, 'invalid', name);
    }
    const method = this.#method(merchant.id, params.required('customer'), params.required('payment_method'));
    const amount = params.requiredInteger('amount');
    const currency = params.required('currency');
    const intent = this.#payments.state.intents.put({
      id: stripeId('pi'),
      merchantId: merchant.id,
      sessionId: null,
      paymentMethodId: method.id,
      createdAt: this.#context.now().toISOString(),
      amount: fault === 'amount_differs' ? amount + 100 : amount,
      currency: fault === 'currency_differs' ? 'sek' : currency,
      metadata: params.group('metadata'),
      status: 'requires_payment_method',
      card: method.card,
      lastFailure: null,
      chargeId: null,
      paidAt: null,
      answer: null,
      returnUrl: null,
    });
    this.#payments.emitIntent('payment_intent.created', intent);
    return this.#charge(intent, this.#isExpired(method) ? expiredCard : method.unattended);
  }

  /** `POST /v1/payment_intents/{id}/confirm` with the payer there: the bank's page comes first when it is asked for. */
  confirm({ params }: StripeCall, intent: IntentState): IntentState {
    if (intent.status !== 'requires_payment_method') throw wrongStatus(intent, 'confirm');
    const customerId = this.#payments.state.paymentMethods.get(intent.paymentMethodId ?? '')?.customerId ?? '';
    const method = this.#method(intent.merchantId, customerId, params.required('payment_method'));
    const returnUrl = params.absoluteUrl('return_url') ?? params.required('return_url');
    const attempt = { ...intent, returnUrl, lastFailure: null };
    if (method.unattended?.code === 'authentication_required') return this.#payments.move(attempt, 'requires_action');
    return this.#charge(attempt, this.#isExpired(method) ? expiredCard : method.unattended);
  }

  /** The payer answers on the bank's page. */
  answerBank(intent: IntentState, isApproved: boolean): IntentState {
    return isApproved ? this.#succeed(intent) : this.#fail(intent, authenticationFailure);
  }

  /** `POST /v1/payment_intents/{id}/cancel`. */
  cancel(intent: IntentState): IntentState {
    if (intent.status === 'succeeded' || intent.status === 'canceled') throw wrongStatus(intent, 'cancel');
    const canceled = this.#payments.move(intent, 'canceled');
    this.#payments.emitIntent('payment_intent.canceled', canceled);
    return canceled;
  }

  #charge(intent: IntentState, failure: CardFailure | null): IntentState {
    if (!failure) return this.#succeed(intent);
    const failed = this.#fail(intent, failure);
    throw StripeFailure.card(failure, this.#payments.objects.intent(failed));
  }

  #succeed(intent: IntentState): IntentState {
    const paidAt = this.#context.now().toISOString();
    const paid = this.#payments.move({ ...intent, chargeId: stripeId('ch'), paidAt }, 'succeeded');
    this.#payments.emitIntent('payment_intent.succeeded', paid);
    return paid;
  }

  #fail(intent: IntentState, failure: CardFailure): IntentState {
    const failed = this.#payments.move({ ...intent, lastFailure: failure }, 'requires_payment_method');
    this.#payments.emitIntent('payment_intent.payment_failed', failed);
    return failed;
  }

  #method(merchantId: string, customerId: string, id: string): PaymentMethodState {
    const method = this.#savedCards.usable(merchantId, customerId, id);
    if (!method) throw StripeFailure.missing('PaymentMethod', id, 'payment_method');
    return method;
  }

  /** A card is good until the last day of its month. */
  #isExpired({ card }: PaymentMethodState): boolean {
    return Date.UTC(card.expYear, card.expMonth) <= this.#context.now().getTime();
  }
}

function wrongStatus({ status }: IntentState, verb: string): StripeFailure {
  return StripeFailure.wrongState(
    `You cannot ${verb} this PaymentIntent because it has a status of ${status}.`,
    'payment_intent_unexpected_state',
  );
}
