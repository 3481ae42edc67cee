import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { PaymentProvider, PaymentRequest } from '../payment-provider.ts';
import { PaymentOfferEnded, ProviderUnavailable, RefundRefused, WebhookNotVerified } from '../provider.errors.ts';
import { PaymentSandbox, type OrderedFault, type SandboxMerchant } from '../testing/payment-sandbox.ts';
import { anAppMerchant, answerInApp } from './testing/app-merchant.ts';
import { vippsAdapter } from './vipps.adapter.ts';

const development = { isProduction: false };
const anHourMs = 60 * 60 * 1_000;

interface Webhook {
  readonly rawBody: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
}

describe('payments in the app, through the sandbox', () => {
  const webhooks: Webhook[] = [];
  let sandbox: PaymentSandbox;
  let receiver: Server;
  let webhookUrl: string;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;

  beforeAll(async () => {
    sandbox = await PaymentSandbox.start();
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        webhooks.push({ rawBody: Buffer.concat(chunks), headers: request.headers, path: request.url ?? '' });
        response.end();
      });
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
    const address = receiver.address();
    webhookUrl = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/hook?m=1` : '';
  });
  afterAll(async () => {
    await sandbox.stop();
    await new Promise((done) => receiver.close(done));
  });
  beforeEach(async () => {
    merchant = { ...anAppMerchant(sandbox), webhookUrl };
    await sandbox.register(merchant);
    provider = vippsAdapter.open(merchant.credentials, development);
    webhooks.length = 0;
  });

  const aRequest = (change: Partial<PaymentRequest> = {}): PaymentRequest => ({
    paymentId: `${newId()}${newId()}`.replaceAll('-', ''),
    amountOre: 20_000,
    description: 'Påfylling av kantinekort, Åsen skule',
    language: 'nb',
    returnUrl: 'http://localhost:4201/fyll-paa/1',
    cancelUrl: 'http://localhost:4201/fyll-paa/1?avbrutt=1',
    expiresAt: new Date(Date.now() + anHourMs),
    ...change,
  });
  const order = (fault: OrderedFault) => sandbox.order({ merchantId: merchant.id, ...fault });
  const capture = (reference: string, ore = 20_000) => provider.authorizations?.capture(reference, ore);
  const approved = async () => {
    const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
    await answerInApp(checkoutUrl, 'approve');
    return providerReference;
  };
  const paid = async () => {
    const reference = await approved();
    await capture(reference);
    return reference;
  };
  const received = async (name: string): Promise<Webhook[]> => {
    await sandbox.webhooks(merchant.id);
    return webhooks.filter(({ rawBody }) => rawBody.includes(`"name":"${name}"`));
  };

  it('are one payment, however often they are asked for', async () => {
    const request = aRequest();
    const first = await provider.createPayment(request);
    expect(await provider.createPayment(request)).toEqual(first);
    expect(first.providerReference).toBe(request.paymentId);
    expect(await sandbox.payments(merchant.id)).toHaveLength(1);
  });

  it('lead to the same page when only the words of the request changed', async () => {
    const request = aRequest();
    const first = await provider.createPayment(request);
    expect(await provider.createPayment({ ...request, description: 'Andre ord' })).toEqual(first);
  });

  it('are pending, then authorized, and paid when they are captured, once', async () => {
    const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
    expect(await provider.getPayment(providerReference)).toMatchObject({ status: 'pending', amountOre: 20_000 });
    expect(await answerInApp(checkoutUrl, 'approve')).toBe('http://localhost:4201/fyll-paa/1');
    expect(await provider.getPayment(providerReference)).toMatchObject({ status: 'authorized', amountOre: 20_000 });
    const outcome = { status: 'paid', amountOre: 20_000, currency: 'NOK', method: 'Vipps', failureCode: null };
    expect(await Promise.all([capture(providerReference), capture(providerReference)])).toMatchObject([
      outcome,
      outcome,
    ]);
    expect(await received('CAPTURED')).toHaveLength(1);
  });

  it('are captured once, also when the answer to the capture was lost', async () => {
    const reference = await approved();
    await order({ kind: 'error_500_after', operation: 'payments.capture' });
    await expect(capture(reference)).rejects.toThrow(ProviderUnavailable);
    expect(await provider.getPayment(reference)).toMatchObject({ status: 'paid' });
    expect(await capture(reference)).toMatchObject({ status: 'paid', amountOre: 20_000 });
    expect(await received('CAPTURED')).toHaveLength(1);
  });

  it('fail when the payer rejects them, and expire when nobody answers', async () => {
    const rejected = await provider.createPayment(aRequest());
    await answerInApp(rejected.checkoutUrl, 'reject');
    expect(await provider.getPayment(rejected.providerReference)).toMatchObject({
      status: 'failed',
      failureCode: 'declined',
    });
    const forgotten = await provider.createPayment(aRequest());
    await sandbox.expire(forgotten.providerReference);
    expect(await provider.getPayment(forgotten.providerReference)).toMatchObject({ status: 'expired' });
  });

  it('can be ended while nobody has approved them, and not after that', async () => {
    const { providerReference } = await provider.createPayment(aRequest());
    expect(await provider.expirePayment(providerReference)).toMatchObject({ status: 'expired' });
    expect(await provider.expirePayment(await approved())).toMatchObject({ status: 'authorized' });
    expect(await provider.expirePayment(await paid())).toMatchObject({ status: 'paid' });
  });

  it('give reserved money back untouched, once', async () => {
    const reference = await approved();
    expect(await provider.authorizations?.release(reference)).toMatchObject({ status: 'failed' });
    expect(await provider.authorizations?.release(reference)).toMatchObject({ status: 'failed' });
    expect(await capture(reference)).toMatchObject({ status: 'failed' });
    expect(await sandbox.payments(merchant.id)).toMatchObject([{ status: 'failed', refundedOre: 0 }]);
  });

  it('cannot be started when their time is over, but are found again when they were', async () => {
    const over = { expiresAt: new Date(Date.now() - 1_000) };
    await expect(provider.createPayment(aRequest(over))).rejects.toThrow(PaymentOfferEnded);
    const request = aRequest();
    const started = await provider.createPayment(request);
    expect(await provider.createPayment({ ...request, ...over })).toEqual(started);
  });

  it.each(['error_500', 'error_500_after', 'unavailable_503'] as const)(
    'are one payment when the answer was %s and the call is made again',
    async (kind) => {
      const request = aRequest();
      await order({ kind, operation: 'payments.create' });
      await expect(provider.createPayment(request)).rejects.toThrow(ProviderUnavailable);
      await provider.createPayment(request);
      expect(await sandbox.payments(merchant.id)).toHaveLength(1);
    },
  );

  it('ask for a new access token when the old one is not taken any more', async () => {
    const reference = await approved();
    await order({ kind: 'error_500', operation: 'accesstoken.get' });
    const other = vippsAdapter.open(merchant.credentials, development);
    await expect(other.getPayment(reference)).rejects.toThrow(ProviderUnavailable);
    expect(await other.getPayment(reference)).toMatchObject({ status: 'authorized' });
  });

  it('tell what was really reserved, when it is not what was asked for', async () => {
    await order({ kind: 'amount_differs', operation: 'payments.create' });
    expect(await provider.getPayment(await approved())).toMatchObject({ status: 'authorized', amountOre: 20_100 });
    await order({ kind: 'currency_differs', operation: 'payments.create' });
    expect(await provider.getPayment(await approved())).toMatchObject({ status: 'authorized', currency: 'DKK' });
  });

  describe('send money back', () => {
    const refund = (paymentReference: string, amountOre: number, refundId = newId()) =>
      provider.refundPayment({ refundId, paymentReference, amountOre });

    it('in parts, each once, whatever happened to the answer', async () => {
      const reference = await paid();
      const refundId = newId();
      await order({ kind: 'error_500_after', operation: 'payments.refund' });
      await expect(refund(reference, 5_000, refundId)).rejects.toThrow(ProviderUnavailable);
      const outcome = { refundId, status: 'succeeded', amountOre: 5_000, currency: 'NOK', failureCode: null };
      const first = await refund(reference, 5_000, refundId);
      expect(first).toMatchObject(outcome);
      expect(await refund(reference, 5_000, refundId)).toEqual(first);
      expect(
        await provider.getRefund({ refundId, paymentReference: reference, refundReference: first.refundReference }),
      ).toEqual(first);
      await refund(reference, 15_000);
      expect(await sandbox.payments(merchant.id)).toMatchObject([{ refundedOre: 20_000 }]);
    });

    it('never more than was taken', async () => {
      const reference = await paid();
      await expect(refund(reference, 20_001)).rejects.toMatchObject({ reason: 'already_refunded' });
      expect(await sandbox.payments(merchant.id)).toMatchObject([{ refundedOre: 0 }]);
    });

    it('not when the provider will not', async () => {
      const reference = await paid();
      await order({ kind: 'refund_refused', operation: 'payments.refund' });
      await expect(refund(reference, 100)).rejects.toThrow(RefundRefused);
    });
  });

  it('tell what somebody sent back in the portal, beside our own', async () => {
    const reference = await paid();
    const refundId = newId();
    await provider.refundPayment({ refundId, paymentReference: reference, amountOre: 100 });
    await sandbox.refundThere(reference, 5_000);
    expect(await provider.listRefunds(reference)).toMatchObject([
      { refundId, refundReference: `refund-${refundId}`, amountOre: 100 },
      { refundId: null, refundReference: expect.stringMatching(/^[0-9a-f-]{36}$/), amountOre: 5_000 },
    ]);
    const events = (await received('REFUNDED')).map((webhook) => provider.parseWebhook(webhook));
    expect(events).toMatchObject([{ subject: 'refund' }, { subject: 'dashboard_refund', paymentId: reference }]);
  });

  describe('take webhooks', () => {
    it('that name the payment or the refund of ours', async () => {
      const reference = await paid();
      const refundId = newId();
      await provider.refundPayment({ refundId, paymentReference: reference, amountOre: 100 });
      const parsed = async (name: string) => (await received(name)).map((webhook) => provider.parseWebhook(webhook));
      expect(await parsed('AUTHORIZED')).toMatchObject([
        { subject: 'payment', type: 'AUTHORIZED', paymentId: reference, refundId: null, providerReference: reference },
      ]);
      expect(await parsed('REFUNDED')).toMatchObject([
        { subject: 'refund', type: 'REFUNDED', paymentId: null, refundId, providerReference: `refund-${refundId}` },
      ]);
    });

    it('once each, also when they are sent again', async () => {
      const reference = await approved();
      const [first] = await received('AUTHORIZED');
      const sent = (await sandbox.webhooks(merchant.id)).find(({ eventType }) => eventType.includes('authorized'));
      await sandbox.resend(sent?.eventId ?? '');
      const ids = (await received('AUTHORIZED')).map((webhook) => provider.parseWebhook(webhook)?.eventId);
      expect(ids).toEqual([first && provider.parseWebhook(first)?.eventId, ids[0]]);
      expect(reference).toHaveLength(64);
    });

    it('only when they are theirs and new', async () => {
      await order({ kind: 'old_timestamp', operation: 'epayments.payment.authorized.v1' });
      await order({ kind: 'forged_signature', operation: 'epayments.payment.captured.v1' });
      await paid();
      const verdicts = async (name: string) =>
        (await received(name)).map((webhook) => {
          try {
            return provider.parseWebhook(webhook)?.type;
          } catch (error) {
            return error instanceof WebhookNotVerified ? 'refused' : error;
          }
        });
      expect((await verdicts('AUTHORIZED')).toSorted()).toEqual(['AUTHORIZED', 'refused']);
      expect((await verdicts('CAPTURED')).toSorted()).toEqual(['CAPTURED', 'refused']);
    });
  });

  describe('need credentials', () => {
    it.each(['clientId', 'clientSecret', 'subscriptionKey', 'merchantSerialNumber', 'webhookSecret'])(
      'with %s',
      (name) => {
        expect(() => vippsAdapter.open({ ...merchant.credentials, [name]: '' }, development)).toThrow(name);
      },
    );

    it('of production, in production', () => {
      expect(() => vippsAdapter.open(merchant.credentials, { isProduction: true })).toThrow('apiUrl');
      const { apiUrl: _sandbox, ...others } = merchant.credentials;
      expect(vippsAdapter.open(others, { isProduction: true }).name).toBe('vipps');
    });
  });
});
