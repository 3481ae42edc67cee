import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { aSchool, signedInGuardian } from '@kantinekortet/testing';
import { ClaimsService, LayersService } from '@kantinekortet/wallet';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';
import { TwoChildren } from './testing/two-children.ts';

describe('one payment for several children', () => {
  let scene: TopUpScene;
  let family: TwoChildren;
  let emma: Family;
  let noah: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await TwoChildren.of(scene);
    ({ emma, noah } = family);
  });
  afterAll(() => scene.close());

  it('fills every card, and shows each from any of them', async () => {
    const { id, siblingId, checkoutUrl } = await family.start();
    expect(await family.payments()).toMatchObject([{ amountOre: kr(300), status: 'open' }]);
    expect(await payWithCard(checkoutUrl, testCards.approved)).toBe(`http://localhost:4201/fyll-paa/${id}`);
    const ofEmma = { id, walletId: emma.walletId, amountOre: kr(200), balanceOre: kr(200), settledOre: 0 };
    const ofNoah = { id: siblingId, walletId: noah.walletId, amountOre: kr(100), balanceOre: kr(100), settledOre: 0 };
    expect(await scene.get(emma, id)).toMatchObject({ ...ofEmma, status: 'paid', siblings: [ofNoah] });
    expect(await scene.get(emma, siblingId)).toMatchObject({ ...ofNoah, status: 'paid', siblings: [ofEmma] });
    await family.expectBothBookedOnce();
  });

  it('is a layer of its payer on each wallet, under the own id of each', async () => {
    const { id, siblingId, checkoutUrl } = await family.start();
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.get(emma, siblingId);
    const layers = ({ school, walletId }: Family) =>
      scene.api.get(LayersService).remainders(scene.api.database, school.id, walletId);
    const payerId = emma.guardian.id;
    expect(await layers(emma)).toMatchObject([{ payerId, paymentReference: id, amountOre: kr(200) }]);
    expect(await layers(noah)).toMatchObject([{ payerId, paymentReference: siblingId, amountOre: kr(100) }]);
  });

  it('reaches children at several schools of one merchant, whichever school comes first', async () => {
    const school = await aSchool(scene.api, { merchantId: emma.school.merchantId });
    const ada = await scene.aSibling(emma, school);
    for (const [first, second] of [
      [emma, ada],
      [ada, emma],
    ] as const) {
      const { checkoutUrl } = await scene.start(first, { siblings: [family.partOf(second, kr(50))] });
      await payWithCard(checkoutUrl, testCards.approved);
    }
    await scene.handleWebhooks(emma);
    await scene.expectBalance(emma, kr(250));
    await scene.expectBalance(ada, kr(250));
    expect(await scene.takenOre(emma)).toBe(kr(500));
  });

  it('settles what each child owes first', async () => {
    const { school, walletId } = noah;
    await scene.api.database.transaction((tx) =>
      scene.api.get(ClaimsService).raise(tx, {
        id: newId(),
        schoolId: school.id,
        walletId,
        actor: 'system:test',
        occurredAt: scene.api.clock.now(),
        amountOre: kr(75),
        reason: 'replacement_fee',
        credit: { account: 'fee_income' },
      }),
    );
    const { id, checkoutUrl } = await family.start();
    await payWithCard(checkoutUrl, testCards.approved);
    expect(await scene.get(emma, id)).toMatchObject({
      settledOre: 0,
      siblings: [{ settledOre: kr(75), balanceOre: kr(25) }],
    });
  });

  it('shows no balance of a child whose guardian the payer is no longer', async () => {
    const { id, checkoutUrl } = await family.start();
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.get(emma, id);
    await scene.api.database.query(
      "UPDATE guardianship SET status = 'ended', closed_at = now() WHERE school_id = $1 AND pupil_id = $2",
      [noah.school.id, noah.pupilId],
    );
    expect(await scene.get(emma, id)).toMatchObject({ balanceOre: kr(200), siblings: [{ balanceOre: null }] });
  });

  describe('is refused whole', () => {
    const expectNothingStarted = async (): Promise<void> => {
      expect(await family.topUps()).toEqual([]);
      expect(await family.payments()).toEqual([]);
    };

    it('for the amounts of some children, and names each with its reason', async () => {
      const ada = await scene.aSibling(emma);
      await scene.start(noah, { amountOre: kr(1_500) });
      await scene.start(noah, { amountOre: kr(1_000) });
      const before = await family.topUps();
      const refused = await scene.post(
        emma,
        scene.request(emma, {
          amountOre: kr(49),
          siblings: [family.partOf(noah, kr(600)), family.partOf(ada, kr(100))],
        }),
      );
      expect(refused).toMatchObject({
        status: 422,
        body: {
          code: 'children_refused',
          refusals: [
            { walletId: emma.walletId, code: 'amount_out_of_range', minOre: kr(50) },
            { walletId: noah.walletId, code: 'balance_cap_reached', roomOre: kr(500) },
          ],
        },
      });
      expect(await family.topUps()).toHaveLength(before.length);
      expect(await family.payments()).toHaveLength(2);
    });

    it('when one of them has left', async () => {
      await scene.api.database.query("UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1", [noah.pupilId]);
      expect(await scene.post(emma, family.request())).toMatchObject({
        status: 422,
        body: { code: 'children_refused', refusals: [{ walletId: noah.walletId, code: 'pupil_left' }] },
      });
      await expectNothingStarted();
    });

    it('when they are of several merchants, or one is not a child of the payer', async () => {
      const elsewhere = await scene.aFamily();
      expect(await scene.post(emma, family.request({ siblings: [family.partOf(elsewhere, kr(100))] }))).toMatchObject({
        status: 404,
      });
      await scene.link(elsewhere.school.id, elsewhere.pupilId, emma.guardian.id);
      expect(await scene.post(emma, family.request({ siblings: [family.partOf(elsewhere, kr(100))] }))).toMatchObject({
        status: 422,
        body: { code: 'children_of_several_merchants' },
      });
      await expectNothingStarted();
    });

    it('when a child is named twice, or more are named than a family has', async () => {
      const twice = await scene.post(emma, family.request({ siblings: [family.partOf(emma, kr(100))] }));
      expect(twice).toMatchObject({ status: 400, body: { errors: [{ pointer: '/siblings/0/walletId' }] } });
      const many = Array.from({ length: 10 }, () => family.partOf(noah, kr(100)));
      expect(await scene.post(emma, family.request({ siblings: many }))).toMatchObject({ status: 400 });
      const wrong = await scene.post(emma, family.request({ siblings: [{ ...family.partOf(noah, 0.5) }] }));
      expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/siblings/0/amountOre' }] } });
      await expectNothingStarted();
    });
  });

  describe('under one id', () => {
    it('is one payment, however often and however fast it is asked for', async () => {
      const request = family.request();
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => scene.post(emma, request)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
      expect(await family.payments()).toHaveLength(1);
      expect(await family.topUps()).toHaveLength(2);
    });

    it('has one content: fewer, more or other children are a conflict', async () => {
      const request = family.request();
      await scene.post(emma, request);
      const conflict = { status: 409, body: { code: 'operation_conflict' } };
      const [sibling] = request.siblings ?? [];
      if (!sibling) throw new Error('There is a sibling');
      const ada = await scene.aSibling(emma);
      const { siblings: _, ...alone } = request;
      expect(await scene.post(emma, alone)).toMatchObject(conflict);
      for (const siblings of [
        [{ ...sibling, amountOre: kr(101) }],
        [{ ...sibling, id: newId() }],
        [sibling, family.partOf(ada, kr(100))],
      ]) {
        expect(await scene.post(emma, { ...request, siblings })).toMatchObject(conflict);
      }
      const ofSibling = { ...sibling, provider: request.provider };
      expect(await scene.post(emma, ofSibling)).toMatchObject(conflict);
      const first = { id: request.id, walletId: request.walletId, amountOre: request.amountOre };
      expect(await scene.post(emma, { ...ofSibling, siblings: [first] })).toMatchObject(conflict);
      expect(await family.payments()).toHaveLength(1);
    });

    it('starts one of two that race for it with different children', async () => {
      const id = newId();
      const answers = await Promise.all([emma, noah].map((child) => scene.post(emma, scene.request(child, { id }))));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await family.payments()).toHaveLength(1);
    });
  });

  it('starts for all or none when many race for the room, in whatever order they name the children', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => {
        const [first, second] = turn % 2 === 0 ? ([emma, noah] as const) : ([noah, emma] as const);
        const wish = scene.request(first, { amountOre: kr(1_500), siblings: [family.partOf(second, kr(1_500))] });
        return scene.post(emma, wish);
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, ...Array.from({ length: 8 }, () => 422)]);
    expect(await family.topUps()).toHaveLength(4);
  });

  it('is nobody else’s to see or to close', async () => {
    const { id, siblingId } = await family.start();
    const other = await signedInGuardian(scene.api);
    await scene.link(noah.school.id, noah.pupilId, other.person.id);
    for (const one of [id, siblingId]) {
      expect((await other.browser.get(`top-ups/${one}`)).status).toBe(404);
      expect((await other.browser.post(`top-ups/${one}/cancel`)).status).toBe(404);
    }
  });
});
