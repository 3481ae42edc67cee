import type { Collection } from '../journal.ts';
import type { Merchant } from '../merchants.ts';
import type { SandboxContext } from '../provider-sandbox.ts';

/** A Checkout Session: one offer to pay on the hosted page. Amounts in the currency's minor unit (øre). */
export interface SessionState {
  id: string;
  merchantId: string;
  createdAt: string;
  expiresAt: string;
  amount: number;
  currency: string;
  description: string;
  locale: string | null;
  successUrl: string;
  cancelUrl: string | null;
  clientReferenceId: string | null;
  customerEmail: string | null;
  metadata: Record<string, string>;
  intentMetadata: Record<string, string>;
  status: 'open' | 'complete' | 'expired';
  paymentIntentId: string | null;
}

export type IntentStatus = 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';

export interface CardFailure {
  code: string;
  declineCode?: string;
  message: string;
}

export interface CardState {
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
}

/** A PaymentIntent: the attempt, or attempts, to take the money. */
export interface IntentState {
  id: string;
  merchantId: string;
  /** Null for a charge without the payer, which has no page. */
  sessionId: string | null;
  /** The saved card that it is charged to; null when the payer types one. */
  paymentMethodId: string | null;
  createdAt: string;
  amount: number;
  currency: string;
  metadata: Record<string, string>;
  status: IntentStatus;
  card: CardState | null;
  lastFailure: CardFailure | null;
  chargeId: string | null;
  paidAt: string | null;
  /** While processing: when the bank answers, and what. */
  answer: { atMs: number; failure: CardFailure | null } | null;
  /** Where the payer comes back to from the bank's page, when that was asked for. */
  returnUrl: string | null;
}

/** A Checkout Session in `setup` mode with its SetupIntent: one offer to save a card. */
export interface SetupState {
  id: string;
  intentId: string;
  merchantId: string;
  createdAt: string;
  expiresAt: string;
  locale: string | null;
  successUrl: string;
  cancelUrl: string | null;
  clientReferenceId: string | null;
  status: 'open' | 'complete' | 'expired';
  /** The card that the payer typed, while the bank's approval or another card is waited for. */
  candidate: CandidateCard | null;
  needsBank: boolean;
  lastFailure: CardFailure | null;
  paymentMethodId: string | null;
}

export interface CandidateCard {
  card: CardState;
  /** What the bank answers when the card is charged without the payer; null when it takes the charge. */
  unattended: CardFailure | null;
}

/** A saved card. It lives as long as its customer. */
export interface PaymentMethodState extends CandidateCard {
  id: string;
  merchantId: string;
  customerId: string;
}

export interface CustomerState {
  id: string;
  merchantId: string;
  createdAt: string;
  isDeleted: boolean;
}

export interface RefundState {
  id: string;
  merchantId: string;
  intentId: string;
  createdAt: string;
  amount: number;
  reason: string | null;
  metadata: Record<string, string>;
  status: RefundStatus;
  failureReason: string | null;
  /** When the payer's bank answers by itself, and what. */
  answer: { atMs: number; status: 'succeeded' | 'failed' } | null;
}

export type RefundStatus = 'pending' | 'succeeded' | 'failed';

/** A refund that succeeded may still come back (docs.stripe.com/refunds#failed-refunds). */
export const refundTransitions: Record<RefundStatus, readonly RefundStatus[]> = {
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: [],
};

export interface EventState {
  id: string;
  merchantId: string;
  type: string;
  createdAt: string;
  body: string;
}

/** The answer that an idempotency key stands for. */
export interface RememberedAnswer {
  /** Merchant and key. */
  id: string;
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  answeredAtMs: number;
}

/** `requires_payment_method` after a decline lets the payer try another card in the same session. */
export const intentTransitions: Record<IntentStatus, readonly IntentStatus[]> = {
  requires_payment_method: ['requires_action', 'processing', 'succeeded', 'requires_payment_method', 'canceled'],
  requires_action: ['requires_payment_method', 'succeeded', 'canceled'],
  processing: ['requires_payment_method', 'succeeded'],
  succeeded: [],
  canceled: [],
};

/** What one Stripe account holds, for all merchants; each object knows its merchant. */
export class StripeState {
  readonly sessions: Collection<SessionState>;
  readonly intents: Collection<IntentState>;
  readonly setups: Collection<SetupState>;
  readonly customers: Collection<CustomerState>;
  readonly paymentMethods: Collection<PaymentMethodState>;
  readonly refunds: Collection<RefundState>;
  readonly events: Collection<EventState>;
  readonly answers: Collection<RememberedAnswer>;

  constructor({ journal }: Pick<SandboxContext, 'journal'>) {
    this.sessions = journal.collection<SessionState>('stripe.session');
    this.intents = journal.collection<IntentState>('stripe.intent');
    this.setups = journal.collection<SetupState>('stripe.setup');
    this.customers = journal.collection<CustomerState>('stripe.customer');
    this.paymentMethods = journal.collection<PaymentMethodState>('stripe.payment_method');
    this.refunds = journal.collection<RefundState>('stripe.refund');
    this.events = journal.collection<EventState>('stripe.event');
    this.answers = journal.collection<RememberedAnswer>('stripe.answer');
  }

  refundedOf(intent: IntentState): number {
    const standing = this.refunds.all().filter(({ intentId, status }) => intentId === intent.id && status !== 'failed');
    return standing.reduce((sum, { amount }) => sum + amount, 0);
  }
}

/** An object that belongs to this merchant, or undefined: nobody sees another's. */
export function ownedBy<T extends { merchantId: string }>(merchant: Merchant, value: T | undefined): T | undefined {
  return value?.merchantId === merchant.id ? value : undefined;
}
