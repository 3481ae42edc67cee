import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aPupil, aSchool, mailsTo, makeGuardian } from '@kantinekortet/testing';
import { createTransport } from 'nodemailer';
import type Mailer from 'nodemailer/lib/mailer/index.js';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';
import { MailListener } from './mail-listener.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const contact = 'kontakt@skolemail.example';

describe('a mail to the support address', () => {
  let api: TestApi;
  let inbox: Inbox;
  let port: number;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] }, { SUPPORT_SMTP_PORT: '0', SUPPORT_EMAIL: contact });
    await api.get(MailListener).listen(0, '127.0.0.1');
    port = api.get(MailListener).port ?? 0;
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
  });

  const guardian = (): string => inbox.guardian.person.email;

  /** Sends a mail over SMTP; the code of the answer. */
  async function send(mail: Mailer.Options): Promise<number> {
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    try {
      const { response } = await transport.sendMail({ from: guardian(), to: contact, text: 'Hei!', ...mail });
      return Number(response.slice(0, 3));
    } catch (error) {
      return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
    } finally {
      transport.close();
    }
  }

  async function replyAddress(email: string): Promise<string> {
    return (await mailsTo(api, email)).at(-1)?.replyTo ?? '';
  }

  async function opened(): Promise<string> {
    const form = inbox.form({ email: guardian() });
    await inbox.write(form);
    return String(form['id']);
  }

  it('opens a case at the school of a guardian, and gets the receipt of every case', async () => {
    expect(await send({ from: `"Åse Ødegård" <${guardian()}>`, subject: 'Påfylling', text: 'Hvor er pengene?' })).toBe(
      250,
    );
    const [listed] = await inbox.list();
    expect(listed).toMatchObject({ senderName: 'Åse Ødegård', topic: 'other' });
    expect(await inbox.get(listed?.id ?? '')).toMatchObject({
      channel: 'mail',
      isSenderKnown: false,
      messages: [{ kind: 'question', body: 'Påfylling\n\nHvor er pengene?' }],
    });
    expect((await mailsTo(api, guardian()))[0]?.subject).toBe('Vi har fått henvendelsen din (sak 1)');
  });

  it('lands on its case by the address that it answers, without the mail that it quotes', async () => {
    const caseId = await opened();
    await inbox.reply(caseId, { status: 'waiting' });
    const text = 'Takk!\n\nDen man. 23. nov. 2026 kl. 11:32 skrev Skolen <s@example.no>:\n\n> Kantina åpner kl. 11.';
    expect(await send({ to: await replyAddress(guardian()), subject: 'Sv: sak 1', text })).toBe(250);
    const found = await inbox.get(caseId);
    expect(found.status).toBe('open');
    expect(found.messages.at(-1)).toMatchObject({ kind: 'question', body: 'Takk!' });
    expect(await inbox.list()).toHaveLength(1);
  });

  it('is taken from another address too, and the case says from whom', async () => {
    const caseId = await opened();
    await send({ from: 'far@example.no', to: await replyAddress(guardian()) });
    const { messages, steps } = await inbox.get(caseId);
    expect(messages).toHaveLength(2);
    expect(steps).toMatchObject([{ kind: 'mail_from_other', facts: { address: 'far@example.no' } }]);
  });

  it('is taken once, however often and at once it comes', async () => {
    const caseId = await opened();
    const mail = { to: await replyAddress(guardian()), messageId: `<${newId()}@example.no>` };
    expect(await Promise.all([send(mail), send(mail), send(mail)])).toEqual([250, 250, 250]);
    expect((await inbox.get(caseId)).messages).toHaveLength(2);
    const first = { messageId: `<${newId()}@example.no>` };
    await Promise.all([send(first), send(first)]);
    expect(await inbox.list()).toHaveLength(2);
  });

  it('keeps pictures and PDF, and says which other files it did not keep', async () => {
    const attachments = [
      { filename: 'kort.png', content: png },
      { filename: 'virus.exe', content: Buffer.from('MZ') },
      { filename: 'bilde.png', content: Buffer.from('<html>') },
    ];
    await send({ attachments });
    const [listed] = await inbox.list();
    const { files, messages } = await inbox.get(listed?.id ?? '');
    expect(files).toMatchObject([{ fileName: 'kort.png', contentType: 'image/png' }]);
    expect(messages[0]?.body.match(/er ikke med/g)).toHaveLength(2);
  });

  it('is read in the letters that it was written in', async () => {
    const head = `From: =?iso-8859-1?Q?P=E5l?= <${guardian()}>\r\nTo: ${contact}\r\nSubject: =?windows-1252?Q?Bl=E5b=E6r?=\r\n`;
    const type =
      'Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
    await send({ raw: `${head}${type}K=F8 p=E5 40 =80\r\n`, envelope: { from: guardian(), to: contact } });
    const [listed] = await inbox.list();
    expect(listed).toMatchObject({ senderName: 'Pål', excerpt: 'Blåbær\n\nKø på 40 €' });
  });

  it('takes the text of a mail that has only HTML', async () => {
    await send({ text: '', html: '<p>Kortet er <b>borte</b>.</p><script>alert(1)</script>' });
    expect((await inbox.list())[0]?.excerpt).toContain('Kortet er borte.');
  });

  it.each([
    ['an automatic answer', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a list', { headers: { Precedence: 'bulk' } }],
    ['a mail without return path', { envelope: { from: '', to: contact } }],
    ['a mail server', { from: 'mailer-daemon@example.no' }],
    ['ourselves', { from: contact }],
  ])('makes no case and no answer when it comes from %s', async (_, mail) => {
    const before = await api.outbox('mail');
    expect(await send(mail)).toBe(250);
    expect(await inbox.list()).toEqual([]);
    expect(await api.outbox('mail')).toEqual(before);
  });

  it('ends a loop of two machines that do not say what they are', async () => {
    for (let count = 0; count < 15; count += 1) await send({ text: `Jeg er på ferie ${count}` });
    expect(await inbox.list()).toHaveLength(10);
  });

  it('points the way, once a day, when nobody knows the school', async () => {
    const stranger = `${newId()}@example.no`;
    await send({ from: stranger });
    await send({ from: stranger });
    expect(await mailsTo(api, stranger)).toMatchObject([
      { subject: 'Vi vet ikke hvilken skole du skriver til', action: { url: 'http://localhost:4201/kontakt' } },
    ]);
    const elsewhere = await aPupil(api, (await aSchool(api)).id);
    await makeGuardian(api, elsewhere, inbox.guardian.person.id);
    await send({});
    expect(await inbox.list()).toEqual([]);
  });

  it('opens a case when the address has a key that leads nowhere', async () => {
    expect(await send({ to: contact.replace('@', `+${'0'.repeat(32)}@`) })).toBe(250);
    expect(await inbox.list()).toHaveLength(1);
  });

  it('is refused when it is for somebody else, from nobody, or too long', async () => {
    expect(await send({ to: 'rektor@skolemail.example' })).toBe(550);
    expect(await send({ to: 'kontakt@other.example' })).toBe(550);
    const nobody = { raw: `To: ${contact}\r\n\r\nHei\r\n`, envelope: { from: guardian(), to: contact } };
    expect(await send(nobody)).toBe(550);
    expect(await send({ text: 'x'.repeat(16 * 1024 * 1024) })).toBe(552);
    expect(await inbox.list()).toEqual([]);
  });

  it('is nothing when the connection ends in the middle', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `EHLO x\r\nMAIL FROM:<${guardian()}>\r\nRCPT TO:<${contact}>\r\nDATA\r\nFrom: ${guardian()}\r\n\r\nHal`,
    );
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    expect(await send({ text: 'Hel' })).toBe(250);
    expect((await inbox.list()).map(({ excerpt }) => excerpt)).toEqual(['Hel']);
  });
});
