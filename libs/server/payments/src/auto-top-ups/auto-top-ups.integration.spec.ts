import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import type { Answer } from '@kantinekortet/platform/testing';
import { answerApproval, testCards } from '@kantinekortet/providers/testing';
import { AutoTopUpScene, usualRule } from '../testing/auto-top-up-scene.ts';
import type { Family } from '../testing/top-up-scene.ts';
import { AutoTopUpsWorker } from './auto-top-ups.worker.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('automatic top-up', () => {
  let scene: AutoTopUpScene;
  beforeAll(async () => {
    scene = await AutoTopUpScene.open();
  });
  afterEach(() => {
    scene.present();
  });
  afterAll(() => scene.close());

  const takenOre = (family: Family) => scene.topUps.takenOre(family);
  const approvalOf = (
    family: Family,
    topUpId: string,
  ): Promise<Answer<{ approvalUrl: string | null; code?: string }>> =>
    family.browser.post(`top-ups/${topUpId}/approval`, {});

  it('fills the card right after the purchase that left too little, once', async () => {
    const family = await scene.aFamily();
    await scene.buyAndWait(family, kr(40));
    await scene.expectBalance(family, kr(60));
    await scene.buyAndWait(family, kr(20));
    await scene.expectBalance(family, kr(240));
    expect(await takenOre(family)).toBe(kr(200));
    expect((await scene.get(family)).rule).toMatchObject({ status: 'active', timesThisMonth: 1, run: null });
  });

  it('is a top-up of its own origin, whose money stays the guardian’s', async () => {
    const family = await scene.aFamily();
    await scene.buyAndWait(family, kr(60));
    const rows = await scene.api.database.query(
      `SELECT t.origin, t.payer_id = $2 AS "isGuardians", l.payer_id = $2 AS "isLayer",
              o.result ->> 'isAutomatic' AS "isToldOf"
         FROM top_up t
         JOIN operation o ON o.school_id = t.school_id AND o.id = t.id
         JOIN transfer l ON l.school_id = t.school_id AND l.operation_id = t.id
        WHERE t.school_id = $1`,
      [family.school.id, family.guardian.id],
    );
    expect(rows).toEqual([{ origin: 'automatic', isGuardians: true, isLayer: true, isToldOf: 'true' }]);
  });

  it('does nothing while there is enough, exactly the amount included', async () => {
    const family = await scene.aFamily();
    await scene.buyAndWait(family, kr(50));
    expect(await takenOre(family)).toBe(0);
  });

  it('fills a card at once that has too little when the rule begins', async () => {
    const family = await scene.aFamily({ balanceOre: kr(20) });
    await scene.work();
    await scene.expectBalance(family, kr(220));
  });

  it('stops at the month’s limit, says so once, and goes on in the next month', async () => {
    const family = await scene.aFamily({ rule: { ...usualRule, timesAMonth: 1 } });
    await scene.buyAndWait(family, kr(60));
    await scene.buyAndWait(family, kr(200));
    await scene.buyAndWait(family, kr(10));
    await scene.expectBalance(family, kr(30));
    const receipt = expect.stringContaining('Kvittering for 200,00');
    expect(await scene.subjects(family)).toEqual([receipt, 'Månedens påfyllinger til Emma er brukt opp']);
    await scene.later(32 * dayMs);
    await scene.api.get(AutoTopUpsWorker).checkAll();
    await scene.work();
    await scene.expectBalance(family, kr(230));
  });

  it('is asked for by two purchases at once and by the same message again, and happens once', async () => {
    const family = await scene.aFamily();
    await scene.buy(family, kr(60));
    await scene.buy(family, kr(10));
    await Promise.all([scene.work(), scene.work(), scene.work()]);
    await scene.expectBalance(family, kr(230));
    expect(await takenOre(family)).toBe(kr(200));
  });

  it('of two guardians of a child happens once for one fall', async () => {
    const family = await scene.aFamily();
    const other = await scene.secondGuardian(family);
    await scene.put(other, { ...usualRule, belowOre: kr(60), amountOre: kr(300) });
    await scene.saveCard(other, testCards.approved);
    await scene.buyAndWait(family, kr(70));
    expect([kr(230), kr(330)]).toContain((await scene.get(family)).availableOre);
    expect(await takenOre(family)).toBe((await scene.get(family)).availableOre - kr(30));
    expect(
      [(await scene.get(family)).rule?.timesThisMonth, (await scene.get(other)).rule?.timesThisMonth].sort(),
    ).toEqual([0, 1]);
  });

  it('waits for the guardian when the bank wants them, tells by mail, and goes on when they approve', async () => {
    const family = await scene.aFamily({ card: testCards.needsBankAlways });
    await scene.buyAndWait(family, kr(60));
    await scene.expectBalance(family, kr(40));
    const { rule } = await scene.get(family);
    expect(rule).toMatchObject({ status: 'active', run: { status: 'waiting_for_guardian' } });
    const topUpId = rule?.run?.topUpId ?? '';
    const letters = await scene.api.outbox<{ to: string; action: { url: string } }>('mail');
    expect(letters.find(({ to }) => to === family.guardian.email)?.action.url).toBe(
      `http://localhost:4201/fyll-paa/${topUpId}/godkjenn`,
    );

    const { body } = await approvalOf(family, topUpId);
    await answerApproval(body.approvalUrl ?? '', 'reject');
    expect(await scene.topUps.get(family, topUpId)).toMatchObject({ status: 'pending' });
    const again = await approvalOf(family, topUpId);
    expect(await answerApproval(again.body.approvalUrl ?? '', 'approve')).toContain(
      `http://localhost:4201/fyll-paa/${topUpId}?`,
    );
    expect(await scene.topUps.get(family, topUpId)).toMatchObject({ status: 'paid', balanceOre: kr(240) });
    expect((await approvalOf(family, topUpId)).body.approvalUrl).toBeNull();
    expect((await scene.get(family)).rule).toMatchObject({ run: null, timesThisMonth: 1 });
    const receipt = expect.stringContaining('Kvittering for 200,00');
    expect(await scene.subjects(family)).toEqual(['Godkjenn påfyllingen til Emma', receipt]);
  });

  it('is switched off, and the charge taken back, when the guardian does not approve in three days', async () => {
    const family = await scene.aFamily({ card: testCards.needsBankAlways });
    await scene.buyAndWait(family, kr(60));
    const topUpId = (await scene.get(family)).rule?.run?.topUpId ?? '';
    await scene.later(3 * dayMs);
    expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'not_approved', run: null });
    expect(await scene.topUps.get(family, topUpId)).toMatchObject({ status: 'expired' });
    expect((await approvalOf(family, topUpId)).body.code).toBe('nothing_to_approve');
    expect(await scene.subjects(family)).toEqual([
      'Godkjenn påfyllingen til Emma',
      'Automatisk påfylling er slått av: Emma',
    ]);
  });

  it('is tried again after a refusal, in an hour, a day and three days, and is then switched off', async () => {
    const family = await scene.aFamily({ card: testCards.declinedOnceSaved });
    await scene.buyAndWait(family, kr(60));
    expect((await scene.get(family)).rule?.run).toMatchObject({ status: 'retrying', failureCode: 'declined' });
    const attempts = async () => (await scene.topUps.sandbox.payments(family.merchant.id)).length;
    await scene.later(hourMs - 60_000);
    expect(await attempts()).toBe(1);
    await scene.later(60_000);
    expect(await attempts()).toBe(2);
    await scene.later(dayMs);
    expect(await attempts()).toBe(3);
    await scene.later(3 * dayMs);
    expect(await attempts()).toBe(4);
    expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'charge_refused' });
    expect(await scene.subjects(family)).toEqual([
      'Påfyllingen til Emma ble avvist',
      'Automatisk påfylling er slått av: Emma',
    ]);
    await scene.buyAndWait(family, kr(10));
    expect(await attempts()).toBe(4);
  });

  it('is not tried again when other money came first', async () => {
    const family = await scene.aFamily({ card: testCards.declinedOnceSaved });
    await scene.buyAndWait(family, kr(60));
    await scene.give(family, kr(100));
    await scene.later(hourMs);
    expect(await scene.topUps.sandbox.payments(family.merchant.id)).toHaveLength(1);
    expect((await scene.get(family)).rule).toMatchObject({ status: 'active', run: null });
  });

  it('is tried again with the card that has been saved meanwhile', async () => {
    const family = await scene.aFamily({ card: testCards.declinedOnceSaved });
    await scene.buyAndWait(family, kr(60));
    await scene.saveCard(family, testCards.approved);
    await scene.later(hourMs);
    await scene.expectBalance(family, kr(240));
    expect((await scene.get(family)).rule).toMatchObject({ status: 'active', run: null, timesThisMonth: 1 });
  });

  it('is switched off without a charge when the card has expired', async () => {
    const family = await scene.aFamily({ balanceOre: kr(100) });
    const year = new Date().getUTCFullYear() % 100;
    await scene.saveCard(family, testCards.approved, `12/${year}`);
    scene.pass(60 * dayMs);
    await scene.buyAndWait(family, kr(60));
    scene.present();
    expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'card_expired' });
    expect(await takenOre(family)).toBe(0);
    expect(await scene.subjects(family)).toEqual(['Automatisk påfylling er slått av: Emma']);
  });

  it('ends with the card that is removed, here and at the provider, and the guardian need not be told', async () => {
    const family = await scene.aFamily();
    const id = (await scene.get(family)).savedCard?.id ?? '';
    expect((await family.browser.delete(`top-ups/saved-cards/${id}`)).status).toBe(204);
    expect((await family.browser.delete(`top-ups/saved-cards/${id}`)).status).toBe(204);
    await scene.work();
    expect(await scene.get(family)).toMatchObject({
      savedCard: null,
      rule: { status: 'switched_off', reason: 'card_removed' },
    });
    const [row] = await scene.api.database.query<{ forgotten: boolean }>(
      'SELECT forgotten_at IS NOT NULL AS forgotten FROM saved_card WHERE id = $1',
      [id],
    );
    expect(row?.forgotten).toBe(true);
    expect(await scene.subjects(family)).toEqual([]);
  });

  it('is switched off with a mail when the provider has lost the card', async () => {
    const family = await scene.aFamily();
    await scene.api.database.query(`UPDATE saved_card SET card_reference = 'pm_gone' WHERE payer_id = $1`, [
      family.guardian.id,
    ]);
    await scene.buyAndWait(family, kr(60));
    expect(await scene.get(family)).toMatchObject({
      savedCard: null,
      rule: { status: 'switched_off', reason: 'card_removed', run: null },
    });
    expect(await scene.subjects(family)).toEqual(['Automatisk påfylling er slått av: Emma']);
  });

  it('goes on with the new card when another is saved in its place', async () => {
    const family = await scene.aFamily({ card: testCards.declinedOnceSaved });
    await scene.saveCard(family, testCards.approved);
    await scene.work();
    await scene.buyAndWait(family, kr(60));
    await scene.expectBalance(family, kr(240));
    expect((await scene.get(family)).savedCard?.card?.last4).toBe('4242');
  });

  it.each(['pupil_left', 'not_guardian'] as const)('is switched off when %s', async (reason) => {
    const family = await scene.aFamily();
    await scene.buy(family, kr(60));
    const { id: schoolId } = family.school;
    await scene.api.database.query(
      reason === 'pupil_left'
        ? `UPDATE pupil SET status = 'left', left_at = now() WHERE school_id = $1 AND id = $2`
        : `UPDATE guardianship SET status = 'ended', closed_at = now() WHERE school_id = $1 AND pupil_id = $2`,
      [schoolId, family.pupilId],
    );
    await scene.work();
    const [rule] = await scene.api.database.query('SELECT status, reason FROM auto_top_up WHERE school_id = $1', [
      schoolId,
    ]);
    expect(rule).toEqual({ status: 'switched_off', reason });
    expect(await takenOre(family)).toBe(0);
  });

  it('is switched off when the school’s limits have come to refuse it', async () => {
    const family = await scene.aFamily();
    await scene.api.database.query('UPDATE school SET top_up_max_ore = 15000 WHERE id = $1', [family.school.id]);
    await scene.buyAndWait(family, kr(60));
    expect((await scene.get(family)).rule).toMatchObject({ status: 'switched_off', reason: 'beyond_limits' });
  });

  it('is switched off by the guardian, and what waits ends with it', async () => {
    const family = await scene.aFamily({ card: testCards.needsBankAlways });
    await scene.buyAndWait(family, kr(60));
    expect((await scene.switchOff(family)).body.rule).toMatchObject({ status: 'switched_off', reason: 'by_guardian' });
    expect((await scene.switchOff(family)).status).toBe(200);
    await scene.work();
    expect((await scene.get(family)).rule?.run).toBeNull();
    expect(await scene.topUps.sandbox.payments(family.merchant.id)).toMatchObject([{ status: 'expired' }]);
    expect((await scene.put(family)).body.rule).toMatchObject({ status: 'active', reason: null });
  });

  it('begins by the webhook when the guardian does not come back from the provider’s page', async () => {
    const family = await scene.topUps.aFamily();
    await scene.put(family);
    const { setupUrl } = await scene.startCard(family);
    await fetch(setupUrl, {
      method: 'POST',
      body: new URLSearchParams({ number: testCards.approved, expiry: '12/49', cvc: '123' }),
      redirect: 'manual',
    });
    await scene.topUps.sandbox.webhooks(family.merchant.id);
    await scene.work();
    expect((await scene.get(family)).rule?.status).toBe('active');
    await scene.expectBalance(family, kr(200));
  });
});
