import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatKr, kr } from '@kantinekortet/money';
import { newId, osloDay } from '@kantinekortet/platform';
import { findAll, findOne, readXml } from '@kantinekortet/platform/xml';
import { mailsTo, signedInSupport } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { aBankAnswer } from '../testing/bank-answer.ts';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';

const dayMs = 24 * 3_600_000;

describe('a payment file', () => {
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

  const post = (path: string, body?: unknown, by = scene.preparer) => by.browser.post(`${scene.path}/${path}`, body);
  const account = (kind: string) => refunds.accountOre(scene.family.pupil.schoolId, kind);
  const wallet = () => refunds.wallet(scene.family.pupil);
  const today = () => osloDay(refunds.api.clock.now());

  it('is prepared by one, approved by another, and takes the money off the wallet when it is downloaded', async () => {
    await scene.ask(kr(50));
    const { body: list } = await scene.preparer.browser.get(`${scene.path}/payouts`);
    expect(list).toMatchObject({ ready: { count: 1, totalOre: kr(50) }, bank: { bic: 'DNBANOKK' }, items: [] });
    const { body: prepared } = await scene.prepare();
    expect(prepared).toMatchObject({
      status: 'prepared',
      number: 1,
      isPreparedByMe: true,
      lines: [{ amountOre: kr(50), holderName: 'Kari Nordmann', last4: '8903', status: 'included' }],
    });
    const file = `payouts/${prepared.id}`;
    const waiting = await refunds.tasks(scene.family, 'payout_approval');
    const { name: preparedBy } = scene.preparer.person;
    expect(waiting).toEqual([{ payoutId: prepared.id, number: 1, lineCount: 1, amountOre: kr(50), preparedBy }]);
    expect(await post(`${file}/file`)).toMatchObject({ status: 409, body: { code: 'payout_not_in_state' } });
    expect(await post(`${file}/approve`, undefined, scene.approver)).toMatchObject({ body: { status: 'approved' } });
    expect(await refunds.tasks(scene.family, 'payout_approval')).toEqual([]);
    expect(await wallet()).toMatchObject({ balanceOre: kr(80), availableOre: kr(30) });
    const { bytes } = await post(`${file}/file`);
    const initiation = findOne(readXml(bytes, { maximumBytes: 1e6 }), 'CstmrCdtTrfInitn');
    const [transfer] = initiation ? findAll(initiation, 'PmtInf', 'CdtTrfTxInf') : [];
    expect(transfer && findOne(transfer, 'CdtrAcct', 'Id', 'Othr', 'Id')?.text).toBe('12345678903');
    expect(initiation && findOne(initiation, 'GrpHdr', 'MsgId')?.text).toBe(prepared.messageId);
    expect(prepared.messageId).toHaveLength(35);
    expect(await wallet()).toMatchObject({ balanceOre: kr(30), heldOre: 0 });
    expect(await account('in_transit')).toBe(kr(-50));
  });

  it('is the same bytes whenever it is downloaded again, and its money leaves once', async () => {
    await scene.ask(kr(50));
    const { body } = await scene.prepare();
    await post(`payouts/${body.id}/approve`, undefined, scene.approver);
    const downloads = await Promise.all([1, 2, 3].map(() => post(`payouts/${body.id}/file`)));
    await scene.pass(40 * dayMs);
    const again = await post(`payouts/${body.id}/file`, undefined, scene.approver);
    for (const { status, bytes } of downloads) {
      expect(status).toBe(200);
      expect(bytes.equals(again.bytes)).toBe(true);
    }
    expect(await wallet()).toMatchObject({ balanceOre: kr(30), heldOre: 0 });
  });

  it('holds no account number that the database could tell', async () => {
    await scene.ask(kr(50));
    const { body } = await scene.prepare();
    const [row] = await refunds.api.database.query<{ content: Buffer; sealed: Buffer }>(
      `SELECT f.content, a.sealed_number AS sealed FROM payout_file f
         JOIN payout_line l ON l.school_id = f.school_id AND l.file_id = f.id
         JOIN refund_part p ON p.school_id = l.school_id AND p.id = l.part_id
         JOIN payout_account a ON a.school_id = p.school_id AND a.id = p.payout_account_id WHERE f.id = $1`,
      [body.id],
    );
    expect(row?.content.includes('Document') ?? true).toBe(false);
    expect(row?.sealed.includes('12345678903') ?? true).toBe(false);
    expect(JSON.stringify(body)).not.toContain('12345678903');
  });

  describe('takes two people', () => {
    it('so that who prepared it cannot approve it', async () => {
      await scene.ask(kr(50));
      const { body } = await scene.prepare();
      const own = await post(`payouts/${body.id}/approve`);
      expect(own).toMatchObject({ status: 403, body: { code: 'preparer_cannot_approve' } });
      expect(await scene.file(body.id)).toMatchObject({ status: 'prepared', approvedBy: null });
    });

    it('and is approved once, by one of those who try at the same time', async () => {
      await scene.ask(kr(50));
      const { body } = await scene.prepare();
      const third = await scene.receive(kr(10));
      const path = `payouts/${body.id}/approve`;
      const answers = await Promise.all([post(path, undefined, scene.approver), post(path, undefined, third)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = answers[0].status === 200 ? scene.approver : third;
      expect(await post(path, undefined, winner)).toMatchObject({ status: 200 });
    });

    it('and customer service is none of them', async () => {
      await scene.ask(kr(50));
      const { body } = await scene.prepare();
      const support = await signedInSupport(refunds.api, scene.family.pupil.schoolId);
      for (const path of ['approve', 'withdraw', 'file', 'settle']) {
        expect((await post(`payouts/${body.id}/${path}`, { bookedOn: today() }, support)).status).toBe(403);
      }
      expect((await scene.prepare(newId(), support)).status).toBe(403);
    });

    it('of the same school: others find no such file', async () => {
      await scene.ask(kr(50));
      const { body } = await scene.prepare();
      const elsewhere = await PayoutScene.of(refunds);
      const path = `${elsewhere.path}/payouts/${body.id}`;
      for (const step of ['approve', 'withdraw', 'file']) {
        expect((await elsewhere.approver.browser.post(`${path}/${step}`)).status).toBe(404);
      }
    });
  });

  describe('is prepared', () => {
    it('once under one id, however often and fast, and by one person', async () => {
      await scene.ask(kr(50));
      const id = newId();
      const answers = await Promise.all([1, 2, 3].map(() => scene.prepare(id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
      expect(await scene.prepare(id, scene.approver)).toMatchObject({
        status: 409,
        body: { code: 'operation_conflict' },
      });
    });

    it('with each part in one file, when two prepare at once', async () => {
      await scene.ask(kr(50));
      const answers = await Promise.all([scene.prepare(), scene.prepare(newId(), scene.approver)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'nothing_to_pay' });
    });

    it('not before account, bank and agreement are known', async () => {
      const bare = await PayoutScene.of(refunds, { hasAgreement: false });
      await bare.ask(kr(50));
      const missing = ['accountNumber', 'bic', 'customerId'];
      expect(await bare.prepare()).toMatchObject({ status: 409, body: { code: 'bank_settings_missing', missing } });
    });

    it('without what waits again after its payer has reset the password', async () => {
      await scene.ask(kr(50));
      await refunds.api.database.query('UPDATE person SET credentials_changed_at = $2 WHERE id = $1', [
        scene.mother.person.id,
        refunds.api.clock.now(),
      ]);
      expect(await scene.prepare()).toMatchObject({ status: 409, body: { code: 'nothing_to_pay' } });
      await scene.pass(7 * dayMs + 1_000);
      expect(await scene.prepare()).toMatchObject({ status: 201 });
    });
  });

  it('can be given up before it leaves, and its parts go into the next one', async () => {
    await scene.ask(kr(50));
    const { body: first } = await scene.prepare();
    expect(await post(`payouts/${first.id}/withdraw`)).toMatchObject({ body: { status: 'withdrawn' } });
    expect(await refunds.tasks(scene.family, 'payout_approval')).toEqual([]);
    expect(await post(`payouts/${first.id}/approve`, undefined, scene.approver)).toMatchObject({ status: 409 });
    expect(await post(`payouts/${first.id}/file`)).toMatchObject({ status: 409 });
    const second = await scene.aSentFile();
    expect(second).toMatchObject({ number: 2, totalOre: kr(50), status: 'sent' });
    expect(await post(`payouts/${second.id}/withdraw`)).toMatchObject({ status: 409 });
  });

  describe('is answered', () => {
    it("by the bank's file: what is paid leaves customers' money, what came back is on the wallet", async () => {
      const first = await scene.ask(kr(50));
      const second = await scene.ask(kr(20), '90412263056');
      const { id, messageId } = await scene.aSentFile();
      const [paid = '', returned = ''] = await scene.endToEndIds(id);
      const lines = [
        { endToEndId: paid, status: 'ACSC' },
        { endToEndId: returned, status: 'RJCT', reason: 'AC04' },
      ];
      const createdAt = refunds.api.clock.now().toISOString();
      const answer = aBankAnswer(messageId, { group: 'PART', lines, createdAt });
      expect((await scene.answer(answer)).body).toMatchObject({
        settledCount: 1,
        returnedCount: 1,
        contradictedLines: [],
        payout: {
          status: 'settled',
          lines: [{ status: 'settled' }, { status: 'returned', returnReason: 'AC04', answeredBy: null }],
        },
      });
      const mother = await refunds.again(scene.mother);
      expect((await refunds.get(mother, first.id)).parts).toMatchObject([{ status: 'confirmed' }]);
      expect((await refunds.get(mother, second.id)).parts).toMatchObject([{ status: 'failed' }]);
      expect(await wallet()).toMatchObject({ balanceOre: kr(30), heldOre: 0 });
      expect(await account('client_bank')).toBe(kr(-50));
      expect(await account('in_transit')).toBe(0);
      const subjects = (await mailsTo(refunds.api, mother.person.email)).map(({ subject }) => subject);
      expect(subjects).toEqual(
        expect.arrayContaining([
          `${formatKr(kr(50), 'nb')} er utbetalt`,
          `Vi fikk ikke sendt ${formatKr(kr(20), 'nb')}`,
        ]),
      );
      expect(await refunds.tasks(scene.family, 'payout_returned')).toEqual([]);
      expect((await scene.answer(answer)).body).toMatchObject({ settledCount: 0, returnedCount: 0 });
      expect(await wallet()).toMatchObject({ balanceOre: kr(30) });
    });

    it('as accepted first, which settles nothing yet', async () => {
      await scene.ask(kr(50));
      const { messageId } = await scene.aSentFile();
      const { body } = await scene.answer(aBankAnswer(messageId, { group: 'ACTC' }));
      expect(body).toMatchObject({ acceptedCount: 1, settledCount: 0, payout: { status: 'sent', openCount: 1 } });
      expect(await account('in_transit')).toBe(kr(-50));
    });

    it('late: what was paid comes back days after, with a mail to who gave the account', async () => {
      await scene.ask(kr(50));
      const { id, messageId } = await scene.aSentFile();
      const [line = ''] = await scene.endToEndIds(id);
      await scene.answer(aBankAnswer(messageId, { group: 'ACSC' }));
      await scene.pass(3 * dayMs);
      const late = aBankAnswer(messageId, { lines: [{ endToEndId: line, status: 'RJCT', reason: 'AC01' }] });
      expect((await scene.answer(late)).body).toMatchObject({ returnedCount: 1, payout: { status: 'settled' } });
      expect(await wallet()).toMatchObject({ balanceOre: kr(80), availableOre: kr(80) });
      expect(await account('client_bank')).toBe(0);
      const subjects = (await mailsTo(refunds.api, scene.mother.person.email)).map(({ subject }) => subject);
      expect(subjects).toContain(`${formatKr(kr(50), 'nb')} kom i retur`);
      const { id: pupilId } = scene.family.pupil;
      expect(await refunds.tasks(scene.family, 'payout_returned')).toMatchObject([{ amountOre: kr(50), pupilId }]);
      const paidAfterAll = await scene.answer(aBankAnswer(messageId, { group: 'ACSC' }));
      expect(paidAfterAll.body).toMatchObject({ settledCount: 0, contradictedLines: [1] });
    });

    it('by hand: one line that came back, and the rest that were paid', async () => {
      await scene.ask(kr(50));
      await scene.ask(kr(20));
      const { id } = await scene.aSentFile();
      const refused = await post(`payouts/${id}/lines/1/return`, { bookedOn: '2020-01-01', reason: 'Ukjent konto' });
      expect(refused).toMatchObject({ status: 422, body: { code: 'booked_on_implausible' } });
      const back = { bookedOn: today(), reason: 'Ukjent konto' };
      const answers = await Promise.all([1, 2].map(() => post(`payouts/${id}/lines/1/return`, back)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await wallet()).toMatchObject({ balanceOre: kr(60) });
      expect(await post(`payouts/${id}/lines/9/return`, back)).toMatchObject({ status: 404 });
      expect(await post(`payouts/${id}/settle`, { bookedOn: today() })).toMatchObject({
        body: {
          settledCount: 1,
          payout: { status: 'settled', lines: [{ status: 'returned' }, { status: 'settled' }] },
        },
      });
      expect(await account('client_bank')).toBe(kr(-20));
      expect(await account('in_transit')).toBe(0);
    });

    it('by nothing that is no answer to it', async () => {
      await scene.ask(kr(50));
      const { body: prepared } = await scene.prepare();
      const early = await scene.answer(aBankAnswer(prepared.messageId, { group: 'ACSC' }));
      expect(early).toMatchObject({ status: 409, body: { code: 'payout_not_in_state' } });
      const other = await scene.answer(aBankAnswer('KK-another', { group: 'ACSC' }));
      expect(other).toMatchObject({ status: 422, body: { code: 'bank_answer_of_other_file' } });
      expect(await scene.answer(Buffer.from('garbage'))).toMatchObject({
        status: 422,
        body: { code: 'bank_answer_unreadable' },
      });
      await post(`payouts/${prepared.id}/approve`, undefined, scene.approver);
      await post(`payouts/${prepared.id}/file`);
      expect(await account('in_transit')).toBe(kr(-50));
    });
  });
});
