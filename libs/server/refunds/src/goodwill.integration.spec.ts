import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { DepositsService } from '@kantinekortet/wallet';
import type { RefundableView } from './refund.dto.ts';
import { RefundScene, type Family } from './testing/refund-scene.ts';

describe('what the school gives', () => {
  let scene: RefundScene;
  let family: Family;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterAll(() => scene.close());

  /** Goodwill; for a purchase that it credits, what that took goes back to those who paid. */
  const give = (amountOre: number, reversesOperationId?: string) =>
    scene.api.database.transaction((tx) =>
      scene.api.get(DepositsService).goodwill(tx, {
        ...scene.operation(family.pupil),
        ...{ amountOre, reason: 'Lang kø' },
        ...(reversesOperationId !== undefined && { reversesOperationId }),
      }),
    );
  const refundableOre = async (): Promise<number> => {
    const { walletId } = family.pupil;
    const { body } = await family.mother.browser.get<RefundableView>(`wallets/${walletId}/refundable`);
    return body.refundableOre;
  };

  it('can be spent, and is paid out to nobody', async () => {
    const { mother, pupil } = family;
    await give(kr(50));
    expect(await refundableOre()).toBe(0);
    expect(await scene.ask(mother, pupil)).toMatchObject({ status: 422, body: { code: 'remainder_exceeded' } });
    await scene.pay(family, mother, kr(100));
    expect(await refundableOre()).toBe(kr(100));
    expect((await scene.ask(mother, pupil, { amountOre: kr(101) })).status).toBe(422);
  });

  it('for a purchase is refundable as far as the payer had paid it, and no øre further', async () => {
    const { mother, pupil } = family;
    await give(kr(20));
    await scene.pay(family, mother, kr(100));
    const saleId = await scene.buy(pupil, kr(45));
    expect(await refundableOre()).toBe(kr(75));
    await give(kr(45), saleId);
    expect(await refundableOre()).toBe(kr(100));
    expect(await scene.asked(mother, pupil)).toMatchObject({ amountOre: kr(100) });
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(120), availableOre: kr(20) });
  });
});
