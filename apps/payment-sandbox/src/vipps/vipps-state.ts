import type { Collection } from '../journal.ts';
import type { SandboxContext } from '../provider-sandbox.ts';

/** The states of a payment (developer.vippsmobilepay.com/docs/APIs/epayment-api/api-guide/concepts). */
export type PaymentStatus = 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED';

/** What may follow what. Captures, cancellations and refunds of an approved payment are in its amounts, not its state. */
export const paymentTransitions: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  CREATED: ['AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED'],
  AUTHORIZED: [],
  ABORTED: [],
  EXPIRED: [],
  TERMINATED: [],
};

export type EventName = PaymentStatus | 'CANCELLED' | 'CAPTURED' | 'REFUNDED';

export interface PaymentEvent {
  name: EventName;
  pspReference: string;
  /** In the hundredth of the currency. */
  value: number;
  timestamp: string;
  idempotencyKey: string | null;
}

export interface PaymentState {
  /** Merchant and reference: two merchants may use the same one. */
  id: string;
  merchantId: string;
  reference: string;
  /** In the address of the page that plays the app. */
  token: string;
  pspReference: string;
  value: number;
  currency: string;
  description: string;
  returnUrl: string;
  createdAt: string;
  expiresAt: string;
  state: PaymentStatus;
  authorized: number;
  captured: number;
  cancelled: number;
  refunded: number;
  events: readonly PaymentEvent[];
}

/** The first answer to an idempotency key. */
interface RememberedAnswer {
  id: string;
  fingerprint: string;
  status: number;
  body: string;
}

/** What Vipps remembers, for all merchants. */
export class VippsState {
  readonly payments: Collection<PaymentState>;
  readonly answers: Collection<RememberedAnswer>;

  constructor({ journal }: Pick<SandboxContext, 'journal'>) {
    this.payments = journal.collection<PaymentState>('vipps.payment');
    this.answers = journal.collection<RememberedAnswer>('vipps.answer');
  }

  find(merchantId: string, reference: string): PaymentState | undefined {
    return this.payments.get(`${merchantId} ${reference}`);
  }

  byToken(token: string): PaymentState | undefined {
    return this.payments.all().find((payment) => payment.token === token);
  }
}
