import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { aPerson, aSchool, signedInGuardian, signedInOffice } from '@kantinekortet/testing';
import { ClaimsService, LayersService } from '@kantinekortet/wallet';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';

describe('a top-up with a bank card', () => {
  let scene: TopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterAll(() => scene.close());

  it('leads to the payment page, and is on the balance when the guardian comes back', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    expect(await scene.get(family, id)).toEqual({
      id,
      status: 'pending',
      amountOre: kr(200),
      walletId: family.walletId,
      checkoutUrl,
      method: 'card',
      failureCode: null,
      balanceOre: null,
      claimId: null,
      settledOre: null,
      siblings: [],
      needsAttention: false,
    });
    expect(await payWithCard(checkoutUrl, testCards.approved)).toBe(`http://localhost:4201/fyll-paa/${id}`);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', balanceOre: kr(200), checkoutUrl: null });
  });

  it('proves nothing by the visit to the return address', async () => {
    const { id } = await scene.start(family);
    expect(await scene.get(family, id)).toMatchObject({ status: 'pending' });
    await scene.expectBalance(family, 0);
  });

  it('belongs to the guardian who paid, and the statement says how', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.get(family, id);
    const { database } = scene.api;
    expect(await scene.api.get(LayersService).remainders(database, family.school.id, family.walletId)).toMatchObject([
      { payerId: family.guardian.id, paymentReference: id, amountOre: kr(200) },
    ]);
    const [operation] = await database.query<{ kind: string; actor: string; result: object }>(
      'SELECT kind, actor, result FROM operation WHERE school_id = $1 AND id = $2',
      [family.school.id, id],
    );
    expect(operation).toMatchObject({
      kind: 'top_up',
      actor: `person:${family.guardian.id}`,
      result: { paymentMethod: 'card', cardBrand: 'visa', cardLast4: '4242' },
    });
  });

  it('settles what the wallet owes first', async () => {
    await scene.api.database.transaction((tx) =>
      scene.api.get(ClaimsService).raise(tx, {
        id: newId(),
        schoolId: family.school.id,
        walletId: family.walletId,
        actor: 'system:test',
        occurredAt: scene.api.clock.now(),
        amountOre: kr(75),
        reason: 'replacement_fee',
        credit: { account: 'fee_income' },
      }),
    );
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.approved);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', balanceOre: kr(125), settledOre: kr(75) });
  });

  it('says why a card was declined, and takes the next one', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.withoutMoney);
    expect(await scene.get(family, id)).toMatchObject({
      status: 'pending',
      failureCode: 'insufficient_funds',
      checkoutUrl,
    });
    await payWithCard(checkoutUrl, testCards.approved);
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid', failureCode: null });
  });

  it('waits for a slow bank, which approves or refuses', async () => {
    const approved = await scene.start(family);
    const refused = await scene.start(family);
    await payWithCard(approved.checkoutUrl, testCards.slow);
    await payWithCard(refused.checkoutUrl, testCards.slowThenDeclined);
    expect(await scene.get(family, approved.id)).toMatchObject({ status: 'pending' });
    for (const { reference } of await scene.sandbox.payments(family.merchant.id)) await scene.sandbox.settle(reference);
    expect(await scene.get(family, approved.id)).toMatchObject({ status: 'paid' });
    expect(await scene.get(family, refused.id)).toMatchObject({ status: 'failed', failureCode: 'declined' });
    await scene.expectBalance(family, kr(200));
  });

  it('expires, and can be closed by the guardian, unless it was paid first', async () => {
    const [forgotten, regretted, paid] = [
      await scene.start(family),
      await scene.start(family),
      await scene.start(family),
    ];
    const [first] = await scene.sandbox.payments(family.merchant.id);
    await scene.sandbox.expire(first?.reference ?? '');
    expect(await scene.get(family, forgotten.id)).toMatchObject({ status: 'expired', checkoutUrl: null });

    const cancel = (id: string) => family.browser.post(`top-ups/${id}/cancel`);
    expect((await cancel(regretted.id)).body).toMatchObject({ status: 'expired' });
    await payWithCard(paid.checkoutUrl, testCards.approved);
    expect((await cancel(paid.id)).body).toMatchObject({ status: 'paid', balanceOre: kr(200) });
  });

  describe('is refused', () => {
    it("outside the school's limits for one top-up", async () => {
      const tooLittle = await scene.post(family, scene.request(family, { amountOre: kr(50) - 1 }));
      expect(tooLittle).toMatchObject({
        status: 422,
        body: { code: 'amount_out_of_range', minOre: kr(50), maxOre: kr(1_500) },
      });
      expect(await scene.post(family, scene.request(family, { amountOre: kr(1_500) + 1 }))).toMatchObject({
        status: 422,
      });
      expect(await scene.post(family, scene.request(family, { amountOre: 99.5 }))).toMatchObject({ status: 400 });
    });

    it('above the balance cap, with what is on its way counted and what is over not', async () => {
      const first = await scene.start(family, { amountOre: kr(1_500) });
      await scene.start(family, { amountOre: kr(1_000) });
      const refused = await scene.post(family, scene.request(family, { amountOre: kr(501) }));
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'balance_cap_reached', roomOre: kr(500), pendingOre: kr(2_500), balanceOre: 0 },
      });
      await family.browser.post(`top-ups/${first.id}/cancel`);
      await scene.start(family, { amountOre: kr(501) });
    });

    it('when many start together, for all that do not fit', async () => {
      const wishes = Array.from({ length: 12 }, () => scene.request(family, { amountOre: kr(1_500) }));
      const answers = await Promise.all(wishes.map((wish) => scene.post(family, wish)));
      const started = answers.filter(({ status }) => status === 201);
      const refused = answers.filter(({ status }) => status === 422);
      expect([started.length, refused.length]).toEqual([2, 10]);
    });

    it('never when it is booked: a cap that was lowered meanwhile turns no money away', async () => {
      const { id, checkoutUrl } = await scene.start(family, { amountOre: kr(500) });
      await scene.api.database.query('UPDATE school SET balance_cap_ore = top_up_min_ore WHERE id = $1', [
        family.school.id,
      ]);
      await payWithCard(checkoutUrl, testCards.approved);
      expect(await scene.get(family, id)).toMatchObject({ status: 'paid', balanceOre: kr(500) });
    });

    it('for a pupil who has left', async () => {
      await scene.api.database.query("UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1", [
        family.pupilId,
      ]);
      expect(await scene.post(family, scene.request(family))).toMatchObject({
        status: 422,
        body: { code: 'pupil_left' },
      });
    });

    it("for a wallet that is no child's of the guardian, and after the guardianship has ended", async () => {
      const other = await scene.aFamily();
      expect(await scene.post(family, scene.request(other))).toMatchObject({ status: 404 });
      await scene.api.database.query(
        "UPDATE guardianship SET status = 'ended', closed_at = now() WHERE school_id = $1 AND person_id = $2",
        [family.school.id, family.guardian.id],
      );
      expect(await scene.post(family, scene.request(family))).toMatchObject({ status: 404 });
    });

    it('by a provider that the school does not have', async () => {
      const refused = await scene.post(family, scene.request(family, { provider: 'nobody' }));
      expect(refused).toMatchObject({ status: 422, body: { code: 'payment_provider_not_connected' } });
    });

    it('without being signed in, and to the office', async () => {
      const request = scene.request(family);
      expect((await scene.api.browser('parent-portal').post('top-ups', request)).status).toBe(401);
      const office = await signedInOffice(scene.api, family.school.id);
      expect((await office.browser.post('top-ups', request)).status).toBe(403);
    });
  });

  describe('under one id', () => {
    it('is one payment, however often and however fast it is asked for', async () => {
      const request = scene.request(family);
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => scene.post(family, request)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
      expect(new Set(answers.map(({ body }) => body.checkoutUrl)).size).toBe(1);
      expect(await scene.sandbox.payments(family.merchant.id)).toHaveLength(1);
    });

    it('has one content: another amount, wallet or guardian is a conflict that shows nothing', async () => {
      const request = scene.request(family);
      await scene.post(family, request);
      const conflict = { status: 409, body: { code: 'operation_conflict' } };
      expect(await scene.post(family, { ...request, amountOre: kr(100) })).toMatchObject(conflict);

      const second = await signedInGuardian(scene.api, await aPerson(scene.api));
      await scene.link(family.school.id, family.pupilId, second.person.id);
      expect(await scene.post({ ...family, ...second }, request)).toMatchObject(conflict);
      expect((await second.browser.get(`top-ups/${request.id}`)).status).toBe(404);

      const sibling = await scene.aPupil(family.school.id);
      await scene.link(family.school.id, sibling.pupilId, family.guardian.id);
      expect(await scene.post(family, { ...request, walletId: sibling.walletId })).toMatchObject(conflict);
    });

    it('is two payments at two schools of one merchant', async () => {
      const school = await aSchool(scene.api, { merchantId: family.school.merchantId });
      const sibling = await scene.aPupil(school.id);
      await scene.link(school.id, sibling.pupilId, family.guardian.id);
      const request = scene.request(family);
      await scene.post(family, request);
      const answer = await scene.post(family, { ...request, walletId: sibling.walletId });
      expect(answer).toMatchObject({ status: 201, body: { status: 'pending' } });
      expect(await scene.sandbox.payments(family.merchant.id)).toHaveLength(2);
    });
  });
});
