import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import type { PaymentProvider, PaymentRequest } from '../../../payment-provider.ts';
import { RefundRefused } from '../../../provider.errors.ts';
import { collected } from '../../../testing/collected.ts';
import { faultsOf, unseen } from '../../../testing/documented-calls.ts';
import { PaymentSandbox, type SandboxMerchant } from '../../../testing/payment-sandbox.ts';
import { RecordingProxy } from '../../../testing/recording-proxy.ts';
import { anAppMerchant, answerInApp } from '../app-merchant.ts';
import { vippsAdapter } from '../../vipps.adapter.ts';
import { vippsCalls, vippsWebhook } from './vipps-calls.ts';

const amountOre = 20_000;

describe('what we and the sandbox say to each other about payments in the app', () => {
  let sandbox: PaymentSandbox;
  let wire: RecordingProxy;
  let hooks: RecordingProxy;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;
  beforeAll(async () => {
    sandbox = await PaymentSandbox.start();
    wire = await RecordingProxy.open(sandbox.url);
    hooks = await RecordingProxy.open(null);
    merchant = { ...anAppMerchant(sandbox), webhookUrl: `${hooks.url}/hook` };
    await sandbox.register(merchant);
    provider = vippsAdapter.open({ ...merchant.credentials, apiUrl: wire.url }, { isProduction: false });
  });
  afterAll(async () => {
    await Promise.all([sandbox.stop(), wire.close(), hooks.close()]);
  });

  const aRequest = (): PaymentRequest => ({
    paymentId: `${newId()}${newId()}`.replaceAll('-', ''),
    amountOre,
    description: 'Påfylling av kantinekort, Åsen skule',
    language: 'nb',
    returnUrl: 'https://kantinekortet.example/fyll-paa/1',
    cancelUrl: 'https://kantinekortet.example/fyll-paa/1?avbrutt=1',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  const approved = async (): Promise<string> => {
    const { providerReference, checkoutUrl } = await provider.createPayment(aRequest());
    await answerInApp(checkoutUrl, 'approve');
    return providerReference;
  };
  const refund = (paymentReference: string, ore: number) =>
    provider.refundPayment({ refundId: newId(), paymentReference, amountOre: ore });

  /** Every call that the client can make, with every answer that it knows. */
  const useEverything = async (): Promise<void> => {
    const request = aRequest();
    await provider.createPayment(request);
    await provider.createPayment({ ...request, description: 'Andre ord' });
    await expect(provider.createPayment({ ...aRequest(), amountOre: 1 })).rejects.toThrow('400');
    await expect(provider.getPayment('nobody-knows-this')).rejects.toThrow('404');

    const reference = await approved();
    await provider.authorizations?.capture(reference, amountOre);
    await refund(reference, 5_000);
    await expect(refund(reference, amountOre)).rejects.toThrow(RefundRefused);
    await provider.listRefunds(reference);

    const open = await provider.createPayment(aRequest());
    await provider.expirePayment(open.providerReference);
    const released = await approved();
    await provider.authorizations?.release(released);
    await provider.authorizations?.capture(released, amountOre);
    await provider.expirePayment(reference);
    const rejected = await provider.createPayment(aRequest());
    await answerInApp(rejected.checkoutUrl, 'reject');
    await provider.getPayment(rejected.providerReference);

    await sandbox.issuePayout(merchant.id);
    const aMonthMs = 30 * 24 * 60 * 60 * 1_000;
    const period = { from: new Date(Date.now() - aMonthMs), until: new Date(Date.now() + aMonthMs) };
    expect(await collected(provider.reports?.listPayments(period))).toHaveLength(1);
    expect(await collected(provider.reports?.listPayouts(period))).toHaveLength(1);
  };

  it('is as the provider documents it, every call and every answer', async () => {
    await useEverything();
    expect(wire.exchanges.flatMap((exchange) => faultsOf(exchange, vippsCalls))).toEqual([]);
    expect(unseen(wire.exchanges, vippsCalls)).toEqual([]);
  });

  it('is as documented in the webhooks too', async () => {
    await sandbox.webhooks(merchant.id);
    const names = hooks.exchanges.map(({ body }) => /"name":"(\w+)"/.exec(body)?.[1]);
    expect(new Set(names)).toEqual(
      new Set(['CREATED', 'AUTHORIZED', 'CAPTURED', 'REFUNDED', 'TERMINATED', 'CANCELLED', 'ABORTED']),
    );
    expect(hooks.exchanges.flatMap((exchange) => faultsOf(exchange, [vippsWebhook]))).toEqual([]);
  });
});
