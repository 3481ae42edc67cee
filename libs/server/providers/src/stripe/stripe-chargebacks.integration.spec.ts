import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { createHmac } from 'node:crypto';
import type { ChargebackPort } from '../chargeback-port.ts';
import type { PaymentProvider, ProviderEvent } from '../payment-provider.ts';
import { PaymentSandbox, aCardMerchant, payWithCard, testCards, type SandboxMerchant } from '../testing/index.ts';
import { collected } from '../testing/collected.ts';
import { stripeAdapter } from './stripe.adapter.ts';

const anHourMs = 3_600_000;
const aDay = { from: new Date(Date.now() - 24 * anHourMs), until: new Date(Date.now() + anHourMs) };

describe('what payers get back past us', () => {
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;
  let chargebacks: ChargebackPort;
  let paymentId: string;
  let paymentReference: string;
  beforeAll(async () => {
    sandbox = await PaymentSandbox.start();
  });
  beforeEach(async () => {
    merchant = { ...aCardMerchant(sandbox), webhookUrl: 'http://127.0.0.1:9/nobody' };
    await sandbox.register(merchant);
    provider = stripeAdapter.open(merchant.credentials, { isProduction: false });
    if (provider.chargebacks === null) throw new Error('Stripe tells of disputes');
    chargebacks = provider.chargebacks;
    paymentId = newId();
    const urls = { returnUrl: 'http://localhost:4201/', cancelUrl: 'http://localhost:4201/' };
    const offer = { amountOre: 20_000, description: 'Emma', language: 'nb', ...urls } as const;
    const expiresAt = new Date(Date.now() + anHourMs);
    const started = await provider.createPayment({ paymentId, expiresAt, ...offer });
    paymentReference = started.providerReference;
    await payWithCard(started.checkoutUrl, testCards.approved);
  });
  afterAll(() => sandbox.stop());

  const parsed = async (type: string): Promise<ProviderEvent | null> => {
    const webhook = (await sandbox.webhooks(merchant.id)).find(({ eventType }) => eventType === type);
    const body = webhook?.body ?? '';
    const timestamp = Math.floor(Date.now() / 1_000);
    const secret = merchant.credentials['webhookSecret'] ?? '';
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const headers = { 'stripe-signature': `t=${timestamp},v1=${signature}` };
    return provider.parseWebhook({ rawBody: Buffer.from(body), headers, path: '/' });
  };

  it('in the dashboard is told beside what we sent back', async () => {
    const refundId = newId();
    await provider.refundPayment({ refundId, paymentReference, amountOre: 100 });
    expect(await collected(chargebacks.listRefundedPayments(aDay))).toEqual([]);
    await sandbox.refundThere(paymentReference, 5_000);
    expect(await collected(chargebacks.listRefundedPayments(aDay))).toEqual([paymentId]);
    expect(await provider.listRefunds(paymentReference)).toMatchObject([
      { refundId: null, amountOre: 5_000, status: 'succeeded' },
      { refundId, amountOre: 100 },
    ]);
    expect(await parsed('charge.refunded')).toMatchObject({ subject: 'dashboard_refund', paymentId });
  });

  it('by their bank is told as it asks, takes and gives back', async () => {
    const reference = await sandbox.dispute(paymentReference, { amountOre: 12_000, isInquiry: true });
    const facts = { disputeReference: reference, paymentId, amountOre: 12_000, currency: 'NOK' };
    const evidenceDueAt: unknown = expect.any(Date);
    const ask = () => chargebacks.getDispute(reference);
    expect(await ask()).toMatchObject({ ...facts, status: 'inquiry', takenOre: 0, evidenceDueAt });
    await sandbox.answerDispute(reference, 'escalated');
    expect(await ask()).toMatchObject({ ...facts, status: 'open', takenOre: 12_000, evidenceDueAt });
    await sandbox.answerDispute(reference, 'won');
    expect(await ask()).toMatchObject({ ...facts, status: 'won', takenOre: 0, evidenceDueAt: null });
    expect(await collected(chargebacks.listDisputes(aDay))).toEqual([await ask()]);
    for (const type of ['created', 'funds_withdrawn', 'updated', 'funds_reinstated', 'closed']) {
      expect(await parsed(`charge.dispute.${type}`)).toMatchObject({
        subject: 'dispute',
        paymentId: null,
        providerReference: reference,
      });
    }
  });

  it('is nothing when the bank had only asked', async () => {
    const asked = await sandbox.dispute(paymentReference, { isInquiry: true });
    await sandbox.answerDispute(asked, 'closed');
    expect(await chargebacks.getDispute(asked)).toMatchObject({ status: 'closed', takenOre: 0 });
  });

  it('is not sent back by us too', async () => {
    const reference = await sandbox.dispute(paymentReference);
    const refund = { refundId: newId(), paymentReference, amountOre: 100 };
    await expect(provider.refundPayment(refund)).rejects.toMatchObject({ reason: 'disputed' });
    await sandbox.answerDispute(reference, 'lost');
    expect(await chargebacks.getDispute(reference)).toMatchObject({ status: 'lost', takenOre: 20_000 });
  });
});
