import type Stripe from 'stripe';
import type { ChargebackPort, ProviderDispute } from '../chargeback-port.ts';
import type { Period } from '../report-port.ts';
import { answered } from './stripe-answer.ts';
import { toProviderDispute } from './stripe-dispute.ts';
import { eachOf, pageSize, within } from './stripe-lists.ts';
import { refundIdOf } from './stripe-refund.ts';

/** What payers got back past us: disputes, and refunds that somebody made in the dashboard. */
export class StripeChargebacks implements ChargebackPort {
  private readonly stripe: Stripe;

  constructor(stripe: Stripe) {
    this.stripe = stripe;
  }

  async getDispute(disputeReference: string): Promise<ProviderDispute> {
    const dispute = await answered(this.stripe.disputes.retrieve(disputeReference, { expand: ['payment_intent'] }));
    return toProviderDispute(dispute);
  }

  async *listDisputes(period: Period): AsyncGenerator<ProviderDispute> {
    const params = { created: within(period), limit: pageSize, expand: ['data.payment_intent'] };
    for await (const dispute of eachOf(this.stripe.disputes.list(params))) yield toProviderDispute(dispute);
  }

  async *listRefundedPayments(period: Period): AsyncGenerator<string> {
    const params = { created: within(period), limit: pageSize, expand: ['data.payment_intent'] };
    for await (const refund of eachOf(this.stripe.refunds.list(params))) {
      const intent = typeof refund.payment_intent === 'object' ? refund.payment_intent : null;
      const paymentId = intent?.metadata['paymentId'];
      if (refundIdOf(refund) === null && paymentId !== undefined) yield paymentId;
    }
  }
}
