import type { ProviderPayment } from './payment-provider.ts';

/** From a moment on, and up to but not with another. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** What one line of a payout report is for. `other`: costs and corrections that belong to no payment. */
export const payoutLineKinds = ['payment', 'refund', 'refund_failed', 'dispute', 'dispute_won', 'other'] as const;
export type PayoutLineKind = (typeof payoutLineKinds)[number];

/** One line of a payout report. */
export interface PayoutLine {
  /** The provider's id of the line. */
  readonly lineReference: string;
  readonly kind: PayoutLineKind;
  /** The provider's id of the payment, refund or dispute; null for what belongs to none. */
  readonly subjectReference: string | null;
  /** Our id of the payment or the refund, when the provider has it. */
  readonly ourId: string | null;
  /** What it moved at the merchant's account with the provider, before costs: a refund is negative. */
  readonly amountOre: number;
  /** What the provider takes for it; negative when it gives costs back. */
  readonly costOre: number;
}

/** One payment of the provider to the merchant's bank, with everything that it is made of. */
export interface PayoutReport {
  readonly reportReference: string;
  /** When the money is at the bank. */
  readonly arrivesAt: Date;
  /** What arrives; negative when the provider collects. */
  readonly amountOre: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  readonly lines: readonly PayoutLine[];
}

/** What a provider says of its own accord about a merchant's account. Every method may throw ProviderUnavailable. */
export interface ReportPort {
  /** The payments that were started in a period and are paid, made by us or not. */
  listPayments(period: Period): AsyncIterable<ProviderPayment>;
  /** The payouts that arrive in a period. */
  listPayouts(period: Period): AsyncIterable<PayoutReport>;
}
