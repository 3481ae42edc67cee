import Stripe from 'stripe';
import type {
  PaymentProvider,
  PaymentRequest,
  ProviderAdapter,
  ProviderEvent,
  ProviderPayment,
  StartedPayment,
  WebhookRequest,
} from '../payment-provider.ts';
import { RefundRefused, WebhookNotVerified } from '../provider.errors.ts';
import type { ProviderRefund, RefundHandle, RefundRequest } from '../refund-port.ts';
import { answered, stripeName } from './stripe-answer.ts';
import { chargeExpansion, toChargePayment } from './stripe-charge.ts';
import { StripeChargebacks } from './stripe-chargebacks.ts';
import { eachOf, pageSize } from './stripe-lists.ts';
import { sessionExpansion, toProviderPayment } from './stripe-payment.ts';
import { refundIdOf, refusalOf, toProviderRefund } from './stripe-refund.ts';
import { StripeReports } from './stripe-reports.ts';
import { StripeSavedCards } from './stripe-saved-cards.ts';
import { toProviderEvent } from './stripe-webhook.ts';
import { readStripeCredentials, type StripeCredentials } from './stripe.credentials.ts';

const answerTimeoutMs = 8_000;
const networkRetries = 1;

/** Bank cards by Stripe's hosted Checkout page (docs.stripe.com/payments/checkout), and those that it keeps. */
export const stripeAdapter: ProviderAdapter = {
  name: stripeName,
  method: 'card',
  open: (credentials, circumstances) => new StripeProvider(readStripeCredentials(credentials, circumstances)),
};

class StripeProvider implements PaymentProvider {
  readonly name = stripeName;
  readonly savedCards: StripeSavedCards;
  readonly authorizations = null;
  readonly reports: StripeReports;
  readonly chargebacks: StripeChargebacks;
  private readonly stripe: Stripe;
  private readonly webhookSecret: string;

  constructor({ secretKey, webhookSecret, apiUrl }: StripeCredentials) {
    this.webhookSecret = webhookSecret;
    this.stripe = new Stripe(secretKey, {
      timeout: answerTimeoutMs,
      maxNetworkRetries: networkRetries,
      telemetry: false,
      ...(apiUrl ? { host: apiUrl.hostname, port: apiUrl.port, protocol: protocolOf(apiUrl) } : {}),
    });
    this.savedCards = new StripeSavedCards(this.stripe);
    this.reports = new StripeReports(this.stripe);
    this.chargebacks = new StripeChargebacks(this.stripe);
  }

  async createPayment(request: PaymentRequest): Promise<StartedPayment> {
    const session = await answered(
      this.stripe.checkout.sessions.create(toSessionParams(request), { idempotencyKey: request.paymentId }),
    );
    // The idempotency key answers with the session as it was made, page and all, even when it has been paid since.
    if (session.url === null) throw new Error(`Stripe's session ${session.id} has no payment page`);
    return { providerReference: session.id, checkoutUrl: session.url };
  }

  async getPayment(providerReference: string): Promise<ProviderPayment> {
    if (isCharge(providerReference)) {
      const params = { expand: chargeExpansion };
      return toChargePayment(await answered(this.stripe.paymentIntents.retrieve(providerReference, params)));
    }
    const session = await answered(
      this.stripe.checkout.sessions.retrieve(providerReference, { expand: sessionExpansion }),
    );
    return toProviderPayment(session);
  }

  async expirePayment(providerReference: string): Promise<ProviderPayment> {
    try {
      if (isCharge(providerReference)) await answered(this.stripe.paymentIntents.cancel(providerReference));
      else await answered(this.stripe.checkout.sessions.expire(providerReference));
    } catch (error) {
      // Only what is open can be ended; what became of this one is asked for below.
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || error.statusCode !== 400) throw error;
    }
    return this.getPayment(providerReference);
  }

  parseWebhook({ rawBody, headers }: WebhookRequest): ProviderEvent | null {
    return toProviderEvent(this.verified(rawBody, headers['stripe-signature']));
  }

  async refundPayment({ refundId, paymentReference, amountOre }: RefundRequest): Promise<ProviderRefund> {
    const payment_intent = await this.intentIdOf(paymentReference);
    // Stripe forgets an idempotency key after a day; what it says of the payment's refunds it remembers.
    const made = await answered(this.stripe.refunds.list({ payment_intent, limit: 100 }));
    const earlier = made.data.find((refund) => refundIdOf(refund) === refundId);
    if (earlier) return toProviderRefund(earlier);
    const params = { payment_intent, amount: amountOre, metadata: { refundId } };
    const refund = await answered(this.stripe.refunds.create(params, { idempotencyKey: refundId })).catch(
      (error: unknown) => {
        const reason = refusalOf(error);
        throw reason === undefined ? error : new RefundRefused(stripeName, reason);
      },
    );
    return toProviderRefund(refund);
  }

  async getRefund({ refundReference }: RefundHandle): Promise<ProviderRefund> {
    return toProviderRefund(await answered(this.stripe.refunds.retrieve(refundReference)));
  }

  async listRefunds(paymentReference: string): Promise<readonly ProviderRefund[]> {
    const payment_intent = await this.intentIdOf(paymentReference);
    const found: ProviderRefund[] = [];
    for await (const refund of eachOf(this.stripe.refunds.list({ payment_intent, limit: pageSize }))) {
      found.push(toProviderRefund(refund));
    }
    return found;
  }

  /** Refunds are made of the intent, and so need the one of a session. */
  private async intentIdOf(paymentReference: string): Promise<string> {
    if (isCharge(paymentReference)) return paymentReference;
    const { payment_intent: intent } = await answered(this.stripe.checkout.sessions.retrieve(paymentReference));
    if (intent === null) throw new RefundRefused(stripeName, 'other');
    return typeof intent === 'string' ? intent : intent.id;
  }

  private verified(rawBody: Buffer, signature: string | string[] | undefined): Stripe.Event {
    try {
      return this.stripe.webhooks.constructEvent(rawBody, signature ?? '', this.webhookSecret);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) throw new WebhookNotVerified();
      throw error;
    }
  }
}

function toSessionParams(request: PaymentRequest): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    allowed_payment_method_types: ['card'],
    locale: request.language === 'en' ? 'en' : 'nb',
    client_reference_id: request.paymentId,
    payment_intent_data: { metadata: { paymentId: request.paymentId } },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'nok',
          unit_amount: request.amountOre,
          product_data: { name: request.description },
        },
      },
    ],
    success_url: request.returnUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
  };
}

/** A charge of a saved card is known by its intent, any other payment by the session of its page. */
function isCharge(providerReference: string): boolean {
  return providerReference.startsWith('pi_');
}

function protocolOf({ protocol }: URL): 'http' | 'https' {
  return protocol === 'http:' ? 'http' : 'https';
}
