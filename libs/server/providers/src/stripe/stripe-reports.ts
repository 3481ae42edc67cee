import type Stripe from 'stripe';
import type { ProviderPayment } from '../payment-provider.ts';
import type { ProviderRefund } from '../refund-port.ts';
import type { PayoutReport, Period, ProviderDispute, ReportPort } from '../report-port.ts';
import { answered } from './stripe-answer.ts';
import { chargeIdOf, toChargePayment } from './stripe-charge.ts';
import { toProviderDispute } from './stripe-dispute.ts';
import { sessionExpansion, toProviderPayment } from './stripe-payment.ts';
import { isOfPayout, toPayoutLine } from './stripe-payout.ts';
import { toProviderRefund } from './stripe-refund.ts';

const pageSize = 100;

/** What Stripe says of a merchant's account: payments, payouts by balance transaction, disputes. */
export class StripeReports implements ReportPort {
  private readonly stripe: Stripe;
  private readonly intentIdOf: (paymentReference: string) => Promise<string>;

  constructor(stripe: Stripe, intentIdOf: (paymentReference: string) => Promise<string>) {
    this.stripe = stripe;
    this.intentIdOf = intentIdOf;
  }

  /** Payment pages by their sessions; what has no page by its intent: charges of saved cards, and what we did not make. */
  async *listPayments(period: Period): AsyncGenerator<ProviderPayment> {
    const created = within(period);
    const expand = sessionExpansion.map((path) => `data.${path}`);
    const sessions = this.stripe.checkout.sessions.list({ created, status: 'complete', limit: pageSize, expand });
    for await (const session of eachOf(sessions)) {
      const payment = toProviderPayment(session);
      if (payment.status === 'paid') yield payment;
    }
    const intents = this.stripe.paymentIntents.list({ created, limit: pageSize, expand: ['data.latest_charge'] });
    for await (const intent of eachOf(intents)) {
      const hasPage = chargeIdOf(intent) === null && intent.metadata['paymentId'] !== undefined;
      if (intent.status === 'succeeded' && !hasPage) yield toChargePayment(intent);
    }
  }

  async listRefunds(paymentReference: string): Promise<readonly ProviderRefund[]> {
    const payment_intent = await this.intentIdOf(paymentReference);
    const found: ProviderRefund[] = [];
    for await (const refund of eachOf(this.stripe.refunds.list({ payment_intent, limit: pageSize }))) {
      found.push(toProviderRefund(refund));
    }
    return found;
  }

  async *listPayouts(period: Period): AsyncGenerator<PayoutReport> {
    const payouts = this.stripe.payouts.list({ arrival_date: within(period), status: 'paid', limit: pageSize });
    for await (const payout of eachOf(payouts)) yield await this.reportOf(payout);
  }

  async getDispute(disputeReference: string): Promise<ProviderDispute> {
    const dispute = await answered(this.stripe.disputes.retrieve(disputeReference, { expand: ['payment_intent'] }));
    return toProviderDispute(dispute);
  }

  async *listDisputes(period: Period): AsyncGenerator<ProviderDispute> {
    const params = { created: within(period), limit: pageSize, expand: ['data.payment_intent'] };
    for await (const dispute of eachOf(this.stripe.disputes.list(params))) yield toProviderDispute(dispute);
  }

  private async reportOf({ id, amount, arrival_date, currency }: Stripe.Payout): Promise<PayoutReport> {
    const lines = [];
    const params = { payout: id, limit: pageSize, expand: ['data.source'] };
    for await (const moved of eachOf(this.stripe.balanceTransactions.list(params))) {
      if (!isOfPayout(moved)) lines.push(toPayoutLine(moved));
    }
    return {
      reportReference: id,
      arrivesAt: new Date(arrival_date * 1_000),
      amountOre: amount,
      currency: currency.toUpperCase(),
      lines,
    };
  }
}

/** Every object of a list, page after page, with failures in the port's words. */
async function* eachOf<T extends { id: string }>(list: Stripe.ApiListPromise<T>): AsyncGenerator<T> {
  const items = list[Symbol.asyncIterator]();
  for (let next = await answered(items.next()); next.done !== true; next = await answered(items.next())) {
    yield next.value;
  }
}

function within({ from, until }: Period): Stripe.RangeQueryParam {
  return { gte: Math.floor(from.getTime() / 1_000), lt: Math.floor(until.getTime() / 1_000) };
}
