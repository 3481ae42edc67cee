import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { aPerson } from '@kantinekortet/testing';
import { DepositsService, LedgerProofService } from '@kantinekortet/wallet';
import { RefundParts } from './refund-parts.service.ts';
import { ApproverInvolved, PartNotInState } from './refund.errors.ts';
import { RefundsService } from './refunds.service.ts';
import { RefundScene, type Family, type Payer } from './testing/refund-scene.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const actor = 'system:test';

describe('a part that goes by the bank', () => {
  let scene: RefundScene;
  let parts: RefundParts;
  let family: Family;
  let mother: Payer;
  beforeAll(async () => {
    scene = await RefundScene.open();
    parts = scene.api.get(RefundParts);
  });
  beforeEach(async () => {
    family = await scene.aFamily();
    await scene.pay(family, family.mother, kr(80));
    scene.api.clock.advance(366 * dayMs);
    mother = await scene.again(family.mother);
  });
  afterAll(async () => {
    const { findings } = await scene.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await scene.close();
  });

  const thePart = async (refundId: string) => {
    const [part] = await scene.partsOf(refundId);
    return { schoolId: family.pupil.schoolId, id: part?.id ?? '', status: part?.status };
  };
  const move = (work: (tx: Parameters<RefundParts['approve']>[0]) => Promise<unknown>) =>
    scene.api.database.transaction(work);
  /** Asks for all of it, to an account that may be used after `waitsMs`. */
  const ask = async (waitsMs = 0) => {
    const payoutAccountId = await scene.anAccount(family.pupil.schoolId, mother.person.id, waitsMs);
    const { id } = await scene.asked(mother, family.pupil, { payoutAccountId });
    await scene.work(family);
    return id;
  };

  it('waits until the account may be used', async () => {
    const id = await ask(72 * hourMs);
    expect((await scene.get(mother, id)).parts).toMatchObject([
      { status: 'waiting', waitsFor: [{ kind: 'cooling_off', until: expect.any(String) }] },
    ]);
    scene.api.clock.advance(71 * hourMs);
    await scene.tick();
    expect(await thePart(id)).toMatchObject({ status: 'waiting' });
    scene.api.clock.advance(hourMs + 1_000);
    await scene.tick();
    expect(await thePart(id)).toMatchObject({ status: 'ready' });
  });

  it('waits a week after the password was reset or the e-mail changed', async () => {
    await scene.api.database.query('UPDATE person SET credentials_changed_at = $2 WHERE id = $1', [
      mother.person.id,
      scene.api.clock.now(),
    ]);
    const id = await ask();
    expect(await thePart(id)).toMatchObject({ status: 'waiting' });
    scene.api.clock.advance(7 * dayMs + 1_000);
    await scene.tick();
    expect(await thePart(id)).toMatchObject({ status: 'ready' });
  });

  it('leaves the wallet when it is sent, and customers’ money when the bank confirms', async () => {
    const part = await thePart(await ask());
    await move((tx) => parts.sendToBank(tx, part, { actor }));
    expect(await scene.wallet(family.pupil)).toMatchObject({ balanceOre: 0, heldOre: 0 });
    expect(await scene.accountOre(part.schoolId, 'in_transit')).toBe(kr(-80));
    await move((tx) => parts.confirm(tx, part, { actor }));
    expect(await scene.accountOre(part.schoolId, 'in_transit')).toBe(0);
    expect(await scene.accountOre(part.schoolId, 'client_bank')).toBe(kr(-80));
  });

  it('comes back to the wallet from the bank, also late, and once', async () => {
    const part = await thePart(await ask());
    await move((tx) => parts.sendToBank(tx, part, { actor }));
    await move((tx) => parts.confirm(tx, part, { actor }));
    const giveBack = () => move((tx) => parts.giveBack(tx, part, { actor, failureCode: 'AC04' }));
    const outcomes = await Promise.allSettled([giveBack(), giveBack(), giveBack()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await scene.wallet(family.pupil)).toMatchObject({ balanceOre: kr(80), availableOre: kr(80) });
    expect(await scene.accountOre(part.schoolId, 'client_bank')).toBe(0);
    expect((await mother.browser.get(`wallets/${family.pupil.walletId}/refundable`)).body).toMatchObject({
      refundableOre: kr(80),
    });
  });

  it('moves one way only', async () => {
    const part = await thePart(await ask());
    await expect(move((tx) => parts.confirm(tx, part, { actor }))).rejects.toThrow(PartNotInState);
    await expect(move((tx) => parts.approve(tx, part, newId()))).rejects.toThrow(PartNotInState);
    await move((tx) => parts.sendToBank(tx, part, { actor }));
    await expect(move((tx) => parts.cancel(tx, part, { actor, why: null }))).rejects.toThrow(PartNotInState);
    await expect(move((tx) => parts.sendToBank(tx, part, { actor }))).rejects.toThrow(PartNotInState);
  });

  describe("of the household's money", () => {
    let clerk: string;
    let householdId: string;
    beforeEach(async () => {
      const { schoolId, id: pupilId, walletId } = family.pupil;
      clerk = (await aPerson(scene.api)).id;
      householdId = newId();
      const operation = scene.operation(family.pupil);
      await scene.api.database.transaction(async (tx) => {
        await tx.query('INSERT INTO household_payer (school_id, id, pupil_id) VALUES ($1, $2, $3)', [
          schoolId,
          householdId,
          pupilId,
        ]);
        const money = { payerId: householdId, paymentReference: operation.id, clearing: 'office_terminal' };
        await scene.api.get(DepositsService).topUp(tx, { ...operation, walletId, amountOre: kr(150), ...money });
        await tx.query(
          `INSERT INTO office_receipt (school_id, id, pupil_id, payer_id, amount_ore, method, reference, paid_on,
                                       received_by, received_at)
           VALUES ($1, $2, $3, $4, 15000, 'terminal', '17', '2026-11-20', $5, now())`,
          [schoolId, operation.id, pupilId, householdId, clerk],
        );
      });
    });

    const closeDay = () =>
      scene.api.database.query(
        `INSERT INTO terminal_day (school_id, day, status, terminal_total_ore, receipts_total_ore, closed_by, closed_at)
         VALUES ($1, '2026-11-20', 'balanced', 15000, 15000, $2, now())`,
        [family.pupil.schoolId, clerk],
      );
    /** What a colleague of the clerk asks for, to an account that another one wrote down. */
    const askForHousehold = async () => {
      const { schoolId, walletId } = family.pupil;
      const [asker, recorder] = [(await aPerson(scene.api)).id, (await aPerson(scene.api)).id];
      const payoutAccountId = await scene.anAccount(schoolId, householdId, 0, 'household', recorder);
      const wish = { id: newId(), schoolId, walletId, payerKind: 'household', payerId: householdId } as const;
      await scene.api
        .get(RefundsService)
        .ask({ ...wish, amountOre: null, payoutAccountId, origin: 'office', askedBy: asker });
      return { part: await thePart(wish.id), asker, recorder };
    };

    it('takes no money of a guardian', async () => {
      await askForHousehold();
      expect(await scene.wallet(family.pupil)).toMatchObject({ balanceOre: kr(230), availableOre: kr(80) });
      expect((await mother.browser.get(`wallets/${family.pupil.walletId}/refundable`)).body).toMatchObject({
        refundableOre: kr(80),
      });
    });

    it('waits for somebody who recorded neither the money nor the account, and did not ask', async () => {
      await closeDay();
      const { part, asker, recorder } = await askForHousehold();
      for (const involved of [clerk, asker, recorder]) {
        await expect(move((tx) => parts.approve(tx, part, involved))).rejects.toThrow(ApproverInvolved);
      }
      await scene.tick();
      expect(await scene.partsOf(await refundOf(part.id))).toMatchObject([{ status: 'waiting' }]);
      expect(await scene.tasks(family, 'refund_approval')).toMatchObject([{ amountOre: kr(150) }]);
      await move((tx) => parts.approve(tx, part, newId()));
      expect(await scene.tasks(family, 'refund_approval')).toEqual([]);
      await scene.tick();
      expect(await scene.partsOf(await refundOf(part.id))).toMatchObject([{ status: 'ready' }]);
    });

    it("waits until its terminal's days are closed", async () => {
      const { part } = await askForHousehold();
      await move((tx) => parts.approve(tx, part, newId()));
      await scene.tick();
      expect(await scene.partsOf(await refundOf(part.id))).toMatchObject([{ status: 'waiting' }]);
      await closeDay();
      await scene.tick();
      expect(await scene.partsOf(await refundOf(part.id))).toMatchObject([{ status: 'ready' }]);
    });
  });

  const refundOf = async (partId: string): Promise<string> => {
    const [row] = await scene.api.database.query<{ id: string }>(
      'SELECT refund_id AS id FROM refund_part WHERE id = $1',
      [partId],
    );
    return row?.id ?? '';
  };
});
