import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { createHmac } from 'node:crypto';
import type { PaymentProvider, PaymentRequest } from '../payment-provider.ts';
import { PaymentOfferEnded, ProviderUnavailable, WebhookNotVerified } from '../provider.errors.ts';
import {
  PaymentSandbox,
  aCardMerchant,
  answerBank,
  payWithCard,
  testCards,
  type SandboxMerchant,
} from '../testing/index.ts';
import { stripeAdapter } from './stripe.adapter.ts';
import { readStripeCredentials } from './stripe.credentials.ts';

function aRequest(change: Partial<PaymentRequest> = {}): PaymentRequest {
  const paymentId = newId();
  return {
    paymentId,
    amountOre: 20_000,
    description: 'Påfylling til Emma',
    language: 'nb',
    returnUrl: `http://localhost:4201/fyll-paa/${paymentId}`,
    cancelUrl: `http://localhost:4201/fyll-paa/${paymentId}?avbrutt=1`,
    expiresAt: new Date(Date.now() + 3_600_000),
    ...change,
  };
}

describe('a merchant that takes bank cards', () => {
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;
  beforeAll(async () => {
    sandbox = await PaymentSandbox.start({ SANDBOX_SLOW_MS: '3600000' });
  });
  beforeEach(async () => {
    merchant = { ...aCardMerchant(sandbox), webhookUrl: 'http://127.0.0.1:9/nobody' };
    await sandbox.register(merchant);
    provider = stripeAdapter.open(merchant.credentials, { isProduction: false });
  });
  afterAll(() => sandbox.stop());

  it('starts a payment that is pending until the payer has paid', async () => {
    const request = aRequest();
    const { providerReference, checkoutUrl } = await provider.createPayment(request);
    expect(await provider.getPayment(providerReference)).toEqual({
      paymentId: request.paymentId,
      providerReference,
      status: 'pending',
      amountOre: 20_000,
      currency: 'NOK',
      method: 'card',
      card: null,
      failureCode: null,
    });
    expect(await payWithCard(checkoutUrl, testCards.approved)).toBe(request.returnUrl);
    expect(await provider.getPayment(providerReference)).toMatchObject({
      status: 'paid',
      amountOre: 20_000,
      card: { brand: 'visa', last4: '4242' },
    });
  });

  it('starts one payment for one id, however often it is asked', async () => {
    const request = aRequest();
    const started = await Promise.all([provider.createPayment(request), provider.createPayment(request)]);
    expect(started[0]).toEqual(started[1]);
    expect(await sandbox.payments(merchant.id)).toHaveLength(1);
  });

  it.each([
    [testCards.declined, 'declined'],
    [testCards.withoutMoney, 'insufficient_funds'],
  ])('says why card %s was refused, and stays pending for the next card', async (card, failureCode) => {
    const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
    await payWithCard(checkoutUrl, card);
    expect(await provider.getPayment(providerReference)).toMatchObject({ status: 'pending', failureCode });
    await payWithCard(checkoutUrl, testCards.approved);
    expect(await provider.getPayment(providerReference)).toMatchObject({ status: 'paid', failureCode: null });
  });

  it('follows the bank: rejected, then approved', async () => {
    const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
    await payWithCard(checkoutUrl, testCards.needsBank);
    await answerBank(checkoutUrl, 'reject');
    expect(await provider.getPayment(providerReference)).toMatchObject({
      status: 'pending',
      failureCode: 'authentication_failed',
    });
    await payWithCard(checkoutUrl, testCards.needsBank);
    await answerBank(checkoutUrl, 'approve');
    expect(await provider.getPayment(providerReference)).toMatchObject({ status: 'paid' });
  });

  it('waits for a slow bank, whatever it answers', async () => {
    const paid = await provider.createPayment(aRequest());
    const refused = await provider.createPayment(aRequest());
    await payWithCard(paid.checkoutUrl, testCards.slow);
    await payWithCard(refused.checkoutUrl, testCards.slowThenDeclined);
    expect(await provider.getPayment(paid.providerReference)).toMatchObject({ status: 'pending' });
    await sandbox.settle(paid.providerReference);
    await sandbox.settle(refused.providerReference);
    expect(await provider.getPayment(paid.providerReference)).toMatchObject({ status: 'paid' });
    expect(await provider.getPayment(refused.providerReference)).toMatchObject({
      status: 'failed',
      failureCode: 'declined',
    });
  });

  it('ends an open payment, and tells when it was too late', async () => {
    const open = await provider.createPayment(aRequest());
    expect(await provider.expirePayment(open.providerReference)).toMatchObject({ status: 'expired' });
    expect(await provider.expirePayment(open.providerReference)).toMatchObject({ status: 'expired' });
    const paid = await provider.createPayment(aRequest());
    await payWithCard(paid.checkoutUrl, testCards.approved);
    expect(await provider.expirePayment(paid.providerReference)).toMatchObject({ status: 'paid' });
  });

  it('survives one lost answer by itself', async () => {
    await sandbox.order({ kind: 'error_500', merchantId: merchant.id, operation: 'checkout.sessions.create' });
    await provider.createPayment(aRequest());
    expect(await sandbox.payments(merchant.id)).toHaveLength(1);
  });

  it('starts nothing when the time to pay is over', async () => {
    const expired = aRequest({ expiresAt: new Date(Date.now() + 60_000) });
    await expect(provider.createPayment(expired)).rejects.toBeInstanceOf(PaymentOfferEnded);
    expect(await sandbox.payments(merchant.id)).toHaveLength(0);
  });

  it('throws ProviderUnavailable when nobody answers, and can be asked again', async () => {
    await sandbox.order({ kind: 'unavailable_503', merchantId: merchant.id, times: 2 });
    const request = aRequest();
    await expect(provider.createPayment(request)).rejects.toBeInstanceOf(ProviderUnavailable);
    expect((await provider.createPayment(request)).checkoutUrl).toContain(sandbox.url);
  });

  describe('sends money back', () => {
    const aPayment = async (card: string = testCards.approved) => {
      const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
      await payWithCard(checkoutUrl, card);
      return providerReference;
    };
    const aRefund = (paymentReference: string, amountOre = 15_000) => ({
      refundId: newId(),
      paymentReference,
      amountOre,
    });
    const refunds = () => sandbox.refunds(merchant.id);

    it('in parts, each once however often it is asked for', async () => {
      const payment = await aPayment();
      const request = aRefund(payment);
      const made = await Promise.all([provider.refundPayment(request), provider.refundPayment(request)]);
      expect(made[0]).toEqual(made[1]);
      expect(made[0]).toEqual({
        refundId: request.refundId,
        refundReference: expect.stringMatching(/^re_/),
        status: 'succeeded',
        amountOre: 15_000,
        currency: 'NOK',
        failureCode: null,
      });
      await provider.refundPayment(aRefund(payment, 5_000));
      expect(await refunds()).toMatchObject([
        { merchantReference: request.refundId, paymentReference: payment, amountOre: 15_000 },
        { amountOre: 5_000 },
      ]);
    });

    it('once when the answer was lost', async () => {
      const request = aRefund(await aPayment());
      await sandbox.order({ kind: 'error_500_after', operation: 'refunds.create', merchantId: merchant.id, times: 2 });
      await expect(provider.refundPayment(request)).rejects.toBeInstanceOf(ProviderUnavailable);
      const [made] = await refunds();
      expect(await provider.refundPayment(request)).toMatchObject({ refundReference: made?.reference });
      expect(await refunds()).toHaveLength(1);
    });

    it('refuses what the payment no longer has, and what is disputed', async () => {
      const payment = await aPayment();
      await provider.refundPayment(aRefund(payment, 20_000));
      await expect(provider.refundPayment(aRefund(payment))).rejects.toMatchObject({ reason: 'already_refunded' });
      const disputed = aRefund(await aPayment());
      await sandbox.order({ kind: 'refund_refused', operation: 'refunds.create', merchantId: merchant.id });
      await expect(provider.refundPayment(disputed)).rejects.toMatchObject({ reason: 'disputed' });
    });

    it('later, and may fail days after it had succeeded', async () => {
      const slow = aRefund(await aPayment(testCards.refundTakesTime));
      const pending = await provider.refundPayment(slow);
      expect(pending.status).toBe('pending');
      const handle = { ...slow, refundReference: pending.refundReference };
      await sandbox.answerRefund(pending.refundReference, 'succeeded');
      expect(await provider.getRefund(handle)).toMatchObject({ status: 'succeeded', failureCode: null });
      await sandbox.answerRefund(pending.refundReference, 'failed');
      expect(await provider.getRefund(handle)).toMatchObject({ status: 'failed', failureCode: 'account_closed' });
    });
  });

  describe('reads webhooks', () => {
    const bodyOf = async (type: string): Promise<string> => {
      const webhook = (await sandbox.webhooks(merchant.id)).find(({ eventType }) => eventType === type);
      return webhook?.body ?? '';
    };
    const signed = (body: string, ageSeconds = 0, secret = merchant.credentials['webhookSecret'] ?? '') => {
      const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds;
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const headers = { 'stripe-signature': `t=${timestamp},v1=${signature}` };
      return { rawBody: Buffer.from(body), headers, path: '/' };
    };

    it('that name the payment, and skips those that do not', async () => {
      const request = aRequest();
      const { providerReference, checkoutUrl } = await provider.createPayment(request);
      await payWithCard(checkoutUrl, testCards.approved);
      const body = await bodyOf('checkout.session.completed');
      expect(provider.parseWebhook(signed(body))).toEqual({
        subject: 'payment',
        eventId: expect.stringMatching(/^evt_/),
        type: 'checkout.session.completed',
        paymentId: request.paymentId,
        refundId: null,
        providerReference,
      });
      const other = await bodyOf('payment_intent.succeeded');
      expect(provider.parseWebhook(signed(other))).toBeNull();
    });

    it('that name the refund, and tells one that was made in the dashboard apart', async () => {
      const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
      await payWithCard(checkoutUrl, testCards.approved);
      const refundId = newId();
      const refund = await provider.refundPayment({ refundId, paymentReference: providerReference, amountOre: 5_000 });
      const body = await bodyOf('refund.created');
      expect(provider.parseWebhook(signed(body))).toEqual({
        subject: 'refund',
        eventId: expect.stringMatching(/^evt_/),
        type: 'refund.created',
        paymentId: null,
        refundId,
        providerReference: refund.refundReference,
      });
      const elsewhere = body.replace(refundId, '').replace('refundId', 'other');
      expect(provider.parseWebhook(signed(elsewhere))).toMatchObject({
        subject: 'dashboard_refund',
        paymentId: null,
        providerReference: refund.refundReference,
      });
    });

    it('only with a signature that is right and fresh', async () => {
      const { checkoutUrl } = await provider.createPayment(aRequest());
      await payWithCard(checkoutUrl, testCards.approved);
      const body = await bodyOf('checkout.session.completed');
      expect(() => provider.parseWebhook({ ...signed(body), headers: {} })).toThrow(WebhookNotVerified);
      expect(() => provider.parseWebhook(signed(body, 0, 'whsec_other'))).toThrow(WebhookNotVerified);
      expect(() => provider.parseWebhook(signed(body, 301))).toThrow(WebhookNotVerified);
      expect(() =>
        provider.parseWebhook({ ...signed(body), rawBody: Buffer.from(body.replace('20000', '90000')) }),
      ).toThrow(WebhookNotVerified);
    });
  });
});

describe('the credentials of a merchant', () => {
  const good = { secretKey: 'sk_live_abc', webhookSecret: 'whsec_abc' };

  it('are a secret key and a webhook secret', () => {
    expect(readStripeCredentials(good, { isProduction: true })).toEqual({ ...good, apiUrl: undefined });
  });

  it.each([
    [{ ...good, secretKey: 'pk_live_abc' }, 'secretKey must look like sk_live_…'],
    [{ ...good, secretKey: 'sk_test_abc' }, 'secretKey is of test mode, where no money moves'],
    [{ ...good, secretKey: 'rk_test_abc' }, 'secretKey is of test mode, where no money moves'],
    [{ ...good, webhookSecret: '' }, 'webhookSecret must look like whsec_…'],
    [{ ...good, apiUrl: 'http://127.0.0.1:4400' }, 'apiUrl is for the payment sandbox, not for production'],
  ])('are refused without showing them: %j', (credentials, message) => {
    expect(() => readStripeCredentials(credentials, { isProduction: true })).toThrow(new Error(message));
  });
});
