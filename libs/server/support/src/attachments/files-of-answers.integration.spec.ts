import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { mailsTo, signedInGuardian, signedInOffice, signedInSupport } from '@kantinekortet/testing';
import type { ThreadDto } from '../contact/contact.dto.ts';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const bytes = { 'content-type': 'application/octet-stream' };
const undoMs = 10_000;

describe('files of an answer', () => {
  let api: TestApi;
  let inbox: Inbox;
  let caseId: string;
  let own: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
    caseId = newId();
    await inbox.writeSignedIn({ id: caseId });
    own = `guardians/me/support-cases/${caseId}`;
  });

  async function upload(browser: HttpClient = inbox.support.browser, to = caseId): Promise<string> {
    const path = `${inbox.path(to)}/attachments?fileName=utskrift.png`;
    return (await browser.request<{ id: string }>('POST', path, png, bytes)).body.id;
  }

  async function leave(): Promise<void> {
    api.clock.advance(undoMs);
    await mailsTo(api, inbox.guardian.person.email);
  }

  const seenBySender = async () => (await inbox.guardian.browser.get<ThreadDto>(own)).body.files;
  const savedBySender = async (id: string) => (await inbox.guardian.browser.get(`${own}/attachments/${id}`)).status;

  it('are seen and saved by a signed-in sender once the answer has left, and not before', async () => {
    const fileId = await upload();
    const id = newId();
    const answer = await inbox.reply(caseId, { id, fileIds: [fileId] });
    expect(answer.body.files).toMatchObject([{ id: fileId, messageId: id, isFromSender: false }]);
    expect([await seenBySender(), await savedBySender(fileId)]).toEqual([[], 404]);
    await leave();
    expect(await seenBySender()).toMatchObject([{ id: fileId, fileName: 'utskrift.png', messageId: id }]);
    const saved = await inbox.guardian.browser.get(`${own}/attachments/${fileId}`);
    expect(saved.bytes).toEqual(png);
    expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''utskrift.png");
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('are saved by the link of the mail, which counts them and carries none', async () => {
    const form = inbox.form();
    const to = String(form['id']);
    await inbox.write(form);
    const fileId = await upload(inbox.support.browser, to);
    await inbox.reply(to, { fileIds: [fileId] });
    await leave();
    const letter = (await mailsTo(api, String(form['email']))).at(-1);
    expect(letter?.paragraphs).toContain('Svaret har 1 vedlegg. Last ned fra saken på lenken.');
    expect(JSON.stringify(letter)).not.toContain('utskrift');
    const key = new URL(letter?.action?.url ?? '').hash.replace('#sak=', '');
    const browser = api.browser('parent-portal');
    const path = `support-cases/thread/attachments/${fileId}`;
    expect((await browser.request('GET', path, undefined, { 'case-key': key })).bytes).toEqual(png);
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.request('GET', path, undefined, { 'case-key': 'a'.repeat(32) })).status).toBe(404);
    const unknown = `support-cases/thread/attachments/${newId()}`;
    expect((await browser.request('GET', unknown, undefined, { 'case-key': key })).status).toBe(404);
  });

  it('are never seen when the answer is taken back, and can go with the next one', async () => {
    const fileId = await upload();
    const id = newId();
    await inbox.reply(caseId, { id, fileIds: [fileId] });
    await inbox.support.browser.delete(`${inbox.path(caseId)}/messages/${id}`);
    await leave();
    expect([await seenBySender(), await savedBySender(fileId)]).toEqual([[], 404]);
    expect((await inbox.get(caseId)).files).toMatchObject([{ id: fileId, messageId: null }]);
    expect((await inbox.reply(caseId, { id, fileIds: [fileId] })).status).toBe(201);
    expect((await inbox.get(caseId)).files).toMatchObject([{ messageId: null }]);
    expect((await inbox.reply(caseId, { fileIds: [fileId], seenSeq: 2 })).status).toBe(201);
    await leave();
    expect([await seenBySender(), await savedBySender(fileId)]).toMatchObject([[{ id: fileId }], 200]);
  });

  it.each([1, 2, 3])('are seen when the answer has left, and only then, whichever comes first (%d)', async () => {
    const fileId = await upload();
    const id = newId();
    await inbox.reply(caseId, { id, fileIds: [fileId] });
    api.clock.advance(undoMs - 20);
    const takeBack = inbox.support.browser.delete(`${inbox.path(caseId)}/messages/${id}`);
    await Promise.all([takeBack, leave()]);
    const isTakenBack = (await takeBack).status === 204;
    expect([(await seenBySender()).length, await savedBySender(fileId)]).toEqual(isTakenBack ? [0, 404] : [1, 200]);
  });

  it('of a note stay at the school, and so does a file without a message', async () => {
    const [ofNote, alone] = [await upload(), await upload()];
    await inbox.reply(caseId, { kind: 'note', fileIds: [ofNote] });
    await leave();
    expect(await seenBySender()).toEqual([]);
    expect([await savedBySender(ofNote), await savedBySender(alone)]).toEqual([404, 404]);
    const atOffice = `${inbox.path(caseId)}/attachments`;
    expect((await inbox.support.browser.get(`${atOffice}/${ofNote}`)).status).toBe(200);
  });

  it('are those of the writer and the case, each in one message', async () => {
    const colleague = (await signedInOffice(api, inbox.schoolId)).browser;
    const other = newId();
    await inbox.writeSignedIn({ id: other });
    const fromSender = await inbox.guardian.browser.request<{ id: string }>(
      'POST',
      `${own}/attachments?fileName=a.png`,
      png,
      bytes,
    );
    const sent = await upload();
    await inbox.reply(caseId, { fileIds: [sent] });
    const usable = await upload();
    const foreign = [await upload(colleague), await upload(inbox.support.browser, other), fromSender.body.id, sent];
    for (const fileId of [...foreign, newId()]) {
      const answer = await inbox.reply(caseId, { fileIds: [usable, fileId], seenSeq: 2 });
      expect([answer.status, answer.body.code]).toEqual([404, 'file_not_found']);
    }
    const { messages, files } = await inbox.get(caseId);
    expect(messages).toHaveLength(2);
    expect(files.find(({ id }) => id === usable)?.messageId).toBeNull();
  });

  it('belong to the message: the same id with other files is another message', async () => {
    const [first, second] = [await upload(), await upload()];
    const message = { id: newId(), fileIds: [first, second] };
    await inbox.reply(caseId, message);
    expect((await inbox.reply(caseId, { ...message, fileIds: [second, first] })).status).toBe(201);
    const changed = await inbox.reply(caseId, { ...message, fileIds: [first] });
    expect([changed.status, changed.body.code]).toEqual([409, 'message_conflict']);
    expect((await inbox.reply(caseId, { id: newId(), fileIds: [first, first], seenSeq: 2 })).status).toBe(400);
  });

  it('are nobody else’s: not another guardian’s, not another case’s, not another school’s', async () => {
    const fileId = await upload();
    await inbox.reply(caseId, { fileIds: [fileId] });
    await leave();
    const stranger = (await signedInGuardian(api)).browser;
    expect((await stranger.get(`${own}/attachments/${fileId}`)).status).toBe(404);
    const other = newId();
    await inbox.writeSignedIn({ id: other });
    const { browser } = inbox.guardian;
    expect((await browser.get(`guardians/me/support-cases/${other}/attachments/${fileId}`)).status).toBe(404);
    const elsewhere = await Inbox.open(api);
    const theirs = await signedInSupport(api, elsewhere.schoolId);
    expect((await theirs.browser.get(`${inbox.path(caseId)}/attachments/${fileId}`)).status).toBe(404);
    expect((await theirs.browser.get(`${elsewhere.path(caseId)}/attachments/${fileId}`)).status).toBe(404);
    expect((await api.browser('parent-portal').get(`${own}/attachments/${fileId}`)).status).toBe(401);
    const office = (await signedInOffice(api, inbox.schoolId)).browser;
    expect((await office.get(`${own}/attachments/${fileId}`)).status).toBe(403);
  });
});
