import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { testCards } from '@kantinekortet/providers/testing';
import { signedInOffice } from '@kantinekortet/testing';
import { AutoTopUpScene } from '../testing/auto-top-up-scene.ts';
import type { Family } from '../testing/top-up-scene.ts';

const tenMinutesMs = 600_000;
const dayMs = 24 * 3_600_000;
const charging = 'paymentIntents.create';

describe('whatever happens to an automatic top-up', () => {
  let scene: AutoTopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await AutoTopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterEach(() => {
    scene.present();
  });
  afterAll(() => scene.close());

  const order = (fault: Parameters<AutoTopUpScene['topUps']['sandbox']['order']>[0]) =>
    scene.topUps.sandbox.order({ merchantId: family.merchant.id, ...fault });

  /** One charge of 200 kr, by the provider's own record and by the books. */
  const expectFilledOnce = async (): Promise<void> => {
    await scene.expectBalance(family, kr(240));
    expect(await scene.topUps.takenOre(family)).toBe(kr(200));
    expect((await scene.get(family)).rule).toMatchObject({ status: 'active', run: null, timesThisMonth: 1 });
  };

  it.each(['timeout_before', 'timeout_after', 'error_500', 'error_500_after', 'unavailable_503'] as const)(
    'a charge that meets %s happens once',
    async (kind) => {
      await order({ kind, operation: charging, times: 2 });
      await scene.buyAndWait(family, kr(60));
      expect((await scene.get(family)).rule?.run?.status ?? 'charging').toBe('charging');
      await scene.later(tenMinutesMs);
      await expectFilledOnce();
    },
    60_000,
  );

  it('a webhook that comes before the answer books the charge, and the answer changes nothing', async () => {
    await order({ kind: 'error_500_after', operation: charging, times: 2 });
    await scene.buyAndWait(family, kr(60));
    await scene.topUps.sandbox.webhooks(family.merchant.id);
    await scene.work();
    await expectFilledOnce();
    await scene.later(tenMinutesMs);
    await expectFilledOnce();
  });

  it('a webhook that comes twice books once, and a lost one is not missed', async () => {
    await order({ kind: 'duplicate', operation: 'payment_intent.succeeded' });
    await scene.buyAndWait(family, kr(60));
    await scene.topUps.sandbox.webhooks(family.merchant.id);
    await scene.work();
    await expectFilledOnce();
  });

  it('a charge whose answer was lost for more than a day is found, not made again', async () => {
    await order({ kind: 'error_500_after', operation: charging, times: 2 });
    await order({ kind: 'drop', operation: 'payment_intent.succeeded' });
    await scene.buyAndWait(family, kr(60));
    await scene.api.database.query("DELETE FROM outbox WHERE topic = 'payments.auto-top-up-run'");
    await scene.later(dayMs);
    await expectFilledOnce();
  });

  it('a charge that was never made is judged anew when the provider is back after a day', async () => {
    await order({ kind: 'unavailable_503', operation: charging, times: 2 });
    await scene.buyAndWait(family, kr(60));
    await scene.api.database.query("DELETE FROM outbox WHERE topic = 'payments.auto-top-up-run'");
    await scene.later(dayMs);
    await scene.later(tenMinutesMs);
    await expectFilledOnce();
  });

  it('a process that died after the run was written down is followed by one that charges', async () => {
    await scene.buy(family, kr(60));
    await scene.work('balance-below.auto-top-up');
    await scene.api.database.query("DELETE FROM outbox WHERE topic = 'payments.auto-top-up-run'");
    await scene.expectBalance(family, kr(40));
    await scene.later(tenMinutesMs);
    await expectFilledOnce();
  });

  it('a card that is removed while its charge has no answer is forgotten only after that', async () => {
    await order({ kind: 'error_500_after', operation: charging, times: 2 });
    await order({ kind: 'drop', operation: 'payment_intent.succeeded' });
    await scene.buyAndWait(family, kr(60));
    const id = (await scene.get(family)).savedCard?.id ?? '';
    expect((await family.browser.delete(`top-ups/saved-cards/${id}`)).status).toBe(204);
    await scene.later(tenMinutesMs);
    await scene.later(tenMinutesMs);
    await scene.expectBalance(family, kr(240));
    expect(await scene.topUps.takenOre(family)).toBe(kr(200));
    const [card] = await scene.api.database.query<{ isForgotten: boolean }>(
      'SELECT forgotten_at IS NOT NULL AS "isForgotten" FROM saved_card WHERE id = $1',
      [id],
    );
    expect(card?.isForgotten).toBe(true);
  });

  it.each(['amount_differs', 'currency_differs'] as const)(
    'a charge whose %s is never booked, and the rule is switched off',
    async (kind) => {
      await order({ kind, operation: charging });
      await scene.buyAndWait(family, kr(60));
      await scene.expectBalance(family, kr(40));
      expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'needs_attention' });
    },
  );

  it('a charge of a wrong amount that the office accepts makes the run a done one, and counts in its month', async () => {
    await order({ kind: 'amount_differs', operation: charging });
    await scene.buyAndWait(family, kr(60));
    const { id: schoolId } = family.school;
    const office = await signedInOffice(scene.api, schoolId);
    const { body } = await office.browser.get<{ items: readonly { subjectId: string }[] }>(`schools/${schoolId}/tasks`);
    const path = `schools/${schoolId}/payment-discrepancies/${body.items[0]?.subjectId}/decisions`;
    const decision = { id: newId(), choice: 'book', reason: 'Avklart med familien' };
    expect((await office.browser.post(path, decision)).status).toBe(200);
    expect(await scene.topUps.takenOre(family)).toBe(kr(201));
    await scene.expectBalance(family, kr(241));
    const runs = await scene.api.database.query('SELECT status FROM auto_top_up_run WHERE school_id = $1', [schoolId]);
    expect(runs).toEqual([{ status: 'paid' }]);
    expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', timesThisMonth: 1 });
  });

  it('a setup whose answer was lost leads to the same page, and a provider that is down says so', async () => {
    const other = await scene.topUps.aFamily();
    const request = { id: '01900000-0000-7000-8000-0000000000aa', walletId: other.walletId };
    await scene.topUps.sandbox.order({
      kind: 'error_500_after',
      operation: 'checkout.sessions.create',
      merchantId: other.merchant.id,
      times: 2,
    });
    expect(await other.browser.post('top-ups/saved-cards', request)).toMatchObject({
      status: 503,
      body: { code: 'payment_provider_unavailable' },
    });
    expect(await other.browser.post('top-ups/saved-cards', request)).toMatchObject({
      status: 201,
      body: { status: 'setting_up', setupUrl: expect.stringContaining('/c/setup/') },
    });
    await scene.saveCard(other, testCards.approved);
  });
});
