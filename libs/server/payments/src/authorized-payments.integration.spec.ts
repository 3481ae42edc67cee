import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { anAppMerchant, answerInApp } from '@kantinekortet/providers/testing';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';

const tenMinutesMs = 600_000;

describe('a payment that the payer approves in an app', () => {
  let scene: TopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily(anAppMerchant);
  });
  afterAll(() => scene.close());

  const order = (fault: Parameters<TopUpScene['sandbox']['order']>[0]) =>
    scene.sandbox.order({ merchantId: family.merchant.id, ...fault });
  const sent = async (eventType: string) =>
    (await scene.sandbox.webhooks(family.merchant.id)).filter((webhook) => webhook.eventType.includes(eventType));

  /** What was captured is what the wallet has, to the øre, and it was captured once. */
  const expectCapturedOnce = async (balanceOre: number): Promise<void> => {
    await scene.expectBalance(family, balanceOre);
    expect(await scene.takenOre(family)).toBe(balanceOre);
    expect(await sent('captured')).toHaveLength(1);
  };

  it('is captured and booked when the webhook says that it is approved', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await answerInApp(checkoutUrl, 'approve');
    await scene.handleWebhooks(family);
    await expectCapturedOnce(kr(200));
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', balanceOre: kr(200) });
  });

  it('is captured once when webhook, returning guardian and worker come at once', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await answerInApp(checkoutUrl, 'approve');
    scene.api.clock.advance(tenMinutesMs);
    await Promise.all([scene.handleWebhooks(family), scene.get(family, id), scene.askAboutOpenTopUps()]);
    await scene.handleWebhooks(family);
    await expectCapturedOnce(kr(200));
  });

  it.each(['error_500', 'error_500_after'] as const)(
    'is captured once when the answer to the capture was %s',
    async (kind) => {
      const { id, checkoutUrl } = await scene.start(family);
      await order({ kind, operation: 'payments.capture' });
      await order({ kind: 'drop', operation: 'epayments.payment.authorized.v1' });
      await order({ kind: 'drop', operation: 'epayments.payment.captured.v1' });
      await answerInApp(checkoutUrl, 'approve');
      expect(await scene.get(family, id)).toMatchObject({ status: 'pending' });
      await scene.expectBalance(family, 0);
      expect(await scene.get(family, id)).toMatchObject({ status: 'paid' });
      await expectCapturedOnce(kr(200));
    },
  );

  it.each(['amount_differs', 'currency_differs'] as const)(
    'is let go, never captured, when what was reserved %s',
    async (kind) => {
      await order({ kind, operation: 'payments.create' });
      const { id, checkoutUrl } = await scene.start(family);
      await answerInApp(checkoutUrl, 'approve');
      await scene.handleWebhooks(family);
      expect(await scene.get(family, id)).toMatchObject({ status: 'failed' });
      await scene.expectBalance(family, 0);
      expect([await sent('captured'), await sent('cancelled')]).toMatchObject([[], [{ status: 'delivered' }]]);
    },
  );

  it('ends without money when the payer rejects it, or nobody answers', async () => {
    const rejected = await scene.start(family);
    await answerInApp(rejected.checkoutUrl, 'reject');
    const forgotten = await scene.start(family);
    const [, open] = await scene.sandbox.payments(family.merchant.id);
    await scene.sandbox.expire(open?.reference ?? '');
    await scene.handleWebhooks(family);
    expect(await scene.get(family, rejected.id)).toMatchObject({ status: 'failed', failureCode: 'declined' });
    expect(await scene.get(family, forgotten.id)).toMatchObject({ status: 'expired' });
    await scene.expectBalance(family, 0);
  });

  it('is paid when the payer approves it just before it is cancelled', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await order({ kind: 'drop', operation: 'epayments.payment.authorized.v1' });
    await answerInApp(checkoutUrl, 'approve');
    const { body } = await family.browser.post<{ status: string }>(`top-ups/${id}/cancel`, {});
    expect(body.status).toBe('paid');
    await expectCapturedOnce(kr(200));
  });
});
