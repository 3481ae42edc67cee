import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, osloDay } from '@kantinekortet/platform';
import { mailsTo, signedInOffice, type SignedIn } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';
import type { HouseholdMoneyView, OfficeRefundView } from './office-refund.dto.ts';

const dayMs = 24 * 3_600_000;
const account = { holderName: 'Ola Nordmann', accountNumber: '12345678903' };

describe("the household's money", () => {
  let refunds: RefundScene;
  let scene: PayoutScene;
  let clerk: SignedIn;
  beforeAll(async () => {
    refunds = await RefundScene.open();
  });
  beforeEach(async () => {
    scene = await PayoutScene.of(refunds);
    clerk = await scene.receive(kr(150));
  });
  afterAll(async () => {
    const { findings } = await refunds.api.get(LedgerProofService).prove({ isWhole: true });
    expect(findings).toEqual([]);
    await refunds.close();
  });

  const pupilPath = () => `${scene.path}/pupils/${scene.family.pupil.id}`;
  const record = (by = scene.preparer, given = account) =>
    by.browser.put<HouseholdMoneyView>(`${pupilPath()}/payout-account`, given);
  const ask = (payoutAccountId: string, by: SignedIn, id = newId(), amountOre?: number) =>
    by.browser.post<OfficeRefundView>(`${scene.path}/refunds`, {
      id,
      pupilId: scene.family.pupil.id,
      payoutAccountId,
      ...(amountOre !== undefined && { amountOre }),
    });
  const approve = (id: string, by: SignedIn) =>
    by.browser.post<OfficeRefundView>(`${scene.path}/refunds/${id}/approve`);
  /** A refund of all of it, asked for and account written down by the preparer. */
  const asked = async (): Promise<OfficeRefundView> => {
    const { body } = await record();
    const answer = await ask(body.account?.id ?? '', scene.preparer);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  it('is written into the support case that it is asked from, once', async () => {
    const [id, caseId, { body }] = [newId(), newId(), await record()];
    const wish = { id, pupilId: scene.family.pupil.id, payoutAccountId: body.account?.id, amountOre: kr(50), caseId };
    for (const status of [201, 200]) {
      expect((await scene.preparer.browser.post(`${scene.path}/refunds`, wish)).status).toBe(status);
    }
    const told = await refunds.api.outbox<{ caseId: string; kind: string; facts: object }>('support.case_step');
    expect(told.filter((step) => step.caseId === caseId)).toMatchObject([
      { kind: 'refund_asked', facts: { refundId: id, amountOre: kr(50) } },
    ]);
    // The cases are another flow's, which does not run here.
    await refunds.api.database.query(`DELETE FROM outbox WHERE topic = 'support.case_step'`);
  });

  it('is shown, goes to the account that the family gave when another has approved, and to the bank in a file', async () => {
    expect((await scene.preparer.browser.get(`${pupilPath()}/household-money`)).body).toEqual({
      refundableOre: kr(150),
      account: null,
    });
    const { id, parts } = await asked();
    expect(parts).toMatchObject([
      { isToApprove: true, isMine: true, holderName: 'Ola Nordmann', last4: '8903', status: 'waiting' },
    ]);
    const [waiting] = parts;
    expect(waiting?.waitsFor.map(({ kind }) => kind)).toEqual(['cooling_off', 'approval']);
    const { body } = await scene.approver.browser.get<{ items: OfficeRefundView[] }>(
      `${scene.path}/refunds?filter=to_approve`,
    );
    expect(body.items).toMatchObject([{ id, origin: 'office', payerKind: 'household', parts: [{ isMine: false }] }]);
    expect(await approve(id, scene.approver)).toMatchObject({ status: 200, body: { parts: [{ isToApprove: false }] } });
    await scene.pass(3 * dayMs + 1_000);
    const file = await scene.aSentFile();
    expect(file).toMatchObject({ totalOre: kr(150), lines: [{ holderName: 'Ola Nordmann', last4: '8903' }] });
    expect(await refunds.wallet(scene.family.pupil)).toMatchObject({ balanceOre: kr(80), heldOre: 0 });
    const back = { bookedOn: osloDay(refunds.api.clock.now()), reason: 'Ukjent konto' };
    const line = `${scene.path}/payouts/${file.id}/lines/1/return`;
    expect(await scene.preparer.browser.post(line, back)).toMatchObject({ status: 200 });
    const tasks = await refunds.tasks(scene.family, 'payout_returned');
    expect(tasks).toMatchObject([{ amountOre: kr(150), pupilId: scene.family.pupil.id }]);
  });

  it('is approved by nobody who received it, wrote the account down or asked', async () => {
    const { body } = await record();
    const asker = await signedInOffice(refunds.api, scene.family.pupil.schoolId);
    const { body: refund } = await ask(body.account?.id ?? '', asker);
    for (const involved of [clerk, scene.preparer, asker]) {
      expect(await approve(refund.id, involved)).toMatchObject({ status: 403, body: { code: 'approver_involved' } });
    }
    await scene.pass(4 * dayMs);
    expect(await scene.prepare()).toMatchObject({ status: 409, body: { code: 'nothing_to_pay' } });
  });

  it('shows who approves it on which of its days the terminal said something else, and why', async () => {
    const other = await PayoutScene.of(refunds);
    const receiver = await other.receive(kr(90), 'terminal');
    const { schoolId, id: pupilId } = other.family.pupil;
    const at = `${other.path}/pupils/${pupilId}/payout-account`;
    const { body } = await other.preparer.browser.put<HouseholdMoneyView>(at, account);
    const wish = { id: newId(), pupilId, payoutAccountId: body.account?.id };
    expect((await other.preparer.browser.post(`${other.path}/refunds`, wish)).status).toBe(201);
    const differingDays = async () => {
      const list = `${other.path}/refunds?filter=to_approve`;
      const answer = await other.approver.browser.get<{ items: OfficeRefundView[] }>(list);
      return answer.body.items.map((refund) => refund.differingDays);
    };
    expect(await differingDays()).toEqual([[]]);
    const close = (day: string, terminalOre: number, status: string, note: string | null) =>
      refunds.api.database.query(
        `INSERT INTO terminal_day (school_id, day, status, terminal_total_ore, receipts_total_ore, note, closed_by, closed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
        [schoolId, day, status, terminalOre, kr(90), note, receiver.person.id],
      );
    await close('2026-11-19', kr(10), 'differs', 'En annens dag');
    expect(await differingDays()).toEqual([[]]);
    await close('2026-11-20', kr(10), 'differs', 'En slipp mangler');
    const closedBy = receiver.person.name;
    expect(await differingDays()).toEqual([
      [{ day: '2026-11-20', differenceOre: kr(-80), note: 'En slipp mangler', closedBy }],
    ]);
  });

  it('is approved once, by one of those who try at the same time, who may repeat it', async () => {
    const { id } = await asked();
    const other = await signedInOffice(refunds.api, scene.family.pupil.schoolId);
    const people = [scene.approver, other];
    const answers = await Promise.all(people.map((person) => approve(id, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? scene.approver : other;
    expect(await approve(id, winner)).toMatchObject({ status: 200 });
  });

  it('is refused by anyone of the office, and can be spent again', async () => {
    const { id } = await asked();
    expect(await refunds.wallet(scene.family.pupil)).toMatchObject({ availableOre: kr(80) });
    const reject = () => scene.approver.browser.post(`${scene.path}/refunds/${id}/reject`);
    expect(await reject()).toMatchObject({ status: 200, body: { parts: [{ status: 'cancelled' }] } });
    expect(await refunds.wallet(scene.family.pupil)).toMatchObject({ availableOre: kr(230) });
    expect(await reject()).toMatchObject({ status: 409, body: { code: 'refund_part_moved' } });
    expect(await approve(id, scene.approver)).toMatchObject({ status: 409 });
  });

  it('is asked for once under one id, and never more than there is', async () => {
    const { body } = await record();
    const accountId = body.account?.id ?? '';
    const id = newId();
    const answers = await Promise.all([1, 2, 3].map(() => ask(accountId, scene.preparer, id, kr(100))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(await ask(accountId, scene.preparer, id, kr(90))).toMatchObject({ status: 409 });
    expect(await ask(accountId, scene.preparer, newId(), kr(51))).toMatchObject({
      status: 422,
      body: { code: 'remainder_exceeded', refundableOre: kr(50) },
    });
    expect(await ask(newId(), scene.preparer)).toMatchObject({
      status: 404,
      body: { code: 'payout_account_not_found' },
    });
  });

  describe('has an account', () => {
    it('that waits anew for 72 hours whenever another is given, and not when it is the same', async () => {
      const first = (await record()).body.account;
      await scene.pass(dayMs);
      expect((await record()).body.account).toEqual(first);
      const second = (await record(scene.preparer, { ...account, accountNumber: '90412263056' })).body.account;
      expect(second).toMatchObject({ last4: '3056' });
      expect(second?.id).not.toBe(first?.id);
      const waitsMs = new Date(second?.usableAt ?? 0).getTime() - refunds.api.clock.now().getTime();
      expect(Math.round(waitsMs / 60_000)).toBe(3 * 24 * 60);
    });

    it('of which every guardian is told', async () => {
      await record();
      const letters = await mailsTo(refunds.api, scene.mother.person.email);
      expect(letters.at(-1)).toMatchObject({ subject: 'Nytt kontonummer for tilbakebetaling' });
      expect(letters.at(-1)?.paragraphs[0]).toContain('8903');
      expect(JSON.stringify(letters)).not.toContain('12345678903');
    });

    it('that is an account', async () => {
      expect(await record(scene.preparer, { ...account, accountNumber: '12345678904' })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/accountNumber', code: 'not_an_account' }] },
      });
    });

    it('only when the office ever received money for the pupil', async () => {
      const other = await PayoutScene.of(refunds);
      const path = `${other.path}/pupils/${other.family.pupil.id}/payout-account`;
      expect(await other.preparer.browser.put(path, account)).toMatchObject({
        status: 422,
        body: { code: 'remainder_exceeded' },
      });
    });
  });

  describe("and a guardian's own account", () => {
    const put = (given: object, by = scene.mother) =>
      by.browser.put(`wallets/${scene.family.pupil.walletId}/payout-account`, given);

    it('is theirs alone, told of by mail, and shown by its last digits', async () => {
      const mother = await refunds.again(scene.mother);
      const answers = await Promise.all([1, 2, 3].map(() => put(account, mother)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
      expect(answers[0]?.body).toMatchObject({ last4: '8903' });
      const letters = await mailsTo(refunds.api, mother.person.email);
      expect(letters.filter(({ subject }) => subject === 'Nytt kontonummer for tilbakebetaling')).toHaveLength(1);
      expect((await scene.preparer.browser.get(`${pupilPath()}/household-money`)).body).toMatchObject({
        account: null,
      });
    });

    it('is told of at the address before too, for a week after it was changed', async () => {
      const mother = await refunds.again(scene.mother);
      const newEmail = `ny-${mother.person.email}`;
      await refunds.api.database.query(
        `WITH changed AS (UPDATE person SET email = $2 WHERE id = $1)
         INSERT INTO former_email (person_id, email, expires_at) SELECT id, email, $3 FROM person WHERE id = $1`,
        [mother.person.id, newEmail, new Date(refunds.api.clock.now().getTime() + 7 * dayMs)],
      );
      const told = async () => {
        const letters = await Promise.all([mother.person.email, newEmail].map((to) => mailsTo(refunds.api, to)));
        return letters.map(
          (of) => of.filter(({ subject }) => subject === 'Nytt kontonummer for tilbakebetaling').length,
        );
      };
      expect((await put(account, mother)).status).toBe(200);
      expect(await told()).toEqual([1, 1]);
      await scene.pass(8 * dayMs);
      const later = await refunds.again({ ...mother, person: { ...mother.person, email: newEmail } });
      expect((await put({ ...account, accountNumber: '90412263056' }, later)).status).toBe(200);
      expect(await told()).toEqual([1, 2]);
    });

    it('is taken after a recent sign-in alone, and from nobody else', async () => {
      refunds.api.clock.advance(11 * 60_000);
      expect(await put(account)).toMatchObject({ status: 403, body: { code: 'sign_in_again' } });
      const stranger = (await refunds.aFamily()).mother;
      expect(await put(account, stranger)).toMatchObject({ status: 404 });
      expect((await put(account, scene.preparer)).status).toBe(403);
    });
  });
});
