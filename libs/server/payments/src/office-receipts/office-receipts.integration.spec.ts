import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, osloDay } from '@kantinekortet/platform';
import { readPdf } from '@kantinekortet/platform/testing';
import {
  mailsTo,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestPupil,
} from '@kantinekortet/testing';
import { LayersService } from '@kantinekortet/wallet';
import { OfficeDesk } from '../testing/office-desk.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('money that the office receives', () => {
  let desk: OfficeDesk;
  let pupil: TestPupil;
  beforeAll(async () => {
    desk = await OfficeDesk.open();
  });
  beforeEach(async () => {
    pupil = await desk.aPupil();
  });
  afterAll(() => desk.api.close());

  it('is on the card, with a receipt that says so', async () => {
    const receipt = await desk.receive(pupil, { reference: ' 004711 ', payerName: 'Ola Bjørn' });
    expect(receipt).toMatchObject({
      pupilId: pupil.id,
      pupilName: 'Åse Bjørn',
      amountOre: kr(200),
      method: 'terminal',
      reference: '004711',
      paidOn: desk.today,
      payerName: 'Ola Bjørn',
      receivedBy: desk.person.name,
      settledOre: 0,
      balanceOre: kr(200),
    });
    expect(await desk.balance(pupil)).toBe(kr(200));
  });

  it("is the household's, whoever paid each time, and told apart by how it was paid", async () => {
    const first = await desk.receive(pupil, { payerName: 'Ola Bjørn' });
    const second = await desk.receive(pupil, { method: 'invoice', payerName: 'Kari Bjørn' });
    const layers = await desk.api.get(LayersService).remainders(desk.api.database, desk.school.id, pupil.walletId);
    const payers = await desk.api.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM household_payer WHERE school_id = $1 AND pupil_id = $2',
      [desk.school.id, pupil.id],
    );
    expect(payers).toEqual([{ id: expect.any(String), name: 'Ola Bjørn' }]);
    expect(layers.map(({ payerId, paymentReference }) => [payerId, paymentReference])).toEqual([
      [payers[0]?.id, first.id],
      [payers[0]?.id, second.id],
    ]);
    const clearing = await desk.api.database.query<{ name: string }>(
      `SELECT a.name FROM transfer t JOIN account a ON a.school_id = t.school_id AND a.id = t.debit_account_id
        WHERE t.school_id = $1 AND t.operation_id = ANY ($2::uuid[]) ORDER BY t.operation_id`,
      [desk.school.id, [first.id, second.id]],
    );
    expect(clearing.map(({ name }) => name)).toEqual(['office_terminal', 'office_invoice']);
  });

  it("stays the household's when a guardian has taken over, also what comes afterwards", async () => {
    await desk.receive(pupil);
    const { person } = await signedInGuardian(desk.api);
    await makeGuardian(desk.api, pupil, person.id);
    await desk.receive(pupil);
    const layers = await desk.api.get(LayersService).remainders(desk.api.database, desk.school.id, pupil.walletId);
    const payers = new Set(layers.map(({ payerId }) => payerId));
    expect([layers.length, payers.size, payers.has(person.id)]).toEqual([2, 1, false]);
  });

  it('settles what is owed first, and the receipt says how much', async () => {
    await desk.owe(pupil, kr(75));
    expect(await desk.receive(pupil)).toMatchObject({ settledOre: kr(75), balanceOre: kr(125) });
  });

  it('is mailed to who asks for it, in their language, once', async () => {
    const payment = desk.payment({ email: 'far@example.no', language: 'en' });
    await desk.post(pupil, payment);
    await desk.post(pupil, payment);
    const mails = await mailsTo(desk.api, 'far@example.no');
    expect(mails).toMatchObject([{ subject: `Receipt from ${desk.school.name}` }]);
    const text = mails[0]?.paragraphs.join('\n');
    expect(text).toContain('Paid by: Bank terminal');
    expect(text).toMatch(new RegExp(`Eier av ${desk.school.name}\nOrg\\. no\\. \\d{3} \\d{3} \\d{3}`));
  });

  it('is on paper as often as one likes, with who received it', async () => {
    const { id } = await desk.receive(pupil, { reference: '004711' });
    const answer = await fetch(`${desk.api.url}/api/v1/${desk.path}/office-receipts/${id}/receipt.pdf`);
    expect(answer.status).toBe(401);
    const { status, bytes } = await desk.browser.get(`${desk.path}/office-receipts/${id}/receipt.pdf`);
    expect(status).toBe(200);
    const [page, ...more] = await readPdf(bytes);
    expect(more).toEqual([]);
    expect(page?.text).toContain(`Eier av ${desk.school.name}`);
    expect(page?.text).toMatch(/Org\.nr\. 1\d\d \d{3} \d{3}/);
    expect(page?.text).toMatch(/Kort til Åse Bjørn, 9A Beløp 200,00 kr Betalt med Bankterminal Referanse 004711/);
    expect(page?.text).toContain('Saldo etter innbetalingen 200,00 kr');
  });

  it('is listed by pupil, by day and by how it was paid, newest first', async () => {
    const other = await desk.aPupil();
    const invoice = await desk.receive(pupil, { method: 'invoice' });
    const terminal = await desk.receive(pupil);
    await desk.receive(other);
    const list = async (query: string) => {
      const { body } = await desk.browser.get<{ items: { id: string }[]; nextCursor: string | null }>(
        `${desk.path}/office-receipts?${query}`,
      );
      return body;
    };
    expect((await list(`pupilId=${pupil.id}`)).items.map(({ id }) => id)).toEqual([terminal.id, invoice.id]);
    expect((await list(`pupilId=${pupil.id}&method=invoice`)).items.map(({ id }) => id)).toEqual([invoice.id]);
    expect((await list(`pupilId=${pupil.id}&paidOn=2020-01-01`)).items).toEqual([]);
    const first = await list(`pupilId=${pupil.id}&paidOn=${desk.today}&limit=1`);
    expect(first.items.map(({ id }) => id)).toEqual([terminal.id]);
    const second = await list(`pupilId=${pupil.id}&limit=1&cursor=${first.nextCursor}`);
    expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([[invoice.id], null]);
  });

  describe('under one id', () => {
    it('is received once, however often and fast it is sent', async () => {
      const payment = desk.payment();
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.post(pupil, payment)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
      expect(await desk.balance(pupil)).toBe(kr(200));
    });

    it('has one content: another amount, reference, pupil or person is a conflict that shows nothing', async () => {
      const payment = desk.payment();
      await desk.post(pupil, payment);
      const conflict = { status: 409, body: { code: 'operation_conflict' } };
      expect(await desk.post(pupil, { ...payment, amountOre: kr(100) })).toMatchObject(conflict);
      expect(await desk.post(pupil, { ...payment, reference: 'annet' })).toMatchObject(conflict);
      expect(await desk.post(await desk.aPupil(), payment)).toMatchObject(conflict);
      const colleague = await signedInOffice(desk.api, desk.school.id);
      expect(await desk.post(pupil, payment, colleague.browser)).toMatchObject(conflict);
    });

    it('sent for two pupils at once is received for one', async () => {
      const [payment, other] = [desk.payment(), await desk.aPupil()];
      const answers = await Promise.all([pupil, other].map((one) => desk.post(one, payment)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await desk.balance(pupil)) + (await desk.balance(other))).toBe(kr(200));
    });
  });

  describe('is refused', () => {
    it('as cash: there is no such method', async () => {
      const answer = await desk.browser.post(`${desk.path}/pupils/${pupil.id}/office-receipts`, {
        ...desk.payment(),
        method: 'cash',
      });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/method' }] } });
    });

    it('above what the office takes at a time, and above the balance cap', async () => {
      expect(await desk.post(pupil, desk.payment({ amountOre: kr(5_000) + 1 }))).toMatchObject({
        status: 422,
        body: { code: 'amount_out_of_range', minOre: kr(1), maxOre: kr(5_000) },
      });
      await desk.receive(pupil, { amountOre: kr(2_900) });
      expect(await desk.post(pupil, desk.payment({ amountOre: kr(101) }))).toMatchObject({
        status: 422,
        body: { code: 'balance_cap_reached', roomOre: kr(100) },
      });
    });

    it.each([
      ['tomorrow', 1],
      ['long ago', -61],
    ])('when it was paid %s', async (_, days) => {
      const paidOn = osloDay(new Date(desk.api.clock.now().getTime() + days * dayMs));
      expect(await desk.post(pupil, desk.payment({ paidOn }))).toMatchObject({
        status: 422,
        body: { code: 'paid_on_implausible', latest: desk.today },
      });
    });

    it('on a day that no calendar has', async () => {
      expect((await desk.post(pupil, desk.payment({ paidOn: '2026-02-30' }))).status).toBe(400);
    });

    it('for a pupil who has left', async () => {
      await desk.api.database.query("UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1", [pupil.id]);
      expect(await desk.post(pupil, desk.payment())).toMatchObject({ status: 422, body: { code: 'pupil_left' } });
    });

    it('when the same slip is on the card already, but not for a sibling who got a share of it', async () => {
      const { id } = await desk.receive(pupil, { reference: '77' });
      expect(await desk.post(pupil, desk.payment({ reference: '77' }))).toMatchObject({
        status: 409,
        body: { code: 'payment_recorded_before', receiptId: id },
      });
      await desk.receive(await desk.aPupil(), { reference: '77' });
    });

    it('twice under two ids when two record one slip at once', async () => {
      const answers = await Promise.all([1, 2].map(() => desk.post(pupil, desk.payment({ reference: '78' }))));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it("from customer service, guardians and other schools' offices", async () => {
      const support = await signedInSupport(desk.api, desk.school.id);
      const guardian = await signedInGuardian(desk.api);
      const other = await OfficeDesk.at(desk.api);
      expect((await desk.post(pupil, desk.payment(), support.browser)).status).toBe(403);
      expect((await desk.post(pupil, desk.payment(), guardian.browser)).status).toBe(403);
      expect((await desk.post(pupil, desk.payment(), other.browser)).status).toBe(404);
      const foreign = { ...pupil, id: (await other.aPupil()).id };
      expect(await desk.post(foreign, desk.payment())).toMatchObject({
        status: 404,
        body: { code: 'pupil_not_found' },
      });
    });
  });

  describe('that was a mistake', () => {
    it('is taken back, and the same slip can be recorded rightly', async () => {
      const wrong = await desk.receive(pupil, { reference: '5', amountOre: kr(2_000) });
      const request = { id: newId(), reason: 'Feil beløp' };
      expect(await desk.reverse(wrong.id, request)).toMatchObject({
        status: 201,
        body: { reversal: { reason: 'Feil beløp', reversedBy: desk.person.name } },
      });
      expect((await desk.reverse(wrong.id, request)).status).toBe(200);
      expect(await desk.balance(pupil)).toBe(0);
      expect(await desk.receive(pupil, { reference: '5' })).toMatchObject({ balanceOre: kr(200) });
    });

    it('says so on paper', async () => {
      const { id } = await desk.receive(pupil);
      await desk.reverse(id);
      const { bytes } = await desk.browser.get(`${desk.path}/office-receipts/${id}/receipt.pdf?language=nn`);
      expect((await readPdf(bytes))[0]?.text).toContain('Annullert. Pengane er ikkje på kortet.');
    });

    it('is taken back once when two do it at once', async () => {
      const { id } = await desk.receive(pupil);
      await desk.receive(pupil);
      const answers = await Promise.all([desk.reverse(id), desk.reverse(id), desk.reverse(id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.filter(({ status }) => status === 409)).toMatchObject([
        { body: { code: 'reversed_already' } },
        { body: { code: 'reversed_already' } },
      ]);
      expect(await desk.balance(pupil)).toBe(kr(200));
    });

    it('stays when some of it was spent, or paid what was owed', async () => {
      const spent = await desk.receive(pupil);
      await desk.spend(pupil, kr(1));
      expect(await desk.reverse(spent.id)).toMatchObject({
        status: 422,
        body: { code: 'receipt_money_spent', leftOre: kr(199) },
      });
      const owing = await desk.aPupil();
      await desk.owe(owing, kr(30));
      expect(await desk.reverse((await desk.receive(owing)).id)).toMatchObject({
        status: 422,
        body: { code: 'receipt_money_spent', leftOre: kr(170) },
      });
    });

    it('stays after the day it was recorded: then it is a refund', async () => {
      const { id } = await desk.receive(pupil, { method: 'invoice' });
      desk.api.clock.advance(dayMs);
      const tomorrow = await signedInOffice(desk.api, desk.school.id);
      const answer = await desk.reverse(id, { id: newId(), reason: 'For sent' }, tomorrow.browser);
      desk.api.clock.advance(-dayMs);
      expect(answer).toMatchObject({ status: 422, body: { code: 'receipt_of_another_day' } });
    });

    it('of another school does not exist, and one id is one reversal', async () => {
      const other = await OfficeDesk.at(desk.api);
      const theirs = await other.receive(await other.aPupil());
      expect(await desk.reverse(theirs.id)).toMatchObject({ status: 404, body: { code: 'office_receipt_not_found' } });
      const [mine, request] = [await desk.receive(pupil), { id: newId(), reason: 'Feil' }];
      await desk.reverse(mine.id, request);
      expect(await desk.reverse(mine.id, { ...request, reason: 'Annet' })).toMatchObject({
        status: 409,
        body: { code: 'operation_conflict' },
      });
    });
  });

  it('cannot be changed or forgotten by the API', async () => {
    const { database } = desk.api;
    for (const table of ['office_receipt', 'office_receipt_reversal', 'household_payer']) {
      await expect(database.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(database.query(`UPDATE ${table} SET school_id = school_id`)).rejects.toThrow('permission denied');
    }
  });
});
