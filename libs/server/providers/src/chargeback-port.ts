import type { Period } from './report-port.ts';

/** What a payer's bank says of a payment that the payer does not recognise. */
export interface ProviderDispute {
  readonly disputeReference: string;
  /** Our id of the payment; null when it was not made by us. */
  readonly paymentId: string | null;
  /** `inquiry`: the bank asks; `closed`: it asked, and took nothing. `open`: evidence can be given, or is judged. */
  readonly status: 'inquiry' | 'closed' | 'open' | 'won' | 'lost';
  readonly amountOre: number;
  /** What the provider has taken off the merchant's account for it and not given back, in øre; costs aside. */
  readonly takenOre: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  /** Until when the provider takes evidence; null when it takes none. */
  readonly evidenceDueAt: Date | null;
}

/**
 * What payers got back past us, told by a provider that has disputes and a list of all refunds. Every method may throw
 * ProviderUnavailable.
 */
export interface ChargebackPort {
  /** Asks what became of a dispute. */
  getDispute(disputeReference: string): Promise<ProviderDispute>;
  /** The disputes that were opened in a period. */
  listDisputes(period: Period): AsyncIterable<ProviderDispute>;
  /** Our ids of the payments that somebody refunded at the provider in a period, without us; one for each refund. */
  listRefundedPayments(period: Period): AsyncIterable<string>;
}
