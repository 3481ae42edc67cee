import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatKr, kr } from '@kantinekortet/money';
import { mailsTo } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { aBankAnswer } from '../testing/bank-answer.ts';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';

const dayMs = 24 * 3_600_000;

describe('a payment file that something has come between', () => {
  let refunds: RefundScene;
  let scene: PayoutScene;
  beforeAll(async () => {
    refunds = await RefundScene.open();
  });
  beforeEach(async () => {
    scene = await PayoutScene.of(refunds);
  });
  afterAll(async () => {
    const { findings } = await refunds.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await refunds.close();
  });

  const post = (path: string, by = scene.preparer) => by.browser.post(`${scene.path}/${path}`);
  const wallet = () => refunds.wallet(scene.family.pupil);

  it('does not leave within a week of a payer’s new password, and the next one has the others only', async () => {
    await scene.ask(kr(50));
    const { body: file } = await scene.prepare();
    const changePassword = () =>
      refunds.api.database.query('UPDATE person SET credentials_changed_at = $2 WHERE id = $1', [
        scene.mother.person.id,
        refunds.api.clock.now(),
      ]);
    const outdated = { status: 409, body: { code: 'payout_outdated' } };
    await changePassword();
    expect(await post(`payouts/${file.id}/approve`, scene.approver)).toMatchObject(outdated);
    await scene.pass(7 * dayMs + 1_000);
    expect(await post(`payouts/${file.id}/approve`, scene.approver)).toMatchObject({ status: 200 });
    await changePassword();
    expect(await post(`payouts/${file.id}/file`)).toMatchObject(outdated);
    expect(await wallet()).toMatchObject({ balanceOre: kr(80) });
    expect(await post(`payouts/${file.id}/withdraw`)).toMatchObject({ status: 200 });
    expect(await scene.prepare()).toMatchObject({ status: 409, body: { code: 'nothing_to_pay' } });
  });

  it('takes what its payer has not taken back, who can until it is in a file', async () => {
    const regretted = await scene.ask(kr(50));
    const mother = await refunds.again(scene.mother);
    expect(await refunds.partsOf(regretted.id)).toMatchObject([{ status: 'ready' }]);
    expect((await refunds.get(mother, regretted.id)).canCancel).toBe(true);
    expect(await mother.browser.post(`refunds/${regretted.id}/cancel`)).toMatchObject({ status: 200 });
    expect(await wallet()).toMatchObject({ balanceOre: kr(80), heldOre: 0 });
    expect(await scene.prepare()).toMatchObject({ status: 409, body: { code: 'nothing_to_pay' } });

    const { id } = await scene.ask(kr(20));
    await scene.prepare();
    const late = await refunds.again(scene.mother);
    expect((await refunds.get(late, id)).canCancel).toBe(false);
    expect(await late.browser.post(`refunds/${id}/cancel`)).toMatchObject({ status: 409 });
  });

  it('sends nothing to an account that its payer put their own in place of before it could be used', async () => {
    const { walletId } = scene.family.pupil;
    const mother = await refunds.again(scene.mother);
    const give = async (holderName: string, accountNumber: string) => {
      const { body } = await mother.browser.put<{ id: string }>(`wallets/${walletId}/payout-account`, {
        holderName,
        accountNumber,
      });
      return body.id;
    };
    const payoutAccountId = await give('En tyv', '90412263056');
    const { id } = await refunds.asked(mother, scene.family.pupil, { amountOre: kr(50), payoutAccountId });
    await give('Kari Nordmann', '12345678903');
    await scene.pass(3 * dayMs + 1_000);
    expect(await refunds.partsOf(id)).toMatchObject([{ status: 'cancelled' }]);
    expect(await scene.prepare()).toMatchObject({ status: 409, body: { code: 'nothing_to_pay' } });
    expect(await wallet()).toMatchObject({ balanceOre: kr(80), heldOre: 0 });
    const subjects = (await mailsTo(refunds.api, mother.person.email)).map(({ subject }) => subject);
    expect(subjects).toContain(`${formatKr(kr(50), 'nb')} er ikke sendt`);
  });

  it('brings no money back when the bank refuses a second copy, or the whole once it is paid', async () => {
    await scene.ask(kr(50));
    const { messageId } = await scene.aSentFile();
    const createdAt = refunds.api.clock.now().toISOString();
    const answer = (said: object) => scene.answer(aBankAnswer(messageId, { createdAt, ...said }));
    expect((await answer({ group: 'RJCT', groupReason: 'DU01' })).body).toMatchObject({ acceptedCount: 1 });
    expect((await answer({ group: 'ACSC' })).body).toMatchObject({ settledCount: 1 });
    expect((await answer({ group: 'RJCT' })).body).toMatchObject({ returnedCount: 0, contradictedLines: [1] });
    expect(await wallet()).toMatchObject({ balanceOre: kr(30) });
  });
});
