import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { signedInOffice } from '@kantinekortet/testing';
import { aBankAnswer } from '../testing/bank-answer.ts';
import { PayoutScene } from '../testing/payout-scene.ts';
import { RefundScene } from '../testing/refund-scene.ts';
import type { PayoutDto } from './payout.dto.ts';

describe('what is kept of a payment file', () => {
  let refunds: RefundScene;
  let scene: PayoutScene;
  let file: string;
  let payout: PayoutDto;
  beforeAll(async () => {
    refunds = await RefundScene.open();
  });
  beforeEach(async () => {
    scene = await PayoutScene.of(refunds);
    await scene.ask(kr(50));
    payout = (await scene.prepare()).body;
    file = `${scene.path}/payouts/${payout.id}`;
    await scene.approver.browser.post(`${file}/approve`);
    await scene.preparer.browser.post(`${file}/file`);
  });
  afterAll(() => refunds.close());

  const give = (bytes: Buffer) =>
    scene.preparer.browser.request('POST', `${scene.path}/payout-answers`, bytes, {
      'content-type': 'application/octet-stream',
    });
  const seen = async () => (await scene.approver.browser.get<PayoutDto>(file)).body;
  const endToEndId = async () => {
    const [line] = await refunds.api.database.query<{ id: string }>(
      'SELECT end_to_end_id AS id FROM payout_line WHERE file_id = $1',
      [payout.id],
    );
    return line?.id ?? '';
  };

  it('is each answer of the bank, byte for byte, once', async () => {
    const line = { endToEndId: await endToEndId(), status: 'ACSP' };
    const accepted = Buffer.concat([
      aBankAnswer(payout.messageId, { lines: [line] }),
      Buffer.from('\n<!-- \u00e6 -->'),
    ]);
    const paid = aBankAnswer(payout.messageId, { lines: [{ ...line, status: 'ACSC' }] });
    for (const bytes of [accepted, accepted, paid]) expect((await give(bytes)).status).toBe(200);
    const { answers } = await seen();
    expect(answers.map(({ receivedBy }) => receivedBy)).toEqual(Array(2).fill(scene.preparer.person.name));
    const [first, second] = await Promise.all(
      answers.map(({ id }) => scene.approver.browser.get(`${file}/answers/${id}/file`)),
    );
    expect(first?.bytes.equals(accepted)).toBe(true);
    expect(second?.bytes.equals(paid)).toBe(true);
    expect(second?.headers.get('content-disposition')).toBe(`attachment; filename="${payout.messageId}-svar.xml"`);
  });

  it('is no answer that was refused, and none of another file or school', async () => {
    expect((await give(aBankAnswer('KK-annen', { group: 'ACSC' }))).status).toBe(422);
    expect((await seen()).answers).toEqual([]);
    expect((await give(aBankAnswer(payout.messageId, { group: 'ACSC' }))).status).toBe(200);
    const [answer] = (await seen()).answers;
    const elsewhere = `${scene.path}/payouts/${newId()}/answers/${answer?.id}/file`;
    expect(await scene.approver.browser.get(elsewhere)).toMatchObject({ status: 404 });
    const { schoolId } = (await refunds.aFamily()).pupil;
    const stranger = await signedInOffice(refunds.api, schoolId);
    const theirs = file.replace(scene.path, `schools/${schoolId}`);
    expect(await stranger.browser.get(`${theirs}/answers/${answer?.id}/file`)).toMatchObject({ status: 404 });
    expect(await stranger.browser.get(`${theirs}/lines.csv`)).toMatchObject({ status: 404 });
  });

  it('holds no answer that the database could read', async () => {
    await give(aBankAnswer(payout.messageId, { group: 'ACSC' }));
    const [row] = await refunds.api.database.query<{ content: Buffer }>(
      'SELECT content FROM payout_bank_answer WHERE file_id = $1',
      [payout.id],
    );
    expect(row?.content.includes(payout.messageId)).toBe(false);
    expect(row?.content.includes(Buffer.from(payout.messageId).toString('base64').slice(0, 20))).toBe(false);
  });

  it('is a table of its lines, the same bytes until one of them changes', async () => {
    const table = async () => (await scene.approver.browser.get(`${file}/lines.csv`)).bytes;
    const open = await table();
    await scene.pass(24 * 3_600_000);
    expect((await table()).equals(open)).toBe(true);
    const id = await endToEndId();
    expect(open.toString()).toBe(
      '\uFEFFLinje;ID i banken;Kontohaver;Konto slutter på;Beløp;Status;Besvart;Besvart av;Årsak\r\n' +
        `1;${id};Kari Nordmann;8903;50,00;ikke besvart;;;\r\n`,
    );
    const line = { endToEndId: id, status: 'RJCT', reason: 'AC04' };
    await give(aBankAnswer(payout.messageId, { lines: [line] }));
    expect((await table()).toString()).toMatch(/;50,00;i retur;\d\d\.\d\d\.\d{4} [\d:]{8};banken;AC04\r\n$/);
  });
});
