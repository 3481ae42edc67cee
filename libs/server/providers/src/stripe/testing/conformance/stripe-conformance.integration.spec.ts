import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import type { PaymentProvider } from '../../../payment-provider.ts';
import { PaymentOfferEnded, RefundRefused } from '../../../provider.errors.ts';
import type { SavedCardAtProvider, SavedCardPort } from '../../../saved-card-port.ts';
import { collected } from '../../../testing/collected.ts';
import { faultsOf, unseen } from '../../../testing/documented-calls.ts';
import { PaymentSandbox, type SandboxMerchant } from '../../../testing/payment-sandbox.ts';
import { RecordingProxy } from '../../../testing/recording-proxy.ts';
import { aCardMerchant, answerBank, payWithCard, testCards } from '../card-merchant.ts';
import { stripeAdapter } from '../../stripe.adapter.ts';
import { stripeCalls, stripeWebhook } from './stripe-calls.ts';

const amountOre = 20_000;
const page = 'https://kantinekortet.example/fyll-paa/1';
const hourMs = 3_600_000;

describe('what we and the sandbox say to each other about bank cards', () => {
  let sandbox: PaymentSandbox;
  let wire: RecordingProxy;
  let hooks: RecordingProxy;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;
  let savedCards: SavedCardPort;
  beforeAll(async () => {
    sandbox = await PaymentSandbox.start();
    wire = await RecordingProxy.open(sandbox.url);
    hooks = await RecordingProxy.open(null);
    merchant = { ...aCardMerchant(sandbox), webhookUrl: `${hooks.url}/hook` };
    await sandbox.register(merchant);
    provider = stripeAdapter.open({ ...merchant.credentials, apiUrl: wire.url }, { isProduction: false });
    if (!provider.savedCards) throw new Error('This provider keeps cards');
    savedCards = provider.savedCards;
  });
  afterAll(async () => {
    await Promise.all([sandbox.stop(), wire.close(), hooks.close()]);
  });

  const common = () => ({
    language: 'nb' as const,
    returnUrl: page,
    cancelUrl: `${page}?avbrutt=1`,
    expiresAt: new Date(Date.now() + hourMs),
  });
  const start = (expiresAt = new Date(Date.now() + hourMs)) =>
    provider.createPayment({ ...common(), paymentId: newId(), amountOre, description: 'Påfylling', expiresAt });
  const paid = async (): Promise<string> => {
    const { providerReference, checkoutUrl } = await start();
    await payWithCard(checkoutUrl, testCards.approved);
    return providerReference;
  };
  const refund = (paymentReference: string, ore: number) =>
    provider.refundPayment({ refundId: newId(), paymentReference, amountOre: ore });
  const save = async (number: string): Promise<SavedCardAtProvider> => {
    const { providerReference, setupUrl } = await savedCards.startSetup({ ...common(), setupId: newId() });
    await payWithCard(setupUrl, number);
    await answerBank(setupUrl, 'approve');
    const { card } = await savedCards.getSetup(providerReference);
    if (!card) throw new Error('The card was not saved');
    return card;
  };
  const usePages = async (): Promise<string> => {
    const { providerReference: open } = await start();
    await provider.getPayment(open);
    await provider.expirePayment(open);
    await expect(start(new Date(Date.now() - hourMs))).rejects.toThrow(PaymentOfferEnded);
    const reference = await paid();
    await provider.expirePayment(reference);
    await provider.getPayment(reference);
    const { refundReference } = await refund(reference, 5_000);
    await provider.getRefund({ refundId: newId(), paymentReference: reference, refundReference });
    await expect(refund(reference, amountOre)).rejects.toThrow(RefundRefused);
    await provider.listRefunds(reference);
    return reference;
  };
  const useSavedCards = async (): Promise<void> => {
    const card = await save(testCards.approved);
    const paymentId = newId();
    await savedCards.chargeCard({ paymentId, amountOre, card });
    await savedCards.findCharge({ paymentId, card });
    const careful = await save(testCards.needsBankAlways);
    const waiting = await savedCards.chargeCard({ paymentId: newId(), amountOre, card: careful });
    await savedCards.openApproval(waiting.providerReference, { card: careful, returnUrl: page });
    await provider.getPayment(waiting.providerReference);
    await provider.expirePayment(waiting.providerReference);
    await savedCards.forgetCard(card);
    await savedCards.forgetCard(card);
  };
  const useLists = async (reference: string): Promise<void> => {
    const period = { from: new Date(Date.now() - hourMs), until: new Date(Date.now() + 30 * 24 * hourMs) };
    await sandbox.issuePayout(merchant.id);
    const disputed = await sandbox.dispute(await paid());
    await sandbox.refundThere(reference, 1_000);
    await provider.chargebacks?.getDispute(disputed);
    expect(await collected(provider.reports?.listPayments(period))).toHaveLength(3);
    expect(await collected(provider.reports?.listPayouts(period))).toHaveLength(1);
    expect(await collected(provider.chargebacks?.listDisputes(period))).toHaveLength(1);
    expect(await collected(provider.chargebacks?.listRefundedPayments(period))).toHaveLength(1);
  };

  it('is as the provider documents it, every call and every answer', async () => {
    const reference = await usePages();
    await useSavedCards();
    await useLists(reference);
    expect(wire.exchanges.flatMap((exchange) => faultsOf(exchange, stripeCalls))).toEqual([]);
    expect(unseen(wire.exchanges, stripeCalls)).toEqual([]);
  });

  it('is as documented in the webhooks too', async () => {
    await sandbox.webhooks(merchant.id);
    const types = new Set(hooks.exchanges.map(({ body }) => /"type":"([a-z_.]+)"/.exec(body)?.[1]));
    expect(types.size).toBeGreaterThan(5);
    expect(hooks.exchanges.flatMap((exchange) => faultsOf(exchange, [stripeWebhook]))).toEqual([]);
  });
});
