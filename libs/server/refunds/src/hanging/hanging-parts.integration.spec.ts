import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, osloDay, workingDayAfter } from '@kantinekortet/platform';
import { testCards } from '@kantinekortet/providers/testing';
import type { HouseholdMoneyView } from '../office/office-refund.dto.ts';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';
import { HangingMoney } from './hanging-money.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('a part of a refund that nobody moves on', () => {
  let scene: RefundScene;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  afterAll(() => scene.close());

  const look = () => scene.api.get(HangingMoney).run();

  it('because the provider never says that it has arrived is the office’s to ask about, until it does', async () => {
    const family = await scene.aFamily();
    const { pupil } = family;
    await scene.pay(family, family.mother, kr(100), testCards.refundTakesTime);
    const { id } = await scene.asked(family.mother, pupil);
    await scene.work(family);
    const sentOn = osloDay(scene.api.clock.now());
    while (osloDay(scene.api.clock.now()) < workingDayAfter(sentOn, 10)) scene.api.clock.advance(dayMs);
    await look();
    expect(await scene.tasks(family, 'refund_unconfirmed')).toEqual([]);
    scene.api.clock.advance(dayMs);
    await look();
    await look();
    const [asked] = await scene.tasks(family, 'refund_unconfirmed');
    expect(asked).toMatchObject({ refundId: id, amountOre: kr(100), pupilId: pupil.id });
    expect(await scene.tasks(family, 'refund_unconfirmed')).toHaveLength(1);
    const [refund] = await scene.sandbox.refunds(family.merchant.id);
    await scene.sandbox.answerRefund(refund?.reference ?? '', 'succeeded');
    await scene.tick();
    await look();
    expect(await scene.tasks(family, 'refund_unconfirmed')).toEqual([]);
  });

  describe('because a day of the terminal is open', () => {
    let payouts: PayoutScene;
    beforeEach(async () => {
      payouts = await PayoutScene.of(scene);
      await payouts.receive(kr(90), 'terminal');
    });

    const tasks = () => scene.tasks(payouts.family, 'terminal_day_open');
    const ask = async (): Promise<string> => {
      const { id: pupilId } = payouts.family.pupil;
      const given = { holderName: 'Ola Nordmann', accountNumber: '12345678903' };
      const at = `${payouts.path}/pupils/${pupilId}/payout-account`;
      const { body } = await payouts.preparer.browser.put<HouseholdMoneyView>(at, given);
      const wish = { id: newId(), pupilId, payoutAccountId: body.account?.id };
      expect((await payouts.preparer.browser.post(`${payouts.path}/refunds`, wish)).status).toBe(201);
      return wish.id;
    };
    const passAndLook = async (ms: number): Promise<void> => {
      await payouts.pass(ms);
      await look();
    };

    it('is told of after two days, by its day, until that is closed', async () => {
      await ask();
      await passAndLook(2 * dayMs - hourMs);
      expect(await tasks()).toEqual([]);
      await passAndLook(hourMs);
      expect(await tasks()).toEqual([{ day: '2026-11-20', count: 1, amountOre: kr(90) }]);
      await scene.api.database.query(
        `INSERT INTO terminal_day (school_id, day, status, terminal_total_ore, receipts_total_ore, closed_by, closed_at)
         VALUES ($1, '2026-11-20', 'balanced', $2, $2, $3, now())`,
        [payouts.family.pupil.schoolId, kr(90), payouts.approver.person.id],
      );
      await passAndLook(0);
      expect(await tasks()).toEqual([]);
    });

    it('is told of no more when the school says no to it', async () => {
      const id = await ask();
      await passAndLook(2 * dayMs);
      expect(await tasks()).toHaveLength(1);
      const reject = `${payouts.path}/refunds/${id}/reject`;
      expect(await payouts.approver.browser.post(reject)).toMatchObject({ status: 200 });
      await passAndLook(0);
      expect(await tasks()).toEqual([]);
    });
  });
});
