import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatKr, kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { testCards } from '@kantinekortet/providers/testing';
import { mailsTo, signedInOffice } from '@kantinekortet/testing';
import { ClaimsService, FeesService, LedgerProofService } from '@kantinekortet/wallet';
import type { RefundableView } from './refund.dto.ts';
import { RefundScene, type Family, type Payer } from './testing/refund-scene.ts';

const yearMs = 366 * 24 * 60 * 60 * 1_000;

describe('a refund', () => {
  let scene: RefundScene;
  let family: Family;
  beforeAll(async () => {
    scene = await RefundScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterAll(async () => {
    const { findings } = await scene.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await scene.close();
  });

  const refundable = async (payer: Payer, amountOre?: number): Promise<RefundableView> => {
    const query = amountOre === undefined ? '' : `?amountOre=${amountOre}`;
    const { status, body } = await payer.browser.get<RefundableView>(
      `wallets/${family.pupil.walletId}/refundable${query}`,
    );
    expect(status).toBe(200);
    return body;
  };

  it('is shown before it is asked for, held at once, and goes back to the card it came from', async () => {
    const { pupil, mother } = family;
    await scene.pay(family, mother, kr(200));
    await scene.buy(pupil, kr(60));
    expect(await refundable(mother)).toMatchObject({
      firstName: 'Emma',
      refundableOre: kr(140),
      othersOre: 0,
      claimedOre: 0,
      ways: [{ route: 'provider', amountOre: kr(140), cardBrand: 'visa', cardLast4: '4242', needsApproval: false }],
      account: null,
    });
    const { id, parts } = await scene.asked(mother, pupil);
    expect(parts).toMatchObject([{ status: 'waiting', amountOre: kr(140), waitsFor: [] }]);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(140), availableOre: 0 });
    await scene.work(family);
    expect(await scene.get(mother, id)).toMatchObject({ canCancel: false, parts: [{ status: 'confirmed' }] });
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: 0, heldOre: 0 });
    await scene.expectBooksAsSandbox(family);
    const subjects = (await mailsTo(scene.api, mother.person.email)).map(({ subject }) => subject);
    expect(subjects).toEqual([`Du får tilbake ${formatKr(kr(140), 'nb')}`, 'Pengene er på vei til deg']);
  });

  it('of everything gives each payer their own, and no more', async () => {
    const { pupil, mother } = family;
    const father = await scene.aGuardian(pupil);
    await scene.pay(family, mother, kr(100));
    await scene.pay(family, father, kr(200));
    await scene.buy(pupil, kr(30));
    expect(await refundable(mother)).toMatchObject({ refundableOre: kr(70), othersOre: kr(200) });
    const tooMuch = await scene.ask(mother, pupil, { amountOre: kr(71) });
    expect(tooMuch).toMatchObject({ status: 422, body: { code: 'remainder_exceeded', refundableOre: kr(70) } });
    expect(await scene.asked(mother, pupil)).toMatchObject({ amountOre: kr(70) });
    await scene.work(family);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(200), heldOre: 0 });
    expect(await refundable(mother)).toMatchObject({ refundableOre: 0, othersOre: kr(200), ways: [] });
    expect(await refundable(father)).toMatchObject({ refundableOre: kr(200), othersOre: 0 });
    await scene.expectBooksAsSandbox(family);
  });

  it('is split over two cards and a bank account, newest payment first', async () => {
    const { pupil, mother } = family;
    await scene.pay(family, mother, kr(50));
    scene.api.clock.advance(yearMs);
    const payer = await scene.again(mother);
    await scene.pay(family, payer, kr(100));
    scene.api.clock.advance(60_000);
    await scene.pay(family, payer, kr(150), testCards.mastercard);
    const needed = await scene.ask(payer, pupil);
    expect(needed).toMatchObject({ status: 422, body: { code: 'payout_account_needed', bankOre: kr(50) } });
    const payoutAccountId = await scene.anAccount(pupil.schoolId, payer.person.id);
    const { id } = await scene.asked(payer, pupil, { payoutAccountId });
    await scene.work(family);
    expect((await scene.get(payer, id)).parts).toMatchObject([
      { route: 'provider', amountOre: kr(150), cardLast4: '4444', status: 'confirmed' },
      { route: 'provider', amountOre: kr(100), cardLast4: '4242', status: 'confirmed' },
      { route: 'bank', amountOre: kr(50), accountLast4: '3056', status: 'ready' },
    ]);
    expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(50), availableOre: 0 });
    await scene.expectBooksAsSandbox(family);
  });

  it('settles what is owed first, from the oldest money', async () => {
    const { pupil, mother } = family;
    await scene.pay(family, mother, kr(100));
    const { schoolId, walletId } = pupil;
    const fee = { ...scene.operation(pupil), amountOre: kr(80), lunchFloorOre: kr(50), reason: 'replacement_fee' };
    await scene.api.database.transaction((tx) => scene.api.get(FeesService).charge(tx, fee));
    expect(await refundable(mother)).toMatchObject({ refundableOre: kr(20), claimedOre: kr(30) });
    expect(await scene.asked(mother, pupil)).toMatchObject({ amountOre: kr(20) });
    expect(await scene.api.get(ClaimsService).outstanding(scene.api.database, schoolId, walletId)).toEqual([]);
  });

  describe('under one id', () => {
    it('is one refund, however often and however fast it is asked for', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(200));
      const wish = { id: newId(), amountOre: kr(120) };
      const answers = await Promise.all([1, 2, 3, 4].map(() => scene.ask(mother, pupil, wish)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
      await scene.work(family);
      expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(80), heldOre: 0 });
      expect(await scene.sandbox.refunds(family.merchant.id)).toHaveLength(1);
      expect(await scene.ask(mother, pupil, { ...wish, amountOre: kr(10) })).toMatchObject({
        status: 409,
        body: { code: 'operation_conflict' },
      });
    });
  });

  it('races sales and other refunds: nothing is spent twice', async () => {
    const { pupil, mother } = family;
    const father = await scene.aGuardian(pupil);
    await scene.pay(family, mother, kr(100));
    await scene.pay(family, father, kr(100));
    const outcomes = await Promise.allSettled([
      scene.asked(mother, pupil),
      scene.asked(father, pupil),
      scene.asked(mother, pupil, { amountOre: kr(60) }),
      ...[1, 2, 3, 4].map(() => scene.buy(pupil, kr(40))),
    ]);
    await scene.work(family);
    const refunded = (await scene.sandbox.refunds(family.merchant.id)).reduce(
      (sum, { amountOre }) => sum + amountOre,
      0,
    );
    const boughtOre = outcomes.slice(3).filter(({ status }) => status === 'fulfilled').length * kr(40);
    expect((await scene.wallet(pupil)).balanceOre).toBe(kr(200) - refunded - boughtOre);
    expect(await scene.wallet(pupil)).toMatchObject({ heldOre: 0 });
    await scene.expectBooksAsSandbox(family);
  });

  describe('can be taken back', () => {
    it('while it waits for the tills, and the money can be spent again', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      await aSilentTill();
      const { id } = await scene.asked(mother, pupil);
      await scene.work(family);
      const waiting = await scene.get(mother, id);
      expect(waiting).toMatchObject({
        canCancel: true,
        parts: [{ status: 'waiting', waitsFor: [{ kind: 'registers' }] }],
      });
      const cancel = () => mother.browser.post(`refunds/${id}/cancel`);
      expect((await cancel()).body).toMatchObject({ canCancel: false, parts: [{ status: 'cancelled' }] });
      expect(await scene.wallet(pupil)).toMatchObject({ balanceOre: kr(100), availableOre: kr(100) });
      expect(await cancel()).toMatchObject({ status: 409, body: { code: 'refund_under_way' } });
      await scene.tick();
      expect(await scene.sandbox.refunds(family.merchant.id)).toEqual([]);
    });

    it('not when it was sent, and by nobody else', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      const father = await scene.aGuardian(pupil);
      const { id } = await scene.asked(mother, pupil, { amountOre: kr(50) });
      expect(await father.browser.post(`refunds/${id}/cancel`)).toMatchObject({ status: 404 });
      expect(await father.browser.get(`refunds/${id}`)).toMatchObject({ status: 404 });
      await scene.work(family);
      expect(await mother.browser.post(`refunds/${id}/cancel`)).toMatchObject({ status: 409 });
    });
  });

  describe('of everything', () => {
    it('is sent when the till has spoken', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      const till = await aSilentTill();
      const { id } = await scene.asked(mother, pupil);
      await scene.work(family);
      await scene.tick();
      expect(await scene.partsOf(id)).toMatchObject([{ status: 'waiting' }]);
      scene.api.clock.advance(60_000);
      await scene.api.database.query('UPDATE register SET last_seen_at = $2 WHERE id = $1', [
        till,
        scene.api.clock.now(),
      ]);
      await scene.tick();
      expect(await scene.partsOf(id)).toMatchObject([{ status: 'confirmed' }]);
    });

    it('is sent a day after the till last spoke, if it stays silent', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      await aSilentTill();
      const { id } = await scene.asked(mother, pupil);
      scene.api.clock.advance(24 * 3_600_000 + 1_000);
      await scene.tick();
      expect(await scene.partsOf(id)).toMatchObject([{ status: 'confirmed' }]);
    });

    it('does not wait when less than everything is asked for', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      await aSilentTill();
      const { id } = await scene.asked(mother, pupil, { amountOre: kr(99) });
      await scene.work(family);
      expect(await scene.partsOf(id)).toMatchObject([{ status: 'confirmed' }]);
    });
  });

  describe('is refused', () => {
    it('when the password was given too long ago, and accepted after a new sign-in', async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      const wish = { id: newId() };
      scene.api.clock.advance(11 * 60_000);
      expect(await scene.ask(mother, pupil, wish)).toMatchObject({ status: 403, body: { code: 'sign_in_again' } });
      expect(await scene.ask(await scene.again(mother), pupil, wish)).toMatchObject({ status: 201 });
    });

    it('when there is nothing to give back', async () => {
      const { pupil, mother } = family;
      expect(await scene.ask(mother, pupil)).toMatchObject({ status: 422, body: { code: 'remainder_exceeded' } });
      await scene.pay(family, mother, kr(100));
      await scene.buy(pupil, kr(100));
      expect(await scene.ask(mother, pupil)).toMatchObject({ status: 422, body: { refundableOre: 0 } });
    });

    it("to who is no payer of it, and to the school's people", async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      const other = await scene.aFamily();
      expect(await scene.ask(other.mother, pupil)).toMatchObject({ status: 404, body: { code: 'pupil_not_found' } });
      const office = await signedInOffice(scene.api, pupil.schoolId);
      expect((await office.browser.post('refunds', { id: newId(), walletId: pupil.walletId })).status).toBe(403);
      expect((await scene.api.browser('parent-portal').get('refunds')).status).toBe(401);
    });

    it("to an account that is another's, or was replaced", async () => {
      const { pupil, mother } = family;
      await scene.pay(family, mother, kr(100));
      scene.api.clock.advance(yearMs);
      const payer = await scene.again(mother);
      const theirs = await scene.anAccount(pupil.schoolId, newId());
      const refused = { status: 404, body: { code: 'payout_account_not_found' } };
      expect(await scene.ask(payer, pupil, { payoutAccountId: theirs })).toMatchObject(refused);
      const old = await scene.anAccount(pupil.schoolId, payer.person.id);
      await scene.api.database.query(
        "UPDATE payout_account SET replaced_at = now() + interval '2 years' WHERE id = $1",
        [old],
      );
      expect(await scene.ask(payer, pupil, { payoutAccountId: old })).toMatchObject(refused);
      expect(await scene.wallet(pupil)).toMatchObject({ heldOre: 0 });
    });
  });

  it('can still be asked for by who is no guardian any more, and by whose child has left', async () => {
    const { pupil, mother } = family;
    await scene.pay(family, mother, kr(100));
    await scene.api.database.query(
      `UPDATE guardianship SET status = 'ended', closed_at = now() WHERE school_id = $1 AND person_id = $2`,
      [pupil.schoolId, mother.person.id],
    );
    await scene.api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1`, [pupil.id]);
    expect(await refundable(mother)).toMatchObject({ refundableOre: kr(100) });
    const { id } = await scene.asked(mother, pupil);
    await scene.work(family);
    expect(await scene.get(mother, id)).toMatchObject({ parts: [{ status: 'confirmed' }] });
    expect((await mother.browser.get('refunds')).body).toMatchObject({ items: [{ id }], nextCursor: null });
  });

  async function aSilentTill(): Promise<string> {
    const id = newId();
    const now = scene.api.clock.now();
    const sessionId = newId();
    await scene.api.database.query(
      `INSERT INTO register (school_id, id, name, status, session_id, created_at, paired_at, last_seen_at)
       VALUES ($1, $2, 'Kasse 1', 'paired', $3, $4, $4, $4)`,
      [family.pupil.schoolId, id, sessionId, now],
    );
    return id;
  }
});
