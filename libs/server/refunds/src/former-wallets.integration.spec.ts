import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import type { FormerWalletList } from './refund.dto.ts';
import { RefundScene, type Payer } from './testing/refund-scene.ts';

describe('money on the card of a child whose guardian one used to be', () => {
  let scene: RefundScene;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  afterAll(() => scene.close());

  const former = async (payer: Payer) =>
    (await payer.browser.get<FormerWalletList>('guardians/me/former-wallets')).body;

  it('is found by who paid it, as long as some is left, and by nobody else', async () => {
    const family = await scene.aFamily();
    const { pupil, mother } = family;
    const father = await scene.aGuardian(pupil);
    await scene.pay(family, mother, kr(100));
    expect(await former(mother)).toEqual({ items: [] });
    await scene.api.database.query(
      `UPDATE guardianship SET status = 'ended', closed_at = now() WHERE school_id = $1 AND person_id = ANY ($2)`,
      [pupil.schoolId, [mother.person.id, father.person.id]],
    );
    const names = { firstName: expect.any(String), schoolName: expect.any(String) };
    const found = { walletId: pupil.walletId, refundableOre: kr(100), ...names };
    expect([await former(mother), await former(father)]).toEqual([{ items: [found] }, { items: [] }]);
    await scene.asked(mother, pupil);
    expect(await former(mother)).toEqual({ items: [] });
  });
});
