import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { mailsTo, signedInGuardian } from '@kantinekortet/testing';
import type { ThreadDto } from '../contact/contact.dto.ts';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const bytes = { 'content-type': 'application/octet-stream' };

describe('files of a case', () => {
  let api: TestApi;
  let inbox: Inbox;
  let caseId: string;
  let sender: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
    const form = inbox.form();
    sender = String(form['email']);
    await inbox.write(form);
    caseId = String(form['id']);
  });

  it('are pictures and PDF by what they are, and can only be saved', async () => {
    const path = `${inbox.path(caseId)}/attachments`;
    const { browser } = inbox.support;
    const stored = await browser.request<{ id: string }>('POST', `${path}?fileName=..%2Fbilde.png`, png, bytes);
    expect(stored.status).toBe(201);
    const saved = await browser.get(`${path}/${stored.body.id}`);
    expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''bilde.png");
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
    expect(saved.bytes).toEqual(png);
    const page = await browser.request('POST', `${path}?fileName=a.png`, Buffer.from('<html>'), bytes);
    expect([page.status, page.body]).toMatchObject([422, { code: 'file_refused' }]);
    expect((await inbox.get(caseId)).files).toMatchObject([{ fileName: 'bilde.png', contentType: 'image/png' }]);
  });

  it('are at most ten megabytes each, and twenty', async () => {
    const path = `${inbox.path(caseId)}/attachments?fileName=a.png`;
    const { browser } = inbox.support;
    const big = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]);
    expect((await browser.request('POST', path, big, bytes)).status).toBe(413);
    for (let count = 0; count < 19; count += 1) await browser.request('POST', path, png, bytes);
    const last = await Promise.all([1, 2, 3].map(() => browser.request('POST', path, png, bytes)));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(last.find(({ status }) => status === 422)?.body).toMatchObject({ code: 'too_many_files' });
  });

  it('come from the sender by the key of the link', async () => {
    const url = (await mailsTo(api, sender)).at(-1)?.action?.url ?? '';
    const key = new URL(url).hash.replace('#sak=', '');
    const path = 'support-cases/thread/attachments?fileName=a.png';
    const browser = api.browser('parent-portal');
    expect((await browser.request('POST', path, png, { ...bytes, 'case-key': key })).status).toBe(201);
    expect((await browser.request('POST', path, png, bytes)).status).toBe(404);
    const { body } = await browser.post<ThreadDto>('support-cases/thread', { key });
    expect(body.files).toMatchObject([{ fileName: 'a.png' }]);
  });

  it.each(['waiting', 'closed'])(
    'open a case again that is %s when they come from its sender, and no other',
    async (status) => {
      const form = { id: newId() };
      await inbox.writeSignedIn(form);
      const path = inbox.path(form.id);
      const { browser } = inbox.support;
      await browser.request('POST', `${path}/attachments?fileName=intern.png`, png, bytes);
      await browser.patch(path, { status });
      const own = `guardians/me/support-cases/${form.id}`;
      const attach = (file: Buffer) =>
        inbox.guardian.browser.request('POST', `${own}/attachments?fileName=kort.png`, file, bytes);
      expect((await attach(Buffer.from('<html>'))).body).toMatchObject({ code: 'file_refused' });
      const other = (await signedInGuardian(api)).browser;
      expect((await other.request('POST', `${own}/attachments?fileName=a.png`, png, bytes)).status).toBe(404);
      expect((await inbox.get(form.id)).status).toBe(status);
      expect((await attach(png)).status).toBe(201);
      expect((await inbox.get(form.id)).status).toBe('open');
      const { body } = await inbox.guardian.browser.get<ThreadDto>(own);
      expect(body.files).toEqual([expect.objectContaining({ fileName: 'kort.png' })]);
    },
  );
});
