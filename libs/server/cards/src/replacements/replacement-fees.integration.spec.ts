import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { recordPupilEvents } from '@kantinekortet/schools';
import { aSchool, signedInOffice, signedInSupport } from '@kantinekortet/testing';
import { LayersService } from '@kantinekortet/wallet';
import type { ReplacementList } from './replacement.dto.ts';
import { ReplacementScene } from '../testing/replacement-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await ReplacementScene.startApi();
});
afterAll(() => api.close());

describe('the fee of a replacement', () => {
  it('is shown before it is taken, and is the same at the second loss and the third', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    expect((await scene.quote(scene.card)).body).toEqual({
      lossNumber: 1,
      countsAsLoss: true,
      feeOre: 0,
      drawnOre: 0,
      claimedOre: 0,
      balanceOre: kr(300),
      balanceAfterOre: kr(300),
    });
    const second = await scene.afterLosses(1);
    const shown = { lossNumber: 2, feeOre: kr(100), drawnOre: kr(100), claimedOre: 0, balanceAfterOre: kr(200) };
    expect((await scene.quote(second)).body).toMatchObject(shown);
    const third = await scene.stockCard();
    expect((await scene.replace(second, third, { expectedFeeOre: kr(100) })).body).toMatchObject(shown);
    expect((await scene.quote(third)).body).toMatchObject({ lossNumber: 3, feeOre: kr(100) });
    expect(await scene.wallet()).toMatchObject({ balanceOre: kr(200), claimedOre: 0 });
  });

  it('leaves money for lunch: the rest is owed, and the wallet is never negative', async () => {
    const scene = await ReplacementScene.open(api, kr(80));
    const second = await scene.afterLosses(1);
    const shown = { drawnOre: kr(30), claimedOre: kr(70), balanceAfterOre: kr(50) };
    expect((await scene.quote(second)).body).toMatchObject(shown);
    const fresh = await scene.stockCard();
    expect((await scene.replace(second, fresh, { expectedFeeOre: kr(100) })).body).toMatchObject(shown);
    expect(await scene.wallet()).toMatchObject({ balanceOre: kr(50), claimedOre: kr(70) });
    const poor = await ReplacementScene.open(api);
    const next = await poor.afterLosses(1);
    await poor.replace(next, await poor.stockCard(), { expectedFeeOre: kr(100) });
    expect(await poor.wallet()).toMatchObject({ balanceOre: 0, claimedOre: kr(100) });
  });

  it('that is not the one the screen showed changes nothing and says what it is', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const fresh = await scene.stockCard();
    expect((await scene.replace(second, fresh, { expectedFeeOre: 0 })).body).toMatchObject({
      status: 409,
      code: 'fee_changed',
      lossNumber: 2,
      feeOre: kr(100),
      balanceAfterOre: kr(200),
    });
    expect(await scene.statuses()).toEqual(['ended', 'active']);
    expect((await scene.wallet()).balanceOre).toBe(kr(300));
  });

  it('follows the school’s setting', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const settings = `schools/${scene.school.id}/settings`;
    await scene.office.browser.patch(settings, { replacementFeeOre: kr(150), lunchFloorOre: kr(200) });
    expect((await scene.quote(second)).body).toMatchObject({ feeOre: kr(150), drawnOre: kr(100), claimedOre: kr(50) });
    await scene.office.browser.patch(settings, { replacementFeeOre: 0 });
    expect((await scene.quote(second)).body).toMatchObject({ lossNumber: 2, feeOre: 0 });
  });

  it('counts the losses of one enrolment: who came back after leaving for good begins anew, and nobody else', async () => {
    const scene = await ReplacementScene.open(api);
    const second = await scene.afterLosses(1);
    const happens = (kind: 'left' | 'enrolled_again' | 'left_for_good') =>
      api.database.transaction((tx) => {
        const actor = { role: 'job', personId: null } as const;
        const circumstances = { schoolId: scene.school.id, actor, occurredAt: api.clock.now() };
        return recordPupilEvents(tx, circumstances, [{ pupilId: scene.pupil.id, kind }]);
      });
    await happens('left');
    await happens('enrolled_again');
    expect((await scene.quote(second)).body).toMatchObject({ lossNumber: 2, feeOre: kr(100) });
    await happens('left');
    await happens('left_for_good');
    await happens('enrolled_again');
    expect((await scene.quote(second)).body).toMatchObject({ lossNumber: 1, feeOre: 0 });
  });
});

describe('waiving a replacement', () => {
  const listed = async (scene: ReplacementScene) =>
    (
      await scene.office.browser.get<ReplacementList>(
        `schools/${scene.school.id}/pupils/${scene.pupil.id}/replacements`,
      )
    ).body.items;

  it('before: no fee is taken, the loss counts, and the reason is kept', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    expect((await scene.quote(second, 'reason=lost&waived=true')).body).toMatchObject({ lossNumber: 2, feeOre: 0 });
    const fresh = await scene.stockCard();
    await scene.replace(second, fresh, { waiverReason: 'Brann hjemme' });
    expect((await scene.wallet()).balanceOre).toBe(kr(300));
    expect((await listed(scene))[0]).toMatchObject({ lossNumber: 2, feeOre: 0, waiverReason: 'Brann hjemme' });
    expect((await listed(scene))[0]?.isWaivable).toBe(false);
    expect((await scene.quote(fresh)).body).toMatchObject({ lossNumber: 3, feeOre: kr(100) });
  });

  it('makes a theft no loss, before and after', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const fresh = await scene.stockCard();
    const stolen = await scene.replace(scene.card, fresh, { reason: 'stolen', waiverReason: 'Anmeldt' });
    expect(stolen.body).toMatchObject({ lossNumber: null, feeOre: 0 });
    const other = await ReplacementScene.open(api, kr(300));
    const second = await other.afterLosses(1, { reason: 'stolen' });
    expect((await other.quote(second)).body).toMatchObject({ lossNumber: 2 });
    expect(await other.waive((await listed(other))[0]?.id ?? '', 'Anmeldt')).toMatchObject({ status: 201 });
    expect((await other.quote(second)).body).toMatchObject({ lossNumber: 1, feeOre: 0 });
  });

  it('of a theft: the loss after it is the first, and free, and only the one after that takes the fee', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.stockCard();
    await scene.replace(scene.card, second, { reason: 'stolen', waiverReason: 'Anmeldt' });
    const third = await scene.stockCard();
    expect((await scene.replace(second, third)).body).toMatchObject({ lossNumber: 1, feeOre: 0 });
    const fourth = await scene.stockCard();
    const paid = await scene.replace(third, fourth, { expectedFeeOre: kr(100) });
    expect(paid.body).toMatchObject({ lossNumber: 2, feeOre: kr(100) });
    expect((await scene.wallet()).balanceOre).toBe(kr(200));
  });

  it('of a theft that had taken the fee gives it back, and the next loss takes the number that it had', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const third = await scene.stockCard();
    const stolen = await scene.replace(second, third, { reason: 'stolen', expectedFeeOre: kr(100) });
    expect(stolen.body).toMatchObject({ lossNumber: 2, feeOre: kr(100) });
    expect((await scene.waive(stolen.body.id, 'Anmeldt')).status).toBe(201);
    expect((await scene.wallet()).balanceOre).toBe(kr(300));
    expect((await scene.quote(third)).body).toMatchObject({ lossNumber: 2, feeOre: kr(100) });
  });

  it('after: gives back what was drawn to who had paid it, and forgives what is owed', async () => {
    const scene = await ReplacementScene.open(api, kr(80));
    const second = await scene.afterLosses(1);
    const fresh = await scene.stockCard();
    const { body } = await scene.replace(second, fresh, { expectedFeeOre: kr(100) });
    const id = newId();
    const answer = { status: 201, body: { id, returnedOre: kr(30), forgivenOre: kr(70) } };
    expect(await scene.waive(body.id, 'Funnet igjen', id)).toMatchObject(answer);
    expect(await scene.waive(body.id, 'Funnet igjen', id)).toMatchObject({ ...answer, status: 200 });
    expect(await scene.wallet()).toMatchObject({ balanceOre: kr(80), claimedOre: 0 });
    const remainders = await api.get(LayersService).remainders(api.database, scene.school.id, scene.pupil.walletId);
    expect(remainders).toMatchObject([{ payerId: scene.guardian.person.id, amountOre: kr(80) }]);
    expect((await listed(scene))[0]).toMatchObject({ waiverReason: 'Funnet igjen', isWaivable: false });
    expect(await api.database.query(`SELECT reason, facts FROM pupil_event WHERE kind LIKE '%waived'`)).toContainEqual({
      reason: 'Funnet igjen',
      facts: { returnedOre: kr(30), forgivenOre: kr(70), cause: 'lost', newNumber: fresh.number },
    });
  });

  it('is done once: of two at once one wins, and a free replacement has nothing to waive', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const [first] = await listed(scene);
    expect((await scene.waive(first?.id ?? '')).body).toMatchObject({ status: 409, code: 'nothing_to_waive' });
    const { body } = await scene.replace(second, await scene.stockCard(), { expectedFeeOre: kr(100) });
    const answers = await Promise.all([scene.waive(body.id), scene.waive(body.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await scene.waive(body.id)).body).toMatchObject({ code: 'replacement_waived' });
    expect((await scene.wallet()).balanceOre).toBe(kr(300));
    const waived = await scene.stockCard();
    const free = await scene.replace({ ...second, ...body.newCard }, waived, { waiverReason: 'Snilt' });
    expect((await scene.waive(free.body.id)).body).toMatchObject({ code: 'replacement_waived' });
  });

  it('is refused under the id of something else, and for what is not the school’s', async () => {
    const scene = await ReplacementScene.open(api, kr(300));
    const second = await scene.afterLosses(1);
    const { body } = await scene.replace(second, await scene.stockCard(), { expectedFeeOre: kr(100) });
    const id = newId();
    await scene.waive(body.id, 'Funnet igjen', id);
    expect((await scene.waive(body.id, 'Et annet ord', id)).body).toMatchObject({ code: 'operation_conflict' });
    expect((await scene.waive(newId())).body).toMatchObject({ status: 404, code: 'replacement_not_found' });
    const support = await signedInSupport(api, scene.school.id);
    expect((await scene.waive(body.id, 'Snilt', newId(), support)).status).toBe(403);
    const stranger = await signedInOffice(api, (await aSchool(api)).id);
    expect((await scene.waive(body.id, 'Snilt', newId(), stranger)).status).toBe(404);
    expect((await scene.waive(body.id, '   ')).body).toMatchObject({ code: 'invalid_input' });
    const path = `schools/${scene.school.id}/pupils/${scene.pupil.id}/replacements`;
    expect((await support.browser.get(path)).status).toBe(200);
    expect((await stranger.browser.get(path)).status).toBe(404);
  });
});
