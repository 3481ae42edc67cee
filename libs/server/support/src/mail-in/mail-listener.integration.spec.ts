import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Client } from 'pg';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';
import { mailEnvironment, picture, Post, someAddress, supportEmail } from '../testing/post.ts';

const megabyte = 1024 * 1024;

describe('the door for mails', () => {
  let api: TestApi;
  let inbox: Inbox;
  let post: Post;
  let guardian: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SupportModule] }, mailEnvironment);
    post = await Post.open(api);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    inbox = await Inbox.open(api);
    guardian = inbox.guardian.person.email;
  });

  async function onlyCase() {
    const [listed] = await inbox.list('open');
    return inbox.get(listed?.id ?? '');
  }

  it.each(['annen@kantinekortet.example', 'kontakt@example.no', 'kontakten+1@kantinekortet.example'])(
    'hands on no mail to %s',
    async (to) => {
      expect(await post.send({ from: guardian, to })).toMatchObject({ code: 550 });
    },
  );

  it('takes a mail of 14 MB, with its file', async () => {
    const content = Buffer.concat([picture, Buffer.alloc(10 * megabyte - picture.length, 7)]);
    expect((await post.send({ from: guardian, attachments: [{ filename: 'stor.png', content }] })).code).toBe(250);
    expect((await onlyCase()).files).toMatchObject([{ byteCount: 10 * megabyte }]);
  });

  it('takes a mail whose picture is larger than a case keeps, without it', async () => {
    const content = Buffer.concat([picture, Buffer.alloc(10.5 * megabyte, 7)]);
    expect((await post.send({ from: guardian, attachments: [{ filename: 'stor.png', content }] })).code).toBe(250);
    const { files, messages } = await onlyCase();
    expect(files).toEqual([]);
    expect(messages[0]?.body).toContain('[Filen «stor.png» er ikke med.');
  });

  it('refuses a larger one for good, before and after it was sent', async () => {
    const attachments = [{ filename: 'stor.png', content: Buffer.alloc(12 * megabyte, 7) }];
    expect(await post.send({ from: guardian, attachments })).toMatchObject({ code: 552 });
    const client = await Conversation.open(post.port);
    await client.say('EHLO x', `MAIL FROM:<${guardian}>`, `RCPT TO:<${supportEmail}>`, 'DATA');
    client.write(`From: ${guardian}\r\n\r\n${`${'x'.repeat(998)}\r\n`.repeat(16 * 1024)}`);
    expect(await client.say('.')).toMatch(/^552 /);
    client.end();
    expect(await inbox.list('open')).toEqual([]);
  });

  it.each([
    ['no sender', 'Subject: x\r\n\r\nHei'],
    ['two senders', 'From: a@example.no, b@example.no\r\n\r\nHei'],
    ['two fields of senders', 'From: a@example.no\r\nFrom: b@example.no\r\n\r\nHei'],
    ['a sender that is no address', 'From: <a b@>\r\n\r\nHei'],
    [
      'a thousand parts and one',
      `From: a@example.no\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(1100)}--x--`,
    ],
  ])('refuses a mail with %s, with a sentence', async (_, raw) => {
    const answer = await post.send({ raw, envelope: { from: someAddress(), to: supportEmail } });
    expect(answer.code).toBe(550);
    expect(answer.sentence).toContain('it needs one sender and a text');
  });

  it('asks for another try while the database fails, and loses nothing', async () => {
    const owner = new Client(api.ownerUrl);
    await owner.connect();
    const mail = { from: guardian, messageId: '<once@example.no>' };
    await owner.query('ALTER TABLE support_message RENAME TO support_message_away');
    try {
      expect(await post.send(mail)).toMatchObject({ code: 451 });
    } finally {
      await owner.query('ALTER TABLE support_message_away RENAME TO support_message');
      await owner.end();
    }
    expect(await inbox.list('open')).toEqual([]);
    expect((await post.send(mail)).code).toBe(250);
    expect((await onlyCase()).messages).toHaveLength(1);
  });

  it('makes nothing of a mail whose sender breaks off', async () => {
    const client = await Conversation.open(post.port);
    await client.say('EHLO x', `MAIL FROM:<${guardian}>`, `RCPT TO:<${supportEmail}>`, 'DATA');
    client.write(`From: ${guardian}\r\n\r\nHei\r\n`);
    client.destroy();
    expect((await post.send({ from: guardian, text: 'Hel' })).code).toBe(250);
    expect((await onlyCase()).messages.map(({ body }) => body)).toEqual(['Hei\n\nHel']);
  });

  it('takes no passwords, and at most twenty recipients', async () => {
    const client = await Conversation.open(post.port);
    expect(await client.say('EHLO x')).not.toMatch(/AUTH|STARTTLS/);
    expect(await client.say('AUTH PLAIN AGEAYg==')).toMatch(/^5/);
    await client.say(`MAIL FROM:<${guardian}>`);
    for (let count = 0; count < 20; count += 1)
      expect(await client.say(`RCPT TO:<kontakt+${count}@kantinekortet.example>`)).toMatch(/^250/);
    expect(await client.say(`RCPT TO:<${supportEmail}>`)).toMatch(/^452/);
    client.end();
  });
});

/** A mail server, line by line. */
class Conversation {
  private readonly socket: ReturnType<typeof connect>;

  private constructor(socket: ReturnType<typeof connect>) {
    this.socket = socket;
  }

  static async open(port: number): Promise<Conversation> {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    await once(socket, 'data');
    return new Conversation(socket);
  }

  /** Says each line once the one before is answered; answers the last answer. */
  async say(...lines: readonly string[]): Promise<string> {
    let heard = '';
    for (const line of lines) {
      const answer = once(this.socket, 'data');
      this.write(`${line}\r\n`);
      heard = String((await answer)[0]);
    }
    return heard;
  }

  write(text: string): void {
    this.socket.write(text);
  }

  end(): void {
    this.socket.end('QUIT\r\n');
  }

  destroy(): void {
    this.socket.destroy();
  }
}
