import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { osloDay, workingDayAfter } from '@kantinekortet/platform';
import { aBankAnswer } from '../testing/bank-answer.ts';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';
import { HangingMoney } from './hanging-money.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('money for the bank that nobody moves on', () => {
  let refunds: RefundScene;
  let scene: PayoutScene;
  beforeAll(async () => {
    refunds = await RefundScene.open();
  });
  beforeEach(async () => {
    scene = await PayoutScene.of(refunds);
  });
  afterAll(() => refunds.close());

  const tasks = (kind: string) => refunds.tasks(scene.family, kind);
  const passAndLook = async (ms: number): Promise<void> => {
    await scene.pass(ms);
    await refunds.api.get(HangingMoney).run();
  };
  const post = async (path: string, by = scene.preparer): Promise<void> => {
    expect(await by.browser.post(`${scene.path}/payouts/${path}`)).toMatchObject({ status: 200 });
  };

  it('is told of when it has been ready for three days, as one task for all of it', async () => {
    await scene.ask(kr(50));
    await refunds.asked(await refunds.again(scene.mother), scene.family.pupil, {
      amountOre: kr(10),
      payoutAccountId: await accountId(),
    });
    await passAndLook(0);
    await passAndLook(3 * dayMs - hourMs);
    expect(await tasks('payout_overdue')).toEqual([]);
    await passAndLook(hourMs);
    expect(await tasks('payout_overdue')).toEqual([{ count: 2, amountOre: kr(60) }]);
    await passAndLook(dayMs);
    expect(await tasks('payout_overdue')).toHaveLength(1);
    const { body } = await scene.prepare();
    expect(await tasks('payout_overdue')).toEqual([]);
    await post(`${body.id}/withdraw`);
    expect(await tasks('payout_overdue')).toEqual([{ count: 2, amountOre: kr(60) }]);
  });

  it('is not told of while it is in a file, or gone back to the card', async () => {
    const { id } = await scene.ask(kr(50));
    await passAndLook(3 * dayMs);
    expect(await tasks('payout_overdue')).toHaveLength(1);
    const mother = await refunds.again(scene.mother);
    expect(await mother.browser.post(`refunds/${id}/cancel`)).toMatchObject({ status: 200 });
    await passAndLook(0);
    expect(await tasks('payout_overdue')).toEqual([]);
    await scene.ask(kr(30));
    await scene.prepare();
    await passAndLook(4 * dayMs);
    expect(await tasks('payout_overdue')).toEqual([]);
    expect(await tasks('payout_approval')).toHaveLength(1);
  });

  it('is told of when an approved file has not been fetched for two days', async () => {
    await scene.ask(kr(50));
    const { body } = await scene.prepare();
    await post(`${body.id}/approve`, scene.approver);
    await passAndLook(2 * dayMs - hourMs);
    expect(await tasks('payout_not_fetched')).toEqual([]);
    await passAndLook(hourMs);
    const facts = { payoutId: body.id, number: 1, amountOre: kr(50), lineCount: 1 };
    expect(await tasks('payout_not_fetched')).toEqual([facts]);
    await post(`${body.id}/file`);
    expect(await tasks('payout_not_fetched')).toEqual([]);
  });

  it('is told of no more when the file that nobody fetched is given up', async () => {
    await scene.ask(kr(50));
    const { body } = await scene.prepare();
    await post(`${body.id}/approve`, scene.approver);
    await passAndLook(2 * dayMs);
    expect(await tasks('payout_not_fetched')).toHaveLength(1);
    await post(`${body.id}/withdraw`);
    expect(await tasks('payout_not_fetched')).toEqual([]);
  });

  it('is told of when the bank has not answered for all of it within five working days', async () => {
    await scene.ask(kr(50));
    await scene.ask(kr(20));
    const { id, messageId, sentAt } = await scene.aSentFile();
    const [first = '', second = ''] = await scene.endToEndIds(id);
    const answer = (endToEndId: string) =>
      scene.answer(aBankAnswer(messageId, { lines: [{ endToEndId, status: 'ACSC' }] }));
    expect(await answer(first)).toMatchObject({ status: 200 });
    const lastDay = workingDayAfter(osloDay(new Date(sentAt ?? 0)), 5);
    while (osloDay(refunds.api.clock.now()) < lastDay) {
      await passAndLook(0);
      expect(await tasks('payout_unanswered')).toEqual([]);
      await scene.pass(dayMs);
    }
    await passAndLook(0);
    expect(await tasks('payout_unanswered')).toEqual([
      { payoutId: id, number: 1, amountOre: expect.any(Number), lineCount: 1 },
    ]);
    expect(await answer(second)).toMatchObject({ status: 200 });
    expect(await tasks('payout_unanswered')).toEqual([]);
    const ended = await scene.preparer.browser.get(`${scene.path}/tasks?show=resolved`);
    expect(ended.body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ kind: 'payout_unanswered', resolution: 'gone', resolvedBy: null }),
      ]),
    });
  });

  async function accountId(): Promise<string> {
    const [row] = await refunds.api.database.query<{ id: string }>(
      'SELECT id FROM payout_account WHERE payer_id = $1 AND replaced_at IS NULL',
      [scene.mother.person.id],
    );
    return row?.id ?? '';
  }
});
