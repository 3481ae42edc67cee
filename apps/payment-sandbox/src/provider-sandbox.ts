import type { FastifyInstance } from 'fastify';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { Merchant, Merchants } from './merchants.ts';
import type { WebhookOutbox } from './webhook-outbox.ts';

/** What every provider's part of the sandbox works with. */
export interface SandboxContext {
  journal: Journal;
  merchants: Merchants;
  faults: Faults;
  webhooks: WebhookOutbox;
  /** Where the payer's browser finds the sandbox, without a slash at the end. */
  publicUrl: () => string;
  /** How long a slow payment takes. */
  slowMs: number;
  now: () => Date;
}

/** The sandbox's own record of a payment, against which the ledger is compared. Amounts in øre. */
export interface PaymentRecord {
  provider: string;
  merchantId: string;
  /** The provider's id, as `PaymentProvider.createPayment` returns it. */
  reference: string;
  /** The merchant's own id for it. */
  merchantReference: string | null;
  amountOre: number;
  currency: string;
  status: 'open' | 'processing' | 'paid' | 'failed' | 'expired';
  refundedOre: number;
  paidAt: string | null;
}

/** The sandbox's own record of a refund. */
export interface RefundRecord {
  provider: string;
  merchantId: string;
  /** The provider's id, as `PaymentProvider.refundPayment` returns it. */
  reference: string;
  /** The merchant's own id for it. */
  merchantReference: string | null;
  /** The provider's id of the payment that it goes back to. */
  paymentReference: string;
  amountOre: number;
  status: 'pending' | 'succeeded' | 'failed';
}

/** A merchant's account by the sandbox's own record, in øre: what moved it, and what has been sent to the bank. */
export interface AccountRecord {
  movedOre: number;
  costOre: number;
  paidOutOre: number;
  balanceOre: number;
}

/** How much of a payment its payer's bank takes back, all if nothing is said, or whether it only asks about it. */
export interface DisputeWish {
  amountOre?: number;
  isInquiry?: boolean;
}

/** `escalated`: what the bank only asked about it now takes. `closed`: it had asked, and takes nothing. */
export type DisputeAnswer = 'won' | 'lost' | 'escalated' | 'closed';

/** What tests can order to happen to a merchant's account. */
export interface AccountPlay {
  /** The payer's bank takes a payment back: the reference of the dispute, or undefined when it cannot. */
  dispute(reference: string, wish: DisputeWish): string | undefined;
  /** The bank decides. False when it has, or cannot decide so. */
  answerDispute(reference: string, answer: DisputeAnswer): boolean;
  /** Sends what is on the account to the merchant's bank; undefined when there is nothing. */
  issuePayout(merchantId: string): { id: string } | undefined;
  record(merchantId: string): AccountRecord;
}

/** A webhook as it goes over the wire: the sandbox may be told to forge or to backdate its signature. */
export interface WebhookToSign {
  merchant: Merchant;
  body: string;
  signedAt: Date;
}

/** One payment provider, played on this machine. One folder each; `sandbox.ts` lists them. */
export interface ProviderSandbox {
  readonly name: string;
  /** Names of the credentials that a merchant of this provider must have. */
  readonly credentialNames: readonly string[];
  /** The headers that prove where a webhook came from. */
  signWebhook(webhook: WebhookToSign): Record<string, string>;
  open(context: SandboxContext): OpenProvider;
}

/** A provider with its memory. */
export interface OpenProvider {
  /** Adds the provider's API and its payment pages. */
  routes(app: FastifyInstance): void;
  readonly account: AccountPlay;
  payments(): PaymentRecord[];
  refunds(): RefundRecord[];
  /** Somebody refunds a payment at the provider. False when that much is not left. */
  refundThere(reference: string, amountOre: number): boolean;
  /** Lets time pass: slow payments are answered, open ones expire. */
  tick(): void;
  /** Answers one slow payment now, for tests. False when there is nothing to answer. */
  settle(reference: string): boolean;
  /** Answers one refund now, also one that had succeeded, for tests. False when it is unknown or has failed. */
  answerRefund(reference: string, status: 'succeeded' | 'failed'): boolean;
  /** Lets the time of one open payment run out now, for tests. False when it is not open. */
  expire(reference: string): boolean;
}

/** The whole sandbox, as tests steer it: each provider and, in the same place, what it has open. */
export interface ControlParts {
  context: SandboxContext;
  providers: readonly ProviderSandbox[];
  open: readonly OpenProvider[];
}
