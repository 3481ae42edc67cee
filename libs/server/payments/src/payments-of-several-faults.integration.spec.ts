import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';
import { TwoChildren } from './testing/two-children.ts';

const tenMinutesMs = 600_000;
const twoHoursMs = 7_200_000;

describe('a payment for several children comes to one end for all', () => {
  let scene: TopUpScene;
  let family: TwoChildren;
  let emma: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await TwoChildren.of(scene);
    ({ emma } = family);
  });
  afterAll(() => scene.close());

  it('when the tab was closed: by the webhook, twice', async () => {
    const { checkoutUrl } = await family.start();
    await family.order({ kind: 'duplicate', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(emma);
    await scene.handleWebhooks(emma);
    await family.expectBothBookedOnce();
  });

  it('when the webhook is lost too: by the worker', async () => {
    const { checkoutUrl } = await family.start();
    await family.order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    scene.api.clock.advance(tenMinutesMs);
    await scene.askAboutOpenTopUps();
    await family.expectBothBookedOnce();
  });

  it('when the answer of the provider was lost and the webhook came before the second try', async () => {
    const request = family.request();
    await family.order({ kind: 'error_500_after', operation: 'checkout.sessions.create', times: 2 });
    expect((await scene.post(emma, request)).status).toBe(503);
    const [payment] = await family.payments();
    await payWithCard(`${scene.sandbox.url}/c/pay/${payment?.reference ?? ''}`, testCards.approved);
    await scene.handleWebhooks(emma);
    await family.expectBothBookedOnce();
    expect(await scene.post(emma, request)).toMatchObject({
      status: 200,
      body: { status: 'paid', checkoutUrl: null },
    });
    expect(await family.payments()).toHaveLength(1);
  });

  it('when the provider does not answer after the charge: both wait, and both are booked later', async () => {
    const { id, siblingId, checkoutUrl } = await family.start();
    await family.order({ kind: 'drop', operation: 'checkout.session.completed' });
    await payWithCard(checkoutUrl, testCards.approved);
    await family.order({ kind: 'error_500_after', operation: 'checkout.sessions.retrieve', times: 4 });
    expect(await scene.get(emma, id)).toMatchObject({ status: 'pending' });
    expect(await scene.get(emma, siblingId)).toMatchObject({ status: 'pending' });
    await family.expectNobodyBooked();
    expect(await scene.get(emma, siblingId)).toMatchObject({ status: 'paid' });
    await family.expectBothBookedOnce();
  });

  it('when everybody asks at once, by either id', async () => {
    const { id, siblingId, checkoutUrl } = await family.start();
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.sandbox.webhooks(emma.merchant.id);
    scene.api.clock.advance(tenMinutesMs);
    const questions = [id, siblingId, id, siblingId].map((one) => scene.get(emma, one));
    await Promise.all([...questions, scene.api.deliverOutbox(), scene.askAboutOpenTopUps()]);
    await family.expectBothBookedOnce();
  });

  it.each(['amount_differs', 'currency_differs'] as const)(
    'when its %s: nobody is booked, and the office is told once, of all of it',
    async (kind) => {
      await family.order({ kind, operation: 'checkout.sessions.create' });
      const { id, siblingId, checkoutUrl } = await family.start();
      await payWithCard(checkoutUrl, testCards.approved);
      expect(await scene.get(emma, siblingId)).toMatchObject({ status: 'pending', needsAttention: true });
      await scene.handleWebhooks(emma);
      expect(await scene.get(emma, id)).toMatchObject({ status: 'pending', needsAttention: true });
      await family.expectNobodyBooked();
      const found = await scene.api.database.query(
        'SELECT top_up_id, reason, expected_ore FROM payment_discrepancy WHERE school_id = $1',
        [emma.school.id],
      );
      expect(found).toEqual([{ top_up_id: id, reason: kind, expected_ore: kr(300) }]);
    },
  );

  it('when it is closed by either id, expires, or never reached the provider: all have their room again', async () => {
    const closed = await family.start();
    const { body } = await emma.browser.post(`top-ups/${closed.siblingId}/cancel`);
    expect(body).toMatchObject({ id: closed.siblingId, status: 'expired' });
    const forgotten = await family.start();
    const references = (await family.payments()).filter(({ status }) => status === 'open');
    await scene.sandbox.expire(references[0]?.reference ?? '');
    expect(await scene.get(emma, forgotten.id)).toMatchObject({ status: 'expired' });
    await family.order({ kind: 'unavailable_503', times: 2 });
    expect((await scene.post(emma, family.request())).status).toBe(503);
    scene.api.clock.advance(twoHoursMs);
    await scene.askAboutOpenTopUps();
    expect((await family.topUps()).map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'expired'));
    await family.expectNobodyBooked();
  });
});
