import { createHash } from 'node:crypto';
import type { AuthorizationPort } from '../authorization-port.ts';
import type {
  PaymentProvider,
  PaymentRequest,
  ProviderAdapter,
  ProviderEvent,
  ProviderPayment,
  StartedPayment,
  WebhookRequest,
} from '../payment-provider.ts';
import { PaymentOfferEnded, ProviderUnavailable, RefundRefused } from '../provider.errors.ts';
import type { ProviderRefund, RefundFailureCode, RefundHandle, RefundRequest } from '../refund-port.ts';
import type { ReportPort } from '../report-port.ts';
import { paymentStepKey, refundIdOfKey, refundKey } from './vipps-keys.ts';
import { VippsClient, VippsRefusal, vippsName } from './vipps-client.ts';
import { VippsLedger } from './vipps-ledger.ts';
import { readVippsEvent, readVippsPayment, toProviderPayment, toProviderRefund, vippsMethod } from './vipps-payment.ts';
import type { VippsEvent, VippsPayment } from './vipps-payment.ts';
import { VippsReports } from './vipps-reports.ts';
import { verifyVippsWebhook } from './vipps-webhook.ts';
import { readVippsCredentials, type VippsCredentials } from './vipps.credentials.ts';

const payments = '/epayment/v1/payments';
/** Refunds go at most a year back (developer.vippsmobilepay.com/docs/APIs/epayment-api/operations/refund). */
const refundWindowMs = 365 * 24 * 60 * 60 * 1_000;
/** What the payer sees of the payment's description: more is refused. */
const descriptionLength = 100;

/** The payer's app by Vipps MobilePay's ePayment API (developer.vippsmobilepay.com/docs/APIs/epayment-api). */
export const vippsAdapter: ProviderAdapter = {
  name: vippsName,
  method: vippsMethod,
  open: (credentials, circumstances) => new VippsProvider(readVippsCredentials(credentials, circumstances)),
};

class VippsProvider implements PaymentProvider {
  readonly name = vippsName;
  readonly savedCards = null;
  readonly chargebacks = null;
  readonly authorizations: AuthorizationPort = {
    capture: (reference, amountOre) => this.capture(reference, amountOre),
    release: (reference) => this.end(reference, 'release'),
  };
  readonly reports: ReportPort;
  private readonly client: VippsClient;
  private readonly webhookSecret: string;

  constructor(credentials: VippsCredentials) {
    this.client = new VippsClient(credentials);
    this.reports = new VippsReports({
      findLedger: () => VippsLedger.find(this.client, credentials.merchantSerialNumber),
      eventsOf: (reference) => this.events(reference),
    });
    this.webhookSecret = credentials.webhookSecret;
  }

  async createPayment(request: PaymentRequest): Promise<StartedPayment> {
    const { paymentId, amountOre, description, returnUrl, expiresAt } = request;
    if (expiresAt <= new Date()) return this.started(paymentId);
    const body = {
      amount: { currency: 'NOK', value: amountOre },
      paymentMethod: { type: 'WALLET' },
      reference: paymentId,
      returnUrl,
      userFlow: 'WEB_REDIRECT',
      paymentDescription: description.slice(0, descriptionLength),
    };
    try {
      const answer = await this.client.post(payments, body, paymentStepKey('create', paymentId));
      return startedOf(paymentId, answer);
    } catch (error) {
      // 409: a payment with this reference was made before, by a request that looked different.
      if (!(error instanceof VippsRefusal) || error.status !== 409) throw error;
      return this.started(paymentId);
    }
  }

  async getPayment(reference: string): Promise<ProviderPayment> {
    return toProviderPayment(await this.find(reference));
  }

  /** Ends a payment unless the payer has approved it: then it is `authorized`, and may be captured or released. */
  expirePayment(reference: string): Promise<ProviderPayment> {
    return this.end(reference, 'expire');
  }

  parseWebhook(request: WebhookRequest): ProviderEvent | null {
    verifyVippsWebhook(request, this.webhookSecret, new Date());
    const event = readVippsEvent(JSON.parse(request.rawBody.toString('utf8')));
    const { reference, name, idempotencyKey } = event;
    const seen = { eventId: eventIdOf(event), type: name };
    if (name !== 'REFUNDED') {
      return { ...seen, subject: 'payment', paymentId: reference, refundId: null, providerReference: reference };
    }
    const refundId = refundIdOfKey(idempotencyKey);
    if (refundId === null || idempotencyKey === null) {
      // Somebody sent it back in the portal, under a key that is none of ours.
      return { ...seen, subject: 'dashboard_refund', paymentId: reference, refundId, providerReference: reference };
    }
    return { ...seen, subject: 'refund', paymentId: null, refundId, providerReference: idempotencyKey };
  }

  async refundPayment({ refundId, paymentReference, amountOre }: RefundRequest): Promise<ProviderRefund> {
    const key = refundKey(refundId);
    const events = await this.events(paymentReference);
    const earlier = refundUnder(key, events);
    if (earlier) return toProviderRefund(earlier);
    try {
      const body = { modificationAmount: { currency: 'NOK', value: amountOre } };
      await this.client.post(`${payments}/${paymentReference}/refund`, body, key);
    } catch (error) {
      if (!(error instanceof VippsRefusal)) throw error;
      throw new RefundRefused(vippsName, await this.refusalOf(paymentReference, amountOre, events));
    }
    return this.getRefund({ refundId, paymentReference, refundReference: key });
  }

  async getRefund({ paymentReference, refundReference }: RefundHandle): Promise<ProviderRefund> {
    const refund = refundUnder(refundReference, await this.events(paymentReference));
    // It is in the log a moment after it was taken.
    if (!refund) throw new ProviderUnavailable(vippsName);
    return toProviderRefund(refund);
  }

  async listRefunds(paymentReference: string): Promise<readonly ProviderRefund[]> {
    const events = await this.events(paymentReference);
    return events.filter(({ name }) => name === 'REFUNDED').map(toProviderRefund);
  }

  private async capture(reference: string, amountOre: number): Promise<ProviderPayment> {
    const body = { modificationAmount: { currency: 'NOK', value: amountOre } };
    try {
      await this.client.post(`${payments}/${reference}/capture`, body, paymentStepKey('capture', reference));
    } catch (error) {
      // Captured, ended or let go already: what became of it is asked for below.
      if (!(error instanceof VippsRefusal)) throw error;
    }
    return this.getPayment(reference);
  }

  private async end(reference: string, step: 'expire' | 'release'): Promise<ProviderPayment> {
    try {
      const body = step === 'expire' ? { cancelTransactionOnly: true } : {};
      await this.client.post(`${payments}/${reference}/cancel`, body, paymentStepKey(step, reference));
    } catch (error) {
      // Only what is open can be ended; what became of this one is asked for below.
      if (!(error instanceof VippsRefusal)) throw error;
    }
    return this.getPayment(reference);
  }

  /** Where a payment that was made before is paid. Throws PaymentOfferEnded when there is none. */
  private async started(reference: string): Promise<StartedPayment> {
    try {
      return startedOf(reference, await this.client.get(`${payments}/${reference}`));
    } catch (error) {
      if (error instanceof VippsRefusal && error.status === 404) throw new PaymentOfferEnded();
      throw error;
    }
  }

  private async find(reference: string): Promise<VippsPayment> {
    return readVippsPayment(await this.client.get(`${payments}/${reference}`));
  }

  private async events(reference: string): Promise<VippsEvent[]> {
    const log = await this.client.get(`${payments}/${reference}/events`);
    if (!Array.isArray(log)) throw new Error(`Vipps gave no list of the events of ${reference}`);
    return log.map((event) => readVippsEvent(event));
  }

  /** Why a refund was refused: Vipps's own words for it are no contract. */
  private async refusalOf(
    reference: string,
    amountOre: number,
    events: readonly VippsEvent[],
  ): Promise<RefundFailureCode> {
    const { capturedOre, refundedOre } = await this.find(reference);
    if (capturedOre - refundedOre < amountOre) return 'already_refunded';
    const captured = events.find(({ name }) => name === 'CAPTURED');
    const isOld = captured !== undefined && Date.now() - Date.parse(captured.timestamp) > refundWindowMs;
    return isOld ? 'too_old' : 'other';
  }
}

function startedOf(reference: string, answer: unknown): StartedPayment {
  const checkoutUrl = redirectOf(answer);
  if (checkoutUrl === null) throw new PaymentOfferEnded();
  return { providerReference: reference, checkoutUrl };
}

function redirectOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('redirectUrl' in answer)) return null;
  return typeof answer.redirectUrl === 'string' ? answer.redirectUrl : null;
}

function refundUnder(key: string, events: readonly VippsEvent[]): VippsEvent | undefined {
  return events.find(({ name, idempotencyKey }) => name === 'REFUNDED' && idempotencyKey === key);
}

/** Webhooks carry no id of their own. What is sent again is word for word the same. */
function eventIdOf({ reference, name, pspReference, timestamp }: VippsEvent): string {
  return createHash('sha256').update([reference, name, pspReference, timestamp].join(' ')).digest('hex');
}
