import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { appOf } from '@kantinekortet/providers';
import { anAppMerchant } from '@kantinekortet/providers/testing';
import { mailsTo } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { RefundScene, type Family } from './testing/refund-scene.ts';

describe('a refund to the payment app', () => {
  let scene: RefundScene;
  let family: Family;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily(anAppMerchant);
    await scene.pay(family, family.mother, kr(200));
  });
  afterAll(async () => {
    const { findings } = await scene.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await scene.close();
  });

  const refunds = () => scene.sandbox.refunds(family.merchant.id);
  const expectEnd = async (refundId: string, status: string, balanceOre: number): Promise<void> => {
    expect(await scene.partsOf(refundId)).toMatchObject([{ status }]);
    expect(await scene.wallet(family.pupil)).toMatchObject({ balanceOre, heldOre: 0 });
    await scene.expectBooksAsSandbox(family);
  };

  it('goes back there, in parts as they are asked for, and never more than came from there', async () => {
    const app = appOf(family.merchant.provider) ?? '';
    expect(app).not.toBe('');
    const first = await scene.asked(family.mother, family.pupil, { amountOre: kr(150) });
    await scene.work(family);
    expect(first.parts).toMatchObject([{ route: 'provider', app, cardLast4: null }]);
    const letters = await mailsTo(scene.api, family.mother.person.email);
    expect(letters.flatMap(({ paragraphs }) => paragraphs).join(' ')).toContain(`kr til ${app}, senest`);
    await expectEnd(first.id, 'confirmed', kr(50));
    expect(await scene.ask(family.mother, family.pupil, { amountOre: kr(51) })).toMatchObject({
      status: 422,
      body: { code: 'remainder_exceeded' },
    });
    const second = await scene.asked(family.mother, family.pupil);
    await scene.work(family);
    await expectEnd(second.id, 'confirmed', 0);
    expect((await refunds()).map(({ amountOre }) => amountOre).sort()).toEqual([kr(150), kr(50)]);
  });

  it.each(['timeout_before', 'timeout_after', 'error_500', 'error_500_after', 'unavailable_503'] as const)(
    'that meets %s is held until the app answers again, and sent once',
    async (kind) => {
      await scene.sandbox.order({ kind, operation: 'payments.refund', merchantId: family.merchant.id, times: 2 });
      const { id } = await scene.asked(family.mother, family.pupil);
      await scene.work(family);
      for (let minute = 0; minute < 2; minute += 1) await scene.tick();
      await expectEnd(id, 'confirmed', 0);
      expect(await refunds()).toHaveLength(1);
    },
    60_000,
  );

  it('that the app refuses is on the wallet again', async () => {
    await scene.sandbox.order({ kind: 'refund_refused', operation: 'payments.refund', merchantId: family.merchant.id });
    const { id } = await scene.asked(family.mother, family.pupil);
    await scene.work(family);
    await expectEnd(id, 'failed', kr(200));
    expect(await refunds()).toEqual([]);
  });
});
