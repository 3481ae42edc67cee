import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { testCards } from '@kantinekortet/providers/testing';
import { signedInGuardian } from '@kantinekortet/testing';
import { AutoTopUpScene, usualRule } from '../testing/auto-top-up-scene.ts';

describe('a rule for automatic top-up', () => {
  let scene: AutoTopUpScene;
  beforeAll(async () => {
    scene = await AutoTopUpScene.open();
  });
  afterAll(() => scene.close());

  it.each([
    ['less than a top-up may be', { amountOre: kr(10) }, 'amount_out_of_range'],
    ['more than a top-up may be', { amountOre: kr(5000) }, 'amount_out_of_range'],
    ['more than the card may hold', { belowOre: kr(2900), amountOre: kr(200) }, 'auto_top_up_beyond_cap'],
  ])('is refused for %s', async (_case, change, code) => {
    const family = await scene.topUps.aFamily();
    const { status, body } = await scene.put(family, { ...usualRule, ...change });
    expect([status, body]).toMatchObject([422, { code }]);
  });

  it.each([{ belowOre: 0 }, { amountOre: 1.5 }, { timesAMonth: 0 }, { timesAMonth: 32 }])(
    'is refused for input such as %j',
    async (change) => {
      const family = await scene.topUps.aFamily();
      expect((await scene.put(family, { ...usualRule, ...change })).status).toBe(400);
    },
  );

  it('ends when its guardian has asked for everything back, and takes no money, until it is switched on again', async () => {
    const family = await scene.aFamily();
    await scene.api.database.query(
      `INSERT INTO refund (school_id, id, wallet_id, merchant_id, payer_kind, payer_id, amount_ore, is_everything, origin,
                           asked_by, asked_at)
       SELECT o.school_id, o.id, $2, $3, 'person', $4, 5000, true, 'guardian', $4, $5
         FROM operation o WHERE o.school_id = $1 LIMIT 1`,
      [family.school.id, family.walletId, family.school.merchantId, family.guardian.id, scene.api.clock.now()],
    );
    await scene.buyAndWait(family, kr(60));
    expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'refunded' });
    expect(await scene.topUps.takenOre(family)).toBe(0);
    await scene.put(family, usualRule);
    await scene.work();
    expect((await scene.get(family)).rule).toMatchObject({ status: 'active', reason: null });
    expect(await scene.topUps.takenOre(family)).toBe(kr(200));
  });

  it('is each guardian’s own: nobody else sees it, its card or its approval', async () => {
    const family = await scene.aFamily({ card: testCards.needsBankAlways });
    await scene.buyAndWait(family, kr(60));
    const { rule, savedCard } = await scene.get(family);
    const other = await scene.secondGuardian(family);
    expect(await scene.get(other)).toMatchObject({ rule: null, savedCard: null });
    expect((await other.browser.get(`top-ups/saved-cards/${savedCard?.id ?? ''}`)).status).toBe(404);
    expect((await other.browser.delete(`top-ups/saved-cards/${savedCard?.id ?? ''}`)).status).toBe(404);
    expect((await other.browser.post(`top-ups/${rule?.run?.topUpId ?? ''}/approval`, {})).status).toBe(404);
    const stranger = { ...family, browser: (await signedInGuardian(scene.api)).browser };
    expect((await scene.put(stranger)).status).toBe(404);
    expect((await scene.switchOff(stranger)).status).toBe(404);
  });

  it('saves a card under one id once, for one guardian and child', async () => {
    const family = await scene.topUps.aFamily();
    const request = { id: newId(), walletId: family.walletId };
    const answers = await Promise.all([1, 2, 3].map(() => family.browser.post('top-ups/saved-cards', request)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const other = await scene.secondGuardian(family);
    expect(await other.browser.post('top-ups/saved-cards', request)).toMatchObject({
      status: 409,
      body: { code: 'operation_conflict' },
    });
  });
});
