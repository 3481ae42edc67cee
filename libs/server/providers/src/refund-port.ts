/** Why money did not go back, in words that no provider owns. */
export const refundFailureCodes = ['already_refunded', 'disputed', 'account_closed', 'too_old', 'other'] as const;
export type RefundFailureCode = (typeof refundFailureCodes)[number];

/** What is sent back out of one payment. */
export interface RefundRequest {
  /** Our id of it: the provider's idempotency key, and what its webhooks name the refund by. */
  readonly refundId: string;
  /** The provider's id of the payment that it goes back to. */
  readonly paymentReference: string;
  readonly amountOre: number;
}

/** A refund that was asked for before. */
export interface RefundHandle {
  readonly refundId: string;
  readonly paymentReference: string;
  readonly refundReference: string;
}

/** What the provider says of a refund, now. */
export interface ProviderRefund {
  /** Our id of it, or null when it was not asked for by us. */
  readonly refundId: string | null;
  /** The provider's id of it. */
  readonly refundReference: string;
  /** `succeeded` is no last word: the payer's bank may send the money back days later, and it is `failed`. */
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly amountOre: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  readonly failureCode: RefundFailureCode | null;
}

/** Sends money back to where it came from. Every method may throw ProviderUnavailable: the outcome is then unknown. */
export interface RefundPort {
  /**
   * Sends money back, in Norwegian kroner. The same `refundId` is one refund, however often and however late it is asked
   * for again. Throws RefundRefused when the provider will not, which moves nothing.
   */
  refundPayment(request: RefundRequest): Promise<ProviderRefund>;
  /** Asks what became of a refund. */
  getRefund(handle: RefundHandle): Promise<ProviderRefund>;
  /** All refunds of a payment, also those that somebody made at the provider: these have no `refundId`. */
  listRefunds(paymentReference: string): Promise<readonly ProviderRefund[]>;
}
