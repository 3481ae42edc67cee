import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, ownMessageId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aPupil, aSchool, mailsTo, makeGuardian } from '@kantinekortet/testing';
import type { CaseDto } from '../office/case.dto.ts';
import { SupportModule } from '../support.module.ts';
import { Inbox } from '../testing/inbox.ts';
import { mailEnvironment, picture, Post, someAddress, supportEmail } from '../testing/post.ts';

describe('a mail to the support address', () => {
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

  async function newest(): Promise<CaseDto> {
    const listed = await inbox.list('open');
    return inbox.get(listed.toSorted((one, other) => other.number - one.number)[0]?.id ?? '');
  }

  /** A case that the guardian opened by mail, and the address that its receipt names for answers. */
  async function opened(): Promise<{ readonly found: CaseDto; readonly address: string }> {
    expect((await post.send({ from: guardian })).code).toBe(250);
    const [receipt] = await mailsTo(api, guardian);
    return { found: await newest(), address: receipt?.replyTo ?? '' };
  }

  it('opens a case at the school of a guardian’s children, with a receipt', async () => {
    const { found, address } = await opened();
    expect(found).toMatchObject({
      number: 1,
      topic: 'other',
      channel: 'mail',
      senderEmail: guardian,
      isSenderKnown: false,
    });
    expect(found.messages.map(({ body }) => body)).toEqual(['Hei\n\nNår åpner kantina?']);
    expect(address).toMatch(/^kontakt\+[0-9a-f]{32}@kantinekortet\.example$/);
  });

  it('opens a case at the one school that an address without a profile has written to', async () => {
    const form = inbox.form();
    await inbox.write(form);
    await post.send({ from: { name: 'Farmor Åse', address: String(form['email']).toUpperCase() } });
    expect(await newest()).toMatchObject({ number: 2, senderName: 'Farmor Åse', channel: 'mail' });
  });

  it('proves its sender only by what the mail server in front says', async () => {
    const verdict = 'mx.example.no; dmarc=pass header.from=example.no';
    const from = { name: 'Rektor', address: guardian };
    await post.send({ from, headers: { 'Authentication-Results': verdict.replace('mx', 'evil') } });
    expect(await newest()).toMatchObject({ isSenderKnown: false, senderName: 'Rektor' });
    await post.send({ from, headers: { 'Authentication-Results': verdict }, text: 'Igjen' });
    expect(await newest()).toMatchObject({ number: 2, isSenderKnown: true, senderName: inbox.guardian.person.name });
  });

  it('of no known school is answered with the way to the form, once a day, and opens nothing', async () => {
    const from = someAddress();
    for (let count = 0; count < 3; count += 1) expect((await post.send({ from })).code).toBe(250);
    const answers = await mailsTo(api, from);
    expect(answers.map(({ action }) => action?.url)).toEqual(['http://localhost:4201/kontakt']);
    expect(answers[0]?.subject).toBe('Vi vet ikke hvilken skole du skriver til');
    expect(await inbox.list('open')).toEqual([]);
  });

  it('of a guardian with children at two schools is answered in the guardian’s language', async () => {
    await makeGuardian(api, await aPupil(api, (await aSchool(api)).id), inbox.guardian.person.id);
    await api.database.query(`UPDATE person SET language = 'nn' WHERE id = $1`, [inbox.guardian.person.id]);
    await post.send({ from: guardian });
    expect((await mailsTo(api, guardian)).map(({ subject }) => subject)).toEqual([
      'Vi veit ikkje kva skule du skriv til',
    ]);
    expect(await inbox.list('open')).toEqual([]);
  });

  it('that answers a case lands on it without the quote, and opens it again', async () => {
    const { found, address } = await opened();
    await inbox.reply(found.id, { body: 'Kl. 11.', status: 'closed', seenSeq: 1 });
    const text = 'Takk!\r\n\r\nDen man. 23. nov. 2026 kl. 11:32 skrev Skolen <a@example.no>:\r\n\r\n> Kl. 11.\r\n';
    expect((await post.send({ from: guardian, to: address.toUpperCase(), subject: 'SV: Svar', text })).code).toBe(250);
    const after = await inbox.get(found.id);
    expect([after.status, after.messages.at(-1)?.body]).toEqual(['open', 'Takk!']);
    expect(after.steps.map(({ kind }) => kind)).toEqual(['status_changed', 'status_changed']);
    expect(await mailsTo(api, guardian)).toHaveLength(1);
  });

  it('that another sends to a case lands on it, and the case says who', async () => {
    const { found, address } = await opened();
    await post.send({ from: 'Bestefar@example.no', to: address, text: 'Jeg har kortet.' });
    const after = await inbox.get(found.id);
    expect(after.messages.at(-1)).toMatchObject({ body: 'Jeg har kortet.', kind: 'question', authorName: null });
    expect(after.steps).toMatchObject([{ kind: 'mail_from_other', facts: { address: 'bestefar@example.no' } }]);
  });

  it('finds its case by its own To when the server in front has renamed the recipient', async () => {
    const { found, address } = await opened();
    await post.send({ from: guardian, to: address, text: 'Mer', envelope: { from: guardian, to: supportEmail } });
    expect((await inbox.get(found.id)).messages).toHaveLength(2);
  });

  it('to two cases at once lands once on each', async () => {
    const first = await opened();
    await post.send({ from: guardian, text: 'En annen sak' });
    const [, receipt] = await mailsTo(api, guardian);
    const mail = {
      from: guardian,
      to: [first.address, receipt?.replyTo ?? ''],
      text: 'Begge',
      messageId: `<${newId()}@x.no>`,
    };
    await Promise.all([post.send(mail), post.send({ ...mail, to: mail.to.toReversed() })]);
    for (const { id } of await inbox.list('open')) {
      expect((await inbox.get(id)).messages.filter(({ body }) => body === 'Begge')).toHaveLength(1);
    }
    expect(await inbox.list('open')).toHaveLength(2);
  });

  it('to a key that no case has is one to the address', async () => {
    await post.send({ from: guardian, to: `kontakt+${'0'.repeat(32)}@kantinekortet.example` });
    expect((await newest()).number).toBe(1);
  });

  it('that is delivered twice at once is one case, and one message in a case', async () => {
    const mail = { from: guardian, messageId: `<${newId()}@example.no>` };
    const answers = await Promise.all([post.send(mail), post.send(mail), post.send(mail)]);
    expect(answers.map(({ code }) => code)).toEqual([250, 250, 250]);
    expect(await inbox.list('open')).toHaveLength(1);
    const [receipt, ...others] = await mailsTo(api, guardian);
    expect(others).toEqual([]);
    const reply = { ...mail, to: receipt?.replyTo ?? '', messageId: `<${newId()}@example.no>`, text: 'Mer' };
    await Promise.all([post.send(reply), post.send(reply), post.send(reply)]);
    expect((await newest()).messages).toHaveLength(2);
  });

  it('brings pictures and PDF, and says which files are left out', async () => {
    const { found, address } = await opened();
    const attachments = [
      { filename: 'Kvittering på kjøp.png', content: picture },
      { filename: 'skole.png', content: '<script>alert(1)</script>' },
      { filename: 'virus.exe', content: Buffer.from('MZ') },
    ];
    await post.send({ from: guardian, to: address, text: 'Se vedlegg.', attachments });
    const after = await inbox.get(found.id);
    expect(after.files).toMatchObject([{ fileName: 'Kvittering på kjøp.png', contentType: 'image/png' }]);
    const body = after.messages.at(-1)?.body ?? '';
    expect(body.split('\n')).toHaveLength(4);
    expect(body).toMatch(/^Se vedlegg\.\n\n\[Filen «skole\.png» er ikke med\..*\n\[Filen «virus\.exe» er ikke med\./);
  });

  it('brings no more files than a case can have', async () => {
    const attachments = Array.from({ length: 22 }, (_, index) => ({ filename: `${index}.png`, content: picture }));
    await post.send({ from: guardian, text: '', attachments });
    const { files, messages } = await newest();
    expect(files).toHaveLength(20);
    expect(messages[0]?.body).toMatch(/^Hei\n\n\(uten tekst\)\n\n\[Filen «20\.png».*\n\[Filen «21\.png»/);
  });

  it('lands on a full case, without its files', async () => {
    const attachments = Array.from({ length: 20 }, (_, index) => ({ filename: `${index}.png`, content: picture }));
    await post.send({ from: guardian, attachments });
    const [receipt] = await mailsTo(api, guardian);
    const more = { from: guardian, to: receipt?.replyTo ?? '', text: 'Ett til', attachments: attachments.slice(0, 1) };
    expect((await post.send(more)).code).toBe(250);
    const { files, messages } = await newest();
    expect(files).toHaveLength(20);
    expect(messages.at(-1)?.body).toMatch(/^Ett til\n\n\[Filen «0\.png» er ikke med/);
  });

  it('keeps the letters of an older alphabet, and the words of HTML', async () => {
    const raw = Buffer.from(
      `From: =?windows-1252?Q?=C5se_B=F8?= <${guardian}>\r\nTo: ${supportEmail}\r\nSubject: =?iso-8859-1?Q?Bl=E5b=E6r?=\r\n` +
        'MIME-Version: 1.0\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n' +
        '<p>Kortet er <b>\xf8delagt</b> \x96 50 \x80</p><script>x</script>\r\n',
      'latin1',
    );
    await post.send({ raw, envelope: { from: guardian, to: supportEmail } });
    const { senderName, messages } = await newest();
    expect([senderName, messages[0]?.body]).toEqual(['Åse Bø', 'Blåbær\n\nKortet er ødelagt – 50 €']);
  });

  it('that is sent on keeps what it is about', async () => {
    await post.send({
      from: guardian,
      subject: 'VS: Kort',
      text: 'Se her\n\nFra: Farmor\nSendt: i dag\n\nKortet er borte.',
    });
    expect((await newest()).messages[0]?.body).toBe('Kort\n\nSe her\n\nFra: Farmor\nSendt: i dag\n\nKortet er borte.');
  });

  it('longer than a message can be is shortened, and says so', async () => {
    await post.send({ from: guardian, text: '𝄞a\0'.repeat(20_000) });
    const body = (await newest()).messages[0]?.body ?? '';
    expect(body).toMatch(/^Hei\n\n𝄞a𝄞a.*\n\n\[Teksten var for lang\. Resten er ikke med\.\]$/s);
    expect(body.isWellFormed()).toBe(true);
  });

  it.each([
    ['says that a machine wrote it', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['came by a list', { headers: { 'List-Id': '<klasse.example.no>' } }],
    ['wants no reports', { envelope: { from: '', to: supportEmail } }],
    ['is from a mailbox of machines', { from: 'no-reply@example.no' }],
    ['is from our own address', { from: supportEmail }],
    ['is from our address for mails', { from: 'Kantinekortet <post@kantinekortet.example>' }],
    ['left here before', { messageId: ownMessageId('post@kantinekortet.example') }],
  ])('that %s is taken and makes nothing', async (_, change) => {
    const { found, address } = await opened();
    const before = await api.outbox('mail');
    for (const to of [supportEmail, address])
      expect((await post.send({ from: guardian, to, ...change })).code).toBe(250);
    expect(await inbox.list('open')).toHaveLength(1);
    expect((await inbox.get(found.id)).seq).toBe(1);
    expect(await api.outbox('mail')).toEqual(before);
  });

  it('of an autoresponder that hides what it is ends after one message', async () => {
    await post.send({ from: guardian });
    for (let round = 0; round < 5; round += 1) {
      const letters = await mailsTo(api, guardian);
      for (const { replyTo } of letters.slice(round))
        await post.send({ from: guardian, to: replyTo ?? '', text: 'Jeg har ferie.' });
    }
    expect(await mailsTo(api, guardian)).toHaveLength(1);
    expect((await newest()).seq).toBe(2);
  });

  it('is kept by the mail server in front when its sender has written too many, and taken later', async () => {
    const send = async (count: number) => (await post.send({ from: guardian, text: `Melding ${count}` })).code;
    for (let count = 0; count < 10; count += 1) expect(await send(count)).toBe(250);
    expect([await send(10), await send(11)]).toEqual([451, 451]);
    expect(await inbox.list('open')).toHaveLength(10);
    await api.database.query('DELETE FROM rate_limit');
    expect(await send(10)).toBe(250);
    expect(await inbox.list('open')).toHaveLength(11);
  });
});
