import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { createHmac } from 'node:crypto';
import type { PaymentProvider } from '../payment-provider.ts';
import { PaymentOfferEnded, ProviderUnavailable, SavedCardGone } from '../provider.errors.ts';
import type { SavedCardAtProvider, SavedCardPort } from '../saved-card-port.ts';
import {
  PaymentSandbox,
  aCardMerchant,
  answerApproval,
  answerBank,
  payWithCard,
  testCards,
  type SandboxMerchant,
} from '../testing/index.ts';
import { stripeAdapter } from './stripe.adapter.ts';

const amountOre = 20_000;
const returnUrl = 'http://localhost:4201/fyll-paa/1';

describe('a merchant that keeps bank cards', () => {
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  let provider: PaymentProvider;
  let savedCards: SavedCardPort;
  beforeAll(async () => {
    sandbox = await PaymentSandbox.start();
  });
  beforeEach(async () => {
    merchant = { ...aCardMerchant(sandbox), webhookUrl: 'http://127.0.0.1:9/nobody' };
    await sandbox.register(merchant);
    provider = stripeAdapter.open(merchant.credentials, { isProduction: false });
    if (!provider.savedCards) throw new Error('This provider keeps cards');
    savedCards = provider.savedCards;
  });
  afterAll(() => sandbox.stop());

  const aSetup = (change: { readonly expiresAt?: Date } = {}) => ({
    setupId: newId(),
    language: 'nb' as const,
    returnUrl: 'http://localhost:4201/kort/lagret',
    cancelUrl: 'http://localhost:4201/kort',
    expiresAt: new Date(Date.now() + 3_600_000),
    ...change,
  });
  const save = async (number: string, expiry?: string): Promise<SavedCardAtProvider> => {
    const { providerReference, setupUrl } = await savedCards.startSetup(aSetup());
    await payWithCard(setupUrl, number, expiry);
    const { card } = await savedCards.getSetup(providerReference);
    if (!card) throw new Error('The card was not saved');
    return card;
  };
  const charge = (card: SavedCardAtProvider, paymentId: string = newId()) =>
    savedCards.chargeCard({ paymentId, amountOre, card });

  it('saves a card on the hosted page, and says which', async () => {
    const setup = aSetup();
    const { providerReference, setupUrl } = await savedCards.startSetup(setup);
    const pending = { setupId: setup.setupId, providerReference, status: 'pending', card: null };
    expect(await savedCards.getSetup(providerReference)).toEqual(pending);
    expect(await payWithCard(setupUrl, testCards.approved)).toBe(setup.returnUrl);
    expect(await savedCards.getSetup(providerReference)).toEqual({
      ...pending,
      status: 'saved',
      card: {
        customerReference: expect.stringMatching(/^cus_/),
        cardReference: expect.stringMatching(/^pm_/),
        brand: 'visa',
        last4: '4242',
        expiresMonth: 12,
        expiresYear: 2049,
      },
    });
    expect(await sandbox.payments(merchant.id)).toHaveLength(0);
  });

  it('asks for another card when the bank refuses to save it, and saves with the bank’s approval', async () => {
    const { providerReference, setupUrl } = await savedCards.startSetup(aSetup());
    await payWithCard(setupUrl, testCards.declined);
    await payWithCard(setupUrl, testCards.needsBank);
    await answerBank(setupUrl, 'reject');
    expect(await savedCards.getSetup(providerReference)).toMatchObject({ status: 'pending', card: null });
    await payWithCard(setupUrl, testCards.needsBank);
    await answerBank(setupUrl, 'approve');
    expect(await savedCards.getSetup(providerReference)).toMatchObject({ status: 'saved', card: { last4: '3155' } });
  });

  it('starts one offer for one id, and none when its time is over', async () => {
    const setup = aSetup();
    const started = await Promise.all([savedCards.startSetup(setup), savedCards.startSetup(setup)]);
    expect(started[0]).toEqual(started[1]);
    const late = aSetup({ expiresAt: new Date(Date.now() + 60_000) });
    await expect(savedCards.startSetup(late)).rejects.toBeInstanceOf(PaymentOfferEnded);
  });

  it('charges a saved card without the payer, once for one id', async () => {
    const card = await save(testCards.approved);
    const paymentId = newId();
    const paid = await charge(card, paymentId);
    expect(paid).toMatchObject({ paymentId, status: 'paid', amountOre, currency: 'NOK', failureCode: null });
    expect(paid.card).toEqual({ brand: 'visa', last4: '4242' });
    expect(await charge(card, paymentId)).toEqual(paid);
    expect(await provider.getPayment(paid.providerReference)).toEqual(paid);
    expect(await savedCards.findCharge({ paymentId, card })).toEqual(paid);
    expect(await sandbox.payments(merchant.id)).toMatchObject([{ amountOre, merchantReference: paymentId }]);
  });

  it('finds no charge where none was made', async () => {
    const card = await save(testCards.approved);
    expect(await savedCards.findCharge({ paymentId: newId(), card })).toBeNull();
  });

  it('finds the charge whose answer was lost', async () => {
    const card = await save(testCards.approved);
    await sandbox.order({ kind: 'error_500_after', merchantId: merchant.id, operation: 'paymentIntents.create' });
    const paymentId = newId();
    // The SDK asks again by itself, under the same key.
    expect(await charge(card, paymentId)).toMatchObject({ status: 'paid' });
    await sandbox.order({ kind: 'unavailable_503', merchantId: merchant.id, times: 2 });
    await expect(charge(card)).rejects.toBeInstanceOf(ProviderUnavailable);
    expect(await sandbox.payments(merchant.id)).toHaveLength(1);
  });

  it('says why a saved card was refused, and that this is final', async () => {
    expect(await charge(await save(testCards.declinedOnceSaved))).toMatchObject({
      status: 'failed',
      failureCode: 'declined',
    });
  });

  it('waits for the payer when the bank wants them, and follows the bank’s answer', async () => {
    const { providerReference, setupUrl } = await savedCards.startSetup(aSetup());
    await payWithCard(setupUrl, testCards.needsBankAlways);
    await answerBank(setupUrl, 'approve');
    const { card } = await savedCards.getSetup(providerReference);
    if (!card) throw new Error('The card was not saved');
    const waiting = await charge(card);
    expect(waiting).toMatchObject({ status: 'pending', failureCode: 'authentication_required' });

    const approvalUrl = await savedCards.openApproval(waiting.providerReference, { card, returnUrl });
    expect(await savedCards.openApproval(waiting.providerReference, { card, returnUrl })).toBe(approvalUrl);
    await answerApproval(approvalUrl ?? '', 'reject');
    expect(await provider.getPayment(waiting.providerReference)).toMatchObject({
      status: 'pending',
      failureCode: 'authentication_failed',
    });

    const again = await savedCards.openApproval(waiting.providerReference, { card, returnUrl });
    expect(await answerApproval(again ?? '', 'approve')).toContain(returnUrl);
    expect(await provider.getPayment(waiting.providerReference)).toMatchObject({ status: 'paid', amountOre });
    expect(await savedCards.openApproval(waiting.providerReference, { card, returnUrl })).toBeNull();
  });

  it('takes a charge back that waits for the payer, and tells when it was too late', async () => {
    const card = await save(testCards.approved);
    const paid = await charge(card);
    expect(await provider.expirePayment(paid.providerReference)).toMatchObject({ status: 'paid' });
  });

  it('charges no card that was forgotten, and forgets it twice without complaint', async () => {
    const card = await save(testCards.approved);
    await savedCards.forgetCard(card);
    await savedCards.forgetCard(card);
    await expect(charge(card)).rejects.toBeInstanceOf(SavedCardGone);
  });

  it('names the saved card, or the charge, in its webhooks', async () => {
    const setup = aSetup();
    const { providerReference, setupUrl } = await savedCards.startSetup(setup);
    await payWithCard(setupUrl, testCards.approved);
    const { card } = await savedCards.getSetup(providerReference);
    if (!card) throw new Error('The card was not saved');
    const paid = await charge(card);
    const parse = async (type: string) => {
      const webhook = (await sandbox.webhooks(merchant.id)).find(({ eventType }) => eventType === type);
      const body = webhook?.body ?? '';
      const timestamp = Math.floor(Date.now() / 1_000);
      const secret = merchant.credentials['webhookSecret'] ?? '';
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const headers = { 'stripe-signature': `t=${timestamp},v1=${signature}` };
      return provider.parseWebhook({ rawBody: Buffer.from(body), headers, path: '/' });
    };
    expect(await parse('checkout.session.completed')).toMatchObject({
      subject: 'saved_card',
      paymentId: setup.setupId,
      providerReference,
    });
    expect(await parse('payment_intent.succeeded')).toMatchObject({
      subject: 'payment',
      paymentId: paid.paymentId,
      providerReference: paid.providerReference,
    });
  });
});
