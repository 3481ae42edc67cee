import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatKr, kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { mailsTo } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';
import { LeaverRemindersJob } from './leaver-reminders.job.ts';
import type { LeaverList, LeaverView, PaidLeavers } from './leaver.dto.ts';

const dayMs = 24 * 3_600_000;

describe('the money of who has left', () => {
  let refunds: RefundScene;
  let scene: PayoutScene;
  beforeAll(async () => {
    refunds = await RefundScene.open();
  });
  beforeEach(async () => {
    scene = await PayoutScene.of(refunds);
    await refunds.pay(scene.family, scene.mother, kr(60));
  });
  afterAll(async () => {
    const { findings } = await refunds.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await refunds.close();
  });

  const leave = () =>
    refunds.api.database.query(`UPDATE pupil SET status = 'left', left_at = $2, left_for_good_at = $2 WHERE id = $1`, [
      scene.family.pupil.id,
      refunds.api.clock.now(),
    ]);
  const list = async (): Promise<LeaverView[]> => {
    const { body } = await scene.preparer.browser.get<LeaverList>(`${scene.path}/leavers`);
    return body.items;
  };
  const pay = (items: readonly object[]) =>
    scene.preparer.browser.post<PaidLeavers>(`${scene.path}/leavers/refunds`, { items });
  const wish = (amountOre: number, payerId = scene.mother.person.id) => ({
    id: newId(),
    walletId: scene.family.pupil.walletId,
    payerId,
    amountOre,
  });

  it('is listed by whose it is, with what can be sent back unasked', async () => {
    expect(await list()).toEqual([]);
    await leave();
    const [leaver] = await list();
    expect(leaver).toMatchObject({
      pupilId: scene.family.pupil.id,
      payers: [{ payerKind: 'person', providerOre: kr(60), bankOre: kr(80), accountLast4: null, sendableOre: kr(60) }],
    });
  });

  it('goes back unasked where its source still takes it, once, and the rest stays the payer’s', async () => {
    await leave();
    const item = wish(kr(60));
    const answers = await Promise.all([pay([item]), pay([item])]);
    for (const { body } of answers) expect(body).toEqual({ count: 1, refused: [] });
    await refunds.work(scene.family);
    await refunds.tick();
    await scene.pass(dayMs + 1_000);
    expect(await refunds.wallet(scene.family.pupil)).toMatchObject({ balanceOre: kr(80), heldOre: 0 });
    expect((await list())[0]?.payers).toMatchObject([{ providerOre: 0, bankOre: kr(80), sendableOre: 0 }]);
    expect((await pay([item])).body).toEqual({ count: 1, refused: [] });
    expect(await refunds.wallet(scene.family.pupil)).toMatchObject({ balanceOre: kr(80), heldOre: 0 });
  });

  it('is not sent to who has not left, to who has none of it, or more than was previewed', async () => {
    expect((await pay([wish(kr(60))])).body).toMatchObject({ count: 0, refused: [{ code: 'not_a_leaver' }] });
    await leave();
    const { body } = await pay([wish(kr(60), newId()), wish(kr(141)), wish(kr(140))]);
    const codes = body.refused.map(({ code }) => code);
    expect(codes).toEqual(['not_a_leaver', 'remainder_exceeded', 'payout_account_needed']);
    expect(await refunds.wallet(scene.family.pupil)).toMatchObject({ heldOre: 0 });
  });

  it('is remembered by mail after 30 and 90 days, once each, as long as it is there', async () => {
    await leave();
    const remind = () => refunds.api.get(LeaverRemindersJob).run();
    const subject = `Du har ${formatKr(kr(140), 'nb')} til gode fra kantinekortet til Emma`;
    const count = async () =>
      (await mailsTo(refunds.api, scene.mother.person.email)).filter((letter) => letter.subject === subject).length;
    await scene.pass(29 * dayMs);
    await remind();
    expect(await count()).toBe(0);
    await scene.pass(dayMs + 1_000);
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await count()).toBe(1);
    await scene.pass(60 * dayMs);
    await remind();
    await remind();
    expect(await count()).toBe(2);
  });
});
