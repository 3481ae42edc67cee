import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import type { TestApi } from '@kantinekortet/platform/testing';
import { signedInGuardian, type SignedIn, type TestCard } from '@kantinekortet/testing';
import { ReplacementScene } from './testing/replacement-scene.ts';

let api: TestApi;
let scene: ReplacementScene;
let handedOut: TestCard;
beforeAll(async () => {
  api = await ReplacementScene.startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  scene = await ReplacementScene.open(api);
  handedOut = await scene.stockCard();
});

const block = (who: SignedIn) => who.browser.post(`cards/${scene.card.id}/block`, { reason: 'lost' });

const register = (confirm: boolean, who = scene.guardian) => {
  const { number: cardNumber, controlCode } = handedOut;
  const choice = confirm ? { pupilId: scene.pupil.id } : {};
  return who.browser.post('cards/register', { cardNumber, controlCode, confirm, ...choice });
};

describe('a card that was handed out without being linked, beside one that is blocked', () => {
  it.each(['guardian', 'office'] as const)(
    'is not registered by number and code when the %s blocked that one: the office replaces it and counts the loss',
    async (role) => {
      expect((await block(scene[role])).status).toBe(200);
      expect((await register(false)).body).toMatchObject({ status: 'choose_child', children: [] });
      expect((await register(true)).body).toMatchObject({ status: 409, code: 'replaced_by_office' });
      expect(await scene.statuses()).toEqual(['blocked']);

      const replaced = await scene.replace(scene.card, handedOut);
      expect([replaced.status, replaced.body]).toMatchObject([201, { lossNumber: 1 }]);
      expect(await scene.statuses()).toEqual(['ended', 'active']);
      expect((await scene.quote(handedOut)).body).toMatchObject({ lossNumber: 2, feeOre: kr(100) });
    },
  );

  it('takes the fee of a second loss there, whatever was tried before', async () => {
    await scene.topUp(kr(300));
    const second = await scene.afterLosses(1);
    await scene.guardian.browser.post(`cards/${second.id}/block`, { reason: 'stolen' });
    expect((await register(true)).body).toMatchObject({ code: 'replaced_by_office' });
    expect((await scene.replace(second, handedOut)).body).toMatchObject({ code: 'fee_changed', feeOre: kr(100) });
    expect((await scene.replace(second, handedOut, { expectedFeeOre: kr(100) })).status).toBe(201);
    expect((await scene.wallet()).balanceOre).toBe(kr(200));
  });

  it('is no second card when the block was lifted', async () => {
    await block(scene.guardian);
    await scene.guardian.browser.post(`cards/${scene.card.id}/unblock`, {});
    expect((await register(true)).body).toMatchObject({ status: 404, code: 'child_not_found' });
    expect(await scene.statuses()).toEqual(['active']);
  });

  it('tells nothing of that one to a guardian of other children', async () => {
    await block(scene.office);
    const refused = await register(true, await signedInGuardian(api));
    expect(refused.body).toMatchObject({ status: 404, code: 'child_not_found' });
  });

  it('races the block, and is never a second card', async () => {
    const [, taken] = await Promise.all([block(scene.guardian), register(true)]);
    expect(taken.body['code']).toMatch(/^(child_not_found|replaced_by_office)$/);
    expect(await scene.statuses()).toEqual(['blocked']);
  });
});
