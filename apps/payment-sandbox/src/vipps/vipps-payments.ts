import { randomUUID } from 'node:crypto';
import type { SandboxContext } from '../provider-sandbox.ts';
import { VippsFailure } from './vipps-failure.ts';
import {
  paymentTransitions,
  VippsState,
  type EventName,
  type PaymentState,
  type PaymentStatus,
} from './vipps-state.ts';

/** An app payment ends by itself after this time. */
const lifetimeMs = 10 * 60 * 1_000;
const refundWindowMs = 365 * 24 * 60 * 60 * 1_000;

/** What a payment is made of. */
export interface NewPayment {
  merchantId: string;
  reference: string;
  value: number;
  currency: string;
  description: string;
  returnUrl: string;
  idempotencyKey: string | null;
}

/** How much of a payment is changed, and under which idempotency key. */
export interface Modification {
  value: number;
  idempotencyKey: string | null;
}

/** What happens to a payment: made, answered in the app, captured, cancelled, sent back. Every change sends a webhook. */
export class VippsPayments {
  readonly state: VippsState;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.state = new VippsState(context);
  }

  create({ merchantId, reference, value, currency, description, returnUrl, idempotencyKey }: NewPayment): PaymentState {
    const now = this.#context.now();
    const made = this.state.payments.put({
      id: `${merchantId} ${reference}`,
      merchantId,
      reference,
      token: randomUUID(),
      pspReference: randomUUID(),
      value,
      currency,
      description,
      returnUrl,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + lifetimeMs).toISOString(),
      state: 'CREATED',
      authorized: 0,
      captured: 0,
      cancelled: 0,
      refunded: 0,
      events: [],
    });
    return this.#log(made, 'CREATED', { value, idempotencyKey });
  }

  /** The payment as it is now: one whose time is out has expired, even if nobody noticed yet. */
  now(payment: PaymentState): PaymentState {
    const isOver = payment.state === 'CREATED' && Date.parse(payment.expiresAt) <= this.#context.now().getTime();
    return isOver ? this.move(payment, 'EXPIRED') : payment;
  }

  /** The payer approves: the amount is reserved. */
  approve(payment: PaymentState): PaymentState {
    return this.move({ ...payment, authorized: payment.value }, 'AUTHORIZED');
  }

  move(payment: PaymentState, state: PaymentStatus, idempotencyKey: string | null = null): PaymentState {
    if (!paymentTransitions[payment.state].includes(state)) {
      throw new VippsFailure(409, 'Invalid state', `A payment that is ${payment.state} cannot become ${state}.`);
    }
    const moved = this.state.payments.put({ ...payment, state });
    return this.#log(moved, state, { value: payment.value, idempotencyKey });
  }

  capture(payment: PaymentState, change: Modification): PaymentState {
    const leftOre = payment.authorized - payment.captured - payment.cancelled;
    if (payment.state !== 'AUTHORIZED' || change.value > leftOre) {
      throw new VippsFailure(409, 'Capture not allowed', `At most ${leftOre} can be captured.`);
    }
    return this.#log({ ...payment, captured: payment.captured + change.value }, 'CAPTURED', change);
  }

  /** Ends a payment that nobody approved, or lets go what is reserved and not captured. */
  cancel(payment: PaymentState, onlyIfOpen: boolean, idempotencyKey: string | null): PaymentState {
    if (payment.state === 'CREATED') return this.move(payment, 'TERMINATED', idempotencyKey);
    const leftOre = payment.authorized - payment.captured - payment.cancelled;
    if (onlyIfOpen || payment.state !== 'AUTHORIZED' || leftOre === 0) {
      throw new VippsFailure(409, 'Cancel not allowed', `The payment is ${payment.state}.`);
    }
    return this.#log({ ...payment, cancelled: payment.cancelled + leftOre }, 'CANCELLED', {
      value: leftOre,
      idempotencyKey,
    });
  }

  refund(payment: PaymentState, change: Modification): PaymentState {
    const leftOre = payment.captured - payment.refunded;
    if (change.value > leftOre) throw new VippsFailure(409, 'Refund not allowed', `At most ${leftOre} is left.`);
    if (Date.parse(payment.createdAt) + refundWindowMs < this.#context.now().getTime()) {
      throw new VippsFailure(400, 'Refund not allowed', 'The payment is more than 365 days old.');
    }
    return this.#log({ ...payment, refunded: payment.refunded + change.value }, 'REFUNDED', change);
  }

  tick(): void {
    for (const payment of this.state.payments.all()) this.now(payment);
  }

  #log(payment: PaymentState, name: EventName, { value, idempotencyKey }: Modification): PaymentState {
    const timestamp = this.#context.now().toISOString();
    const event = { name, pspReference: randomUUID(), value, timestamp, idempotencyKey };
    const logged = this.state.payments.put({ ...payment, events: [...payment.events, event] });
    const merchant = this.#context.merchants.get(payment.merchantId);
    if (merchant) {
      this.#context.webhooks.enqueue({
        merchant,
        eventId: event.pspReference,
        eventType: `epayments.payment.${name.toLowerCase()}.v1`,
        body: JSON.stringify({ msn: merchant.credentials['merchantSerialNumber'], ...renderEvent(logged, event) }),
      });
    }
    return logged;
  }
}

/** An event as the log and webhooks show it. */
export function renderEvent(
  { reference, currency }: PaymentState,
  { name, pspReference, value, timestamp, idempotencyKey }: PaymentState['events'][number],
) {
  return { reference, pspReference, name, amount: { currency, value }, timestamp, idempotencyKey, success: true };
}

/** What a change of a payment is answered with. */
export function renderAdjusted(payment: PaymentState) {
  const { reference, pspReference, currency, value, state, authorized, captured, cancelled, refunded } = payment;
  const amount = (of: number) => ({ currency, value: of });
  return {
    reference,
    pspReference,
    state,
    amount: amount(value),
    aggregate: {
      authorizedAmount: amount(authorized),
      capturedAmount: amount(captured),
      cancelledAmount: amount(cancelled),
      refundedAmount: amount(refunded),
    },
  };
}

/** A payment as `GET /epayment/v1/payments/{reference}` shows it. */
export function renderPayment(payment: PaymentState, publicUrl: string) {
  return {
    ...renderAdjusted(payment),
    paymentMethod: { type: 'WALLET' },
    profile: {},
    redirectUrl: `${publicUrl}/vipps/${payment.token}`,
  };
}
