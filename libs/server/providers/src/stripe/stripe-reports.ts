import type Stripe from 'stripe';
import type { ProviderPayment } from '../payment-provider.ts';
import type { PayoutReport, Period, ReportPort } from '../report-port.ts';
import { chargeIdOf, toChargePayment } from './stripe-charge.ts';
import { eachOf, pageSize, within } from './stripe-lists.ts';
import { sessionExpansion, toProviderPayment } from './stripe-payment.ts';
import { isOfPayout, toPayoutLine } from './stripe-payout.ts';

/** What Stripe says of a merchant's account: payments, and payouts by balance transaction. */
export class StripeReports implements ReportPort {
  private readonly stripe: Stripe;

  constructor(stripe: Stripe) {
    this.stripe = stripe;
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

  async *listPayouts(period: Period): AsyncGenerator<PayoutReport> {
    const payouts = this.stripe.payouts.list({ arrival_date: within(period), status: 'paid', limit: pageSize });
    for await (const payout of eachOf(payouts)) yield await this.reportOf(payout);
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
