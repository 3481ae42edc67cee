import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { signedInGuardian } from '@kantinekortet/testing';
import { ClaimsService, FeesService, LayersService, LedgerProofService, WalletsService } from '@kantinekortet/wallet';
import { TopUpScene, type Family } from './testing/top-up-scene.ts';

describe('paying what is owed', () => {
  let scene: TopUpScene;
  let family: Family;
  let feeId: string;
  let claimId: string;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  afterAll(async () => {
    const { findings } = await scene.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await scene.close();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
    feeId = newId();
    const fee = { ...request(feeId), amountOre: kr(40), lunchFloorOre: kr(50), reason: 'replacement_fee' };
    const { result } = await scene.api.database.transaction((tx) => scene.api.get(FeesService).charge(tx, fee));
    claimId = result.claimId ?? '';
  });

  const request = (id: string) => ({
    id,
    schoolId: family.school.id,
    walletId: family.walletId,
    actor: 'system:test',
    occurredAt: scene.api.clock.now(),
  });
  const waive = () =>
    scene.api.database.transaction((tx) =>
      scene.api.get(FeesService).waive(tx, { ...request(newId()), feeId, reason: 'Funnet igjen' }),
    );
  const wallet = () => scene.api.get(WalletsService).get(scene.api.database, family.school.id, family.walletId);
  const start = (change = {}) => scene.start(family, { amountOre: kr(40), claimId, ...change });
  const pay = async ({ id, checkoutUrl }: { id: string; checkoutUrl: string }) => {
    await payWithCard(checkoutUrl, testCards.approved);
    return scene.get(family, id);
  };

  it('settles the claim past the wallet, also below the smallest top-up and above the balance cap', async () => {
    await scene.api.database.query('UPDATE school SET balance_cap_ore = top_up_min_ore WHERE id = $1', [
      family.school.id,
    ]);
    await pay(await scene.start(family, { amountOre: kr(90) }));
    expect(await wallet()).toMatchObject({ balanceOre: kr(50), claimedOre: 0 });
    const fee = { ...request(newId()), amountOre: kr(40), lunchFloorOre: kr(50), reason: 'replacement_fee' };
    const { result } = await scene.api.database.transaction((tx) => scene.api.get(FeesService).charge(tx, fee));
    const paid = await pay(await start({ claimId: result.claimId }));
    expect(paid).toMatchObject({ status: 'paid', claimId: result.claimId, settledOre: kr(40), balanceOre: kr(50) });
    expect(await wallet()).toMatchObject({ balanceOre: kr(50), claimedOre: 0 });
    const [operation] = await scene.api.database.query(
      'SELECT kind, actor FROM operation WHERE school_id = $1 AND id = $2',
      [family.school.id, paid.id],
    );
    expect(operation).toEqual({ kind: 'claim_payment', actor: `person:${family.guardian.id}` });
  });

  it('can be done for a pupil who has left, unlike a top-up', async () => {
    await scene.api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1`, [family.pupilId]);
    expect(await pay(await start())).toMatchObject({ status: 'paid', settledOre: kr(40) });
  });

  it('is one payment under one id, for that claim alone', async () => {
    const wish = { ...scene.request(family), amountOre: kr(40), claimId };
    expect((await scene.post(family, wish)).status).toBe(201);
    expect((await scene.post(family, wish)).status).toBe(200);
    const { claimId: _, ...ordinary } = wish;
    expect(await scene.post(family, ordinary)).toMatchObject({ status: 409, body: { code: 'operation_conflict' } });
    expect(await scene.sandbox.payments(family.merchant.id)).toHaveLength(1);
  });

  it('is refused for another amount, and for a claim that is settled, unknown or of another child', async () => {
    const post = (change: object) => scene.post(family, { ...scene.request(family), amountOre: kr(40), ...change });
    expect(await post({ claimId, amountOre: kr(39) })).toMatchObject({
      status: 422,
      body: { code: 'claim_amount_differs', outstandingOre: kr(40) },
    });
    const other = await scene.aFamily();
    expect(await post({ claimId, walletId: other.walletId })).toMatchObject({ status: 404 });
    expect(await post({ claimId: newId() })).toMatchObject({ status: 404, body: { code: 'claim_not_found' } });
    await waive();
    expect(await post({ claimId })).toMatchObject({ status: 404, body: { code: 'claim_not_found' } });
  });

  it('after the fee was waived meanwhile is an ordinary top-up of whoever paid', async () => {
    const started = await start();
    await waive();
    expect(await pay(started)).toMatchObject({ status: 'paid', settledOre: 0, balanceOre: kr(40) });
    const remainders = await scene.api
      .get(LayersService)
      .remainders(scene.api.database, family.school.id, family.walletId);
    expect(remainders).toMatchObject([{ payerId: family.guardian.id, amountOre: kr(40) }]);
  });

  it('settles what is left of a claim, and the rest is on the card', async () => {
    const started = await start();
    await scene.api.database.transaction((tx) =>
      scene.api.get(ClaimsService).payDirectly(tx, {
        ...request(newId()),
        claimId,
        amountOre: kr(15),
        clearing: 'terminal',
        payerId: null,
        paymentReference: null,
      }),
    );
    expect(await pay(started)).toMatchObject({ status: 'paid', settledOre: kr(25), balanceOre: kr(15) });
    expect(await wallet()).toMatchObject({ balanceOre: kr(15), claimedOre: 0 });
  });

  it('by two guardians and a top-up at once pays it once, and nothing is lost', async () => {
    const second = await signedInGuardian(scene.api);
    await scene.link(family.school.id, family.pupilId, second.person.id);
    const spouse = { ...family, guardian: second.person, browser: second.browser };
    const [mine, theirs, topUp] = [
      await start(),
      await scene.start(spouse, { amountOre: kr(40), claimId }),
      await scene.start(family, { amountOre: kr(100) }),
    ];
    for (const { checkoutUrl } of [mine, theirs, topUp]) await payWithCard(checkoutUrl, testCards.approved);
    const outcomes = await Promise.all([
      scene.get(family, mine.id),
      scene.get(spouse, theirs.id),
      scene.get(family, topUp.id),
      scene.get(family, mine.id),
      waive().catch(() => undefined),
    ]);
    expect(outcomes.slice(0, 3)).toMatchObject([{ status: 'paid' }, { status: 'paid' }, { status: 'paid' }]);
    expect(await wallet()).toMatchObject({ balanceOre: kr(180), claimedOre: 0 });
    expect(await scene.takenOre(family)).toBe(kr(180));
  });
});
