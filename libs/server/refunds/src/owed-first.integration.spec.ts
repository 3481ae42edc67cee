import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatKr, kr } from '@kantinekortet/money';
import { mailsTo } from '@kantinekortet/testing';
import { ChargebacksService } from '@kantinekortet/wallet';
import { RefundScene, type Family } from './testing/refund-scene.ts';

describe('a payer who has had a payment back past us', () => {
  let scene: RefundScene;
  let family: Family;
  let paymentId: string;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
    paymentId = await scene.pay(family, family.mother, kr(200));
  });
  afterEach(async () => {
    expect(await scene.accountOre(family.pupil.schoolId, 'in_transit')).toBe(0);
  });
  afterAll(() => scene.close());

  /** Her bank takes this much of the payment back. */
  const takeBack = (amountOre: number) =>
    scene.api.database.transaction((tx) =>
      scene.api.get(ChargebacksService).takeBack(tx, {
        ...scene.operation(family.pupil),
        ...{ amountOre, clearing: family.merchant.provider, reason: 'dispute' },
        ...{ payerId: family.mother.person.id, paymentReference: paymentId },
      }),
    );

  it('gets nothing more out before that is settled: a part that waits is cancelled, and the rest can be asked for', async () => {
    const { pupil, mother } = family;
    const refund = await scene.asked(mother, pupil, { amountOre: kr(150) });
    await takeBack(kr(80));
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(150), claimedOre: kr(30) });
    await scene.work(family);
    expect(await scene.partsOf(refund.id)).toMatchObject([{ status: 'cancelled' }]);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(120), heldOre: 0, claimedOre: 0 });
    const letters = await mailsTo(scene.api, mother.person.email);
    expect(letters.map(({ subject }) => subject)).toEqual([
      `Du får tilbake ${formatKr(kr(150), 'nb')}`,
      `${formatKr(kr(150), 'nb')} er ikke sendt`,
    ]);
    expect(letters.at(-1)?.action?.url).toContain(`/faa-tilbake/${pupil.walletId}`);
    const rest = await scene.asked(mother, pupil, { amountOre: kr(120) });
    await scene.work(family);
    expect(await scene.partsOf(rest.id)).toMatchObject([{ status: 'confirmed' }]);
  });

  it('settles with her own money only', async () => {
    const { pupil, mother } = family;
    const father = await scene.aGuardian(pupil);
    await scene.pay(family, father, kr(100));
    await scene.buy(pupil, kr(150));
    const refund = await scene.asked(mother, pupil, { amountOre: kr(50) });
    await takeBack(kr(200));
    await scene.work(family);
    expect(await scene.partsOf(refund.id)).toMatchObject([{ status: 'cancelled' }]);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(100), claimedOre: kr(150) });
  });

  it('gets what she asked for when the card covered it', async () => {
    const { pupil, mother } = family;
    const refund = await scene.asked(mother, pupil, { amountOre: kr(150) });
    await takeBack(kr(50));
    await scene.work(family);
    expect(await scene.partsOf(refund.id)).toMatchObject([{ status: 'confirmed' }]);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: 0, claimedOre: 0 });
  });

  it('has what the provider would not send settled too, when it is back on the card', async () => {
    const { pupil, mother, merchant } = family;
    await scene.sandbox.order({
      merchantId: merchant.id,
      kind: 'unavailable_503',
      operation: 'refunds.create',
      times: 2,
    });
    const refund = await scene.asked(mother, pupil, { amountOre: kr(200) });
    await scene.sandbox.order({ merchantId: merchant.id, kind: 'refund_refused', operation: 'refunds.create' });
    await scene.work(family);
    await takeBack(kr(200));
    await scene.tick();
    await scene.tick();
    expect(await scene.partsOf(refund.id)).toMatchObject([{ status: 'failed' }]);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: 0, claimedOre: 0 });
  });
});
