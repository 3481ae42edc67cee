import type { Language } from '@kantinekortet/platform';
import type { AuthorizationPort } from './authorization-port.ts';
import type { ChargebackPort } from './chargeback-port.ts';
import type { RefundPort } from './refund-port.ts';
import type { ReportPort } from './report-port.ts';
import type { SavedCardPort } from './saved-card-port.ts';

/** What a payer is asked to pay, on the provider's own page. */
export interface PaymentRequest {
  /** Our id of the payment: the provider's idempotency key, and what its webhooks name the payment by. */
  readonly paymentId: string;
  readonly amountOre: number;
  /** What the payer reads on the payment page. */
  readonly description: string;
  readonly language: Language;
  /** Where the payer comes back to; the visit itself proves nothing. */
  readonly returnUrl: string;
  /** Where the payer comes back to without having paid. */
  readonly cancelUrl: string;
  /** When the offer to pay ends. The same in every repetition of a request. */
  readonly expiresAt: Date;
}

/** A payment that was started. */
export interface StartedPayment {
  /** The provider's id of it. */
  readonly providerReference: string;
  /** Where the payer goes to pay. */
  readonly checkoutUrl: string;
}

/** Why money was not taken, in words that no provider owns. */
export const failureCodes = [
  'declined',
  'insufficient_funds',
  'authentication_required',
  'authentication_failed',
  'card_expired',
  'other',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** What the payer paid with, as far as it may be shown. */
export interface PaymentCard {
  readonly brand: string;
  readonly last4: string;
}

/** What the provider says of a payment, now. */
export interface ProviderPayment {
  /** Our id of the payment, or null when it was not made by us. */
  readonly paymentId: string | null;
  readonly providerReference: string;
  /**
   * `pending`: the payer may still pay, or the bank has not answered. `authorized`: the money is reserved, and has to be
   * captured. The others are final.
   */
  readonly status: 'pending' | 'authorized' | 'paid' | 'failed' | 'expired';
  /** What was paid or, before that, reserved or asked for; in øre, or the hundredth of another currency. */
  readonly amountOre: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  /** How it was or would be paid: `card`, or the name of the payer's app. */
  readonly method: string;
  readonly card: PaymentCard | null;
  /** Of the last attempt that failed. */
  readonly failureCode: FailureCode | null;
}

/** What a webhook is about, and so who works on it. A refund is one that we asked for; others are `dashboard_refund`. */
export type EventSubject = 'payment' | 'refund' | 'dashboard_refund' | 'dispute' | 'saved_card';

/** A verified webhook, as a hint that something changed: the truth is asked for. */
export interface ProviderEvent {
  readonly subject: EventSubject;
  /** The provider's id of the event: the same when it is sent again. */
  readonly eventId: string;
  readonly type: string;
  /** Our id of the payment or, for a saved card, of that. */
  readonly paymentId: string | null;
  /** Our id of the refund that it is about. */
  readonly refundId: string | null;
  /** The provider's id of what it is about. */
  readonly providerReference: string;
}

export type WebhookHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A webhook as it came in. */
export interface WebhookRequest {
  readonly rawBody: Buffer;
  readonly headers: WebhookHeaders;
  /** The path and query that it was sent to: some signatures cover them. */
  readonly path: string;
}

/**
 * One merchant's account with a payment provider. Every method may throw ProviderUnavailable, after which the outcome is
 * unknown and the same call may be made again.
 */
export interface PaymentProvider extends RefundPort {
  readonly name: string;
  /** Null for a provider that keeps no cards. */
  readonly savedCards: SavedCardPort | null;
  /** Null for a provider that takes the money as the payer approves it. */
  readonly authorizations: AuthorizationPort | null;
  /** Null for a provider that says nothing of its own accord. */
  readonly reports: ReportPort | null;
  /** Null for a provider without disputes, whose refunds are asked about payment by payment. */
  readonly chargebacks: ChargebackPort | null;
  /**
   * Starts a payment in Norwegian kroner. The same `paymentId` always gives the same payment. Throws PaymentOfferEnded
   * when it was not started before and its time is over.
   */
  createPayment(request: PaymentRequest): Promise<StartedPayment>;
  /** Asks what became of a payment. */
  getPayment(providerReference: string): Promise<ProviderPayment>;
  /** Ends a payment that nobody has paid, and says what became of it: it may have been paid before. */
  expirePayment(providerReference: string): Promise<ProviderPayment>;
  /** The event in a webhook, or null for one that concerns nothing of ours. Throws WebhookNotVerified. */
  parseWebhook(request: WebhookRequest): ProviderEvent | null;
}

/** A kind of provider: opens a merchant's account from its credentials. One folder each. */
export interface ProviderAdapter {
  readonly name: string;
  /** How one pays by it: `card`, or the name of the payer's app as the payer knows it. */
  readonly method: string;
  /** Throws an Error that names what is missing or wrong, never the value. */
  open(
    credentials: Readonly<Record<string, string>>,
    circumstances: { readonly isProduction: boolean },
  ): PaymentProvider;
}
