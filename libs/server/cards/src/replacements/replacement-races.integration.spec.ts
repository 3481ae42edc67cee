import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { signedInOffice } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { pupilIn } from '../testing/roster.ts';
import { ReplacementScene } from '../testing/replacement-scene.ts';

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('replacing at the same time', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await ReplacementScene.startApi();
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await api.close();
    expect(findings).toEqual([]);
  });

  it('by two offices, one wins: one new card, one fee', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const colleague = await signedInOffice(api, scene.school.id);
    const cards = [await scene.stockCard(), await scene.stockCard()] as const;
    const fee = { expectedFeeOre: kr(100) };
    const answers = await Promise.all([
      scene.replace(second, cards[0], fee),
      scene.replace(second, cards[1], fee, colleague),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'card_step_refused' });
    expect(await scene.statuses()).toEqual(['ended', 'ended', 'active']);
    expect((await scene.wallet()).balanceOre).toBe(kr(200));
  });

  it('under one id is one replacement, answered the same to all', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const fresh = await scene.stockCard();
    const wish = { id: newId(), expectedFeeOre: kr(100) };
    const answers = await Promise.all(times(6, () => scene.replace(second, fresh, wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await scene.wallet()).balanceOre).toBe(kr(200));
  });

  it('by scan and by print, one wins', async () => {
    const scene = await ReplacementScene.open(api);
    const [scanned, printed] = await Promise.all([
      scene.replace(scene.card, await scene.stockCard()),
      scene.print(scene.card),
    ]);
    expect([scanned.status, printed.status].filter((status) => status < 300)).toHaveLength(1);
    expect(await scene.statuses()).toEqual(['ended', 'active']);
  });

  it('with the guardian’s block and lift of it: the old card ends whichever comes first', async () => {
    for (const step of ['block', 'unblock']) {
      const scene = await ReplacementScene.open(api);
      const path = `cards/${scene.card.id}`;
      if (step === 'unblock') await scene.guardian.browser.post(`${path}/block`, { reason: 'lost' });
      const fresh = await scene.stockCard();
      const [replaced, changed] = await Promise.all([
        scene.replace(scene.card, fresh),
        scene.guardian.browser.post(`${path}/${step}`, step === 'block' ? { reason: 'lost' } : undefined),
      ]);
      expect(replaced.status).toBe(201);
      expect([200, 409]).toContain(changed.status);
      expect(await scene.statuses()).toEqual(['ended', 'active']);
    }
  });

  it('with one card from stock for two pupils, one gets it, and the other keeps the old card and the money', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const sibling = await pupilIn(api, scene.school.id, { name: 'Ida Hansen' });
    const fresh = await scene.stockCard();
    const [replaced, issued] = await Promise.all([
      scene.replace(scene.card, fresh),
      scene.office.browser.post(`schools/${scene.school.id}/pupils/${sibling.id}/card`, { token: fresh.token }),
    ]);
    const isReplaced = replaced.status === 201;
    expect(issued.status).toBe(isReplaced ? 409 : 200);
    expect(await scene.statuses()).toEqual(isReplaced ? ['ended', 'active'] : ['active']);
  });
});
