import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { payWithCard, testCards, type SandboxWebhook } from '@kantinekortet/providers/testing';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';

const tenMinutesMs = 600_000;
const twoHoursMs = 7_200_000;

describe('whatever happens to a payment', () => {
  let scene: TopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterAll(() => scene.close());

  const order = (fault: Parameters<TopUpScene['sandbox']['order']>[0]) =>
    scene.sandbox.order({ merchantId: family.merchant.id, ...fault });

  /** What the provider takes is what the wallet has, to the øre. */
  const expectBalanceAsTaken = async (balanceOre: number): Promise<void> => {
    await scene.expectBalance(family, balanceOre);
    expect(await scene.takenOre(family)).toBe(balanceOre);
  };

  const storedEvents = () =>
    scene.api.database.query('SELECT event_id FROM payment_event WHERE merchant_id = $1', [family.school.merchantId]);

  const webhook = async (eventType: string): Promise<SandboxWebhook> => {
    const found = (await scene.sandbox.webhooks(family.merchant.id)).find((sent) => sent.eventType === eventType);
    if (!found) throw new Error(`The sandbox sent no ${eventType}`);
    return found;
  };

  it('the webhook puts the money on the balance when the tab was closed', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(200));
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', balanceOre: kr(200) });
  });

  it('the worker asks when the tab was closed and the webhook lost', async () => {
    const { checkoutUrl } = await scene.start(family);
    await order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    await scene.askAboutOpenTopUps();
    await scene.expectBalance(family, 0);
    scene.api.clock.advance(tenMinutesMs);
    await scene.askAboutOpenTopUps();
    await expectBalanceAsTaken(kr(200));
  });

  it('one payment is booked once when the page is paid twice', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await Promise.all([1, 2, 3].map(() => payWithCard(checkoutUrl, testCards.approved)));
    await scene.handleWebhooks(family);
    await scene.get(family, id);
    await expectBalanceAsTaken(kr(200));
  });

  it('two top-ups that were both paid are both booked', async () => {
    const both = [await scene.start(family), await scene.start(family)];
    for (const { checkoutUrl } of both) await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(400));
  });

  it('a repeated webhook is stored once and books nothing more', async () => {
    const { checkoutUrl } = await scene.start(family);
    await order({ kind: 'duplicate', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    const { eventId } = await webhook('checkout.session.completed');
    expect(await scene.sandbox.resend(eventId)).toBe(200);
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(200));
    expect(await storedEvents()).toHaveLength(1);
  });

  it('a late webhook, days after the guardian came back, changes nothing', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid' });
    const { eventId } = await webhook('checkout.session.completed');
    await scene.sandbox.resend(eventId);
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(200));
  });

  it('webhooks in the wrong order lead to the same end', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.slow);
    const [payment] = await scene.sandbox.payments(family.merchant.id);
    await scene.sandbox.settle(payment?.reference ?? '');
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(200));
    const earlier = await webhook('checkout.session.completed');
    await scene.sandbox.resend(earlier.eventId);
    await scene.handleWebhooks(family);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid' });
    await expectBalanceAsTaken(kr(200));
  });

  it('a webhook may come before the answer to our request', async () => {
    const request = scene.request(family);
    await order({ kind: 'error_500_after', operation: 'checkout.sessions.create', times: 2 });
    expect(await scene.post(family, request)).toMatchObject({
      status: 503,
      body: { code: 'payment_provider_unavailable' },
    });
    const [payment] = await scene.sandbox.payments(family.merchant.id);
    await payWithCard(`${scene.sandbox.url}/c/pay/${payment?.reference ?? ''}`, testCards.approved);
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(200));
    const again = await scene.post(family, request);
    expect(again).toMatchObject({ status: 200, body: { status: 'paid', checkoutUrl: null } });
  });

  it('the question, the webhook and the worker may all come at once', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.sandbox.webhooks(family.merchant.id);
    scene.api.clock.advance(tenMinutesMs);
    const questions = [1, 2, 3, 4, 5].map(() => scene.get(family, id));
    await Promise.all([...questions, scene.api.deliverOutbox(), scene.askAboutOpenTopUps()]);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', balanceOre: kr(200) });
    await expectBalanceAsTaken(kr(200));
    const operations = await scene.api.database.query('SELECT id FROM operation WHERE school_id = $1', [
      family.school.id,
    ]);
    expect(operations).toHaveLength(1);
  });

  it('a lost answer of the provider is asked for again: one payment', async () => {
    const request = scene.request(family);
    await order({ kind: 'error_500_after', operation: 'checkout.sessions.create', times: 2 });
    await scene.post(family, request);
    const again = await scene.post(family, request);
    expect(again).toMatchObject({ status: 200, body: { status: 'pending' } });
    expect(await scene.sandbox.payments(family.merchant.id)).toHaveLength(1);
    await payWithCard(again.body.checkoutUrl ?? '', testCards.approved);
    await scene.handleWebhooks(family);
    await expectBalanceAsTaken(kr(200));
  });

  it('a provider that is down leaves a top-up waiting, and the webhook in the inbox until it is back', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.sandbox.webhooks(family.merchant.id);
    await order({ kind: 'unavailable_503', times: 4 });
    expect(await scene.get(family, id)).toMatchObject({ status: 'pending' });
    await expect(scene.api.deliverOutbox()).rejects.toMatchObject({ code: 'payment_provider_unavailable' });
    await scene.expectBalance(family, 0);
    await scene.api.deliverOutbox();
    await expectBalanceAsTaken(kr(200));
  });

  it('a top-up that never reached the provider ends by itself and frees its room', async () => {
    const request = scene.request(family);
    await order({ kind: 'unavailable_503', times: 2 });
    await scene.post(family, request);
    expect(await scene.get(family, request.id)).toMatchObject({ status: 'created', checkoutUrl: null });
    scene.api.clock.advance(twoHoursMs);
    await scene.askAboutOpenTopUps();
    expect(await scene.get(family, request.id)).toMatchObject({ status: 'expired' });
    expect(await scene.post(family, request)).toMatchObject({
      status: 200,
      body: { status: 'expired', checkoutUrl: null },
    });
  });

  it('a top-up that the provider did not answer for takes room until its time is over, and not a moment longer', async () => {
    await order({ kind: 'unavailable_503', times: 2 });
    expect((await scene.post(family, scene.request(family, { amountOre: kr(1_500) }))).status).toBe(503);
    await scene.start(family, { amountOre: kr(1_000) });
    const wish = scene.request(family, { amountOre: kr(501) });
    expect(await scene.post(family, wish)).toMatchObject({ status: 422, body: { code: 'balance_cap_reached' } });
    scene.api.clock.advance(twoHoursMs);
    expect(await scene.post(family, wish)).toMatchObject({ status: 201, body: { status: 'pending' } });
  });

  it.each([
    ['amount_differs', 'amount_differs', kr(200) + 100, 'NOK'],
    ['currency_differs', 'currency_differs', kr(200), 'SEK'],
  ] as const)(
    'a payment whose %s is never booked, and the office is told once',
    async (kind, reason, amount, currency) => {
      await order({ kind, operation: 'checkout.sessions.create' });
      const { id, checkoutUrl } = await scene.start(family);
      await payWithCard(checkoutUrl, testCards.approved);
      expect(await scene.get(family, id)).toMatchObject({ status: 'pending', needsAttention: true, checkoutUrl: null });
      await scene.handleWebhooks(family);
      await scene.get(family, id);
      await scene.expectBalance(family, 0);
      const found = await scene.api.database.query('SELECT * FROM payment_discrepancy WHERE school_id = $1', [
        family.school.id,
      ]);
      expect(found).toMatchObject([
        { top_up_id: id, reason, expected_ore: kr(200), paid_amount: amount, paid_currency: currency },
      ]);
    },
  );

  it('a payment that was made for another top-up is never booked', async () => {
    const paid = await scene.start(family);
    const wrong = await scene.start(family);
    await order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(paid.checkoutUrl, testCards.approved);
    const [payment] = await scene.sandbox.payments(family.merchant.id);
    const refersTo = (id: string, reference: string) =>
      scene.api.database.query('UPDATE top_up SET provider_reference = $3 WHERE school_id = $1 AND id = $2', [
        family.school.id,
        id,
        reference,
      ]);
    await refersTo(paid.id, 'none');
    await refersTo(wrong.id, payment?.reference ?? '');
    expect((await family.browser.get(`top-ups/${wrong.id}`)).status).toBe(500);
    await scene.expectBalance(family, 0);
  });

  it('a forged or stale webhook is refused and leaves no trace', async () => {
    const { checkoutUrl } = await scene.start(family);
    await order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    const { eventId, body } = await webhook('checkout.session.completed');
    expect(await scene.sandbox.resend(eventId, { forged: true })).toBe(400);
    const unsigned = await fetch(family.merchant.webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([unsigned.status, await unsigned.json()]).toMatchObject([400, { code: 'webhook_not_verified' }]);
    const elsewhere = await fetch(family.merchant.webhookUrl.replace(/[^/]+$/, 'nobody'), {
      method: 'POST',
      body: '{}',
    });
    expect(elsewhere.status).toBe(404);
    expect(await storedEvents()).toEqual([]);
    await scene.expectBalance(family, 0);
  });

  it("another merchant's true webhook moves nothing here", async () => {
    const other = await scene.aFamily();
    const { id, checkoutUrl } = await scene.start(family);
    await order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    const { eventId } = await webhook('checkout.session.completed');
    // The other merchant's keys, this merchant's payment: as if someone could make their own provider account lie.
    await scene.sandbox.register({ ...other.merchant, id: family.merchant.id });
    expect(await scene.sandbox.resend(eventId)).toBe(200);
    await scene.api.deliverOutbox();
    await scene.expectBalance(family, 0);
    await scene.sandbox.register(family.merchant);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid' });
  });
});
