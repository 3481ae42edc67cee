import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aPerson, mailedToken, mailsTo, signedInGuardian } from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';

const dayMs = 24 * 60 * 60 * 1000;
let wishes = 0;

describe('a change of e-mail', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
  });
  afterAll(() => api.close());

  const confirm = (token: string) => api.browser('parent-portal').post('guardians/email-change/confirm', { token });
  const ask = (browser: HttpClient, newEmail: string, password: string) =>
    browser.post('guardians/me/email-change', { newEmail, password });

  async function asked() {
    wishes += 1;
    const { person, browser } = await signedInGuardian(api);
    const newEmail = `ny${wishes}@example.no`;
    expect((await ask(browser, newEmail, person.password)).status).toBe(202);
    const tokens = { old: await mailedToken(api, person.email), new: await mailedToken(api, newEmail) };
    return { person, browser, newEmail, tokens };
  }

  it.each([
    ['old', 'new'],
    ['new', 'old'],
  ] as const)('happens when the %s and then the %s address has confirmed', async (first, second) => {
    const { person, browser, newEmail, tokens } = await asked();
    const elsewhere = await signedInGuardian(api, person);
    expect((await browser.get('guardians/me')).body).toMatchObject({ emailChangePending: newEmail });
    expect(await confirm(tokens[first])).toMatchObject({ status: 200, body: { status: 'waiting_for_other' } });
    expect(await confirm(tokens[first])).toMatchObject({ status: 200, body: { status: 'waiting_for_other' } });
    expect((await browser.get('guardians/me')).body).toMatchObject({ email: person.email });
    expect(await confirm(tokens[second])).toMatchObject({ status: 200, body: { status: 'changed' } });
    expect((await browser.get('guardians/me')).body).toMatchObject({ email: newEmail, emailChangePending: null });
    expect((await elsewhere.browser.get('guardians/me')).status).toBe(401);
    for (const email of [person.email, newEmail]) {
      expect((await mailsTo(api, email)).map(({ subject }) => subject)).toContain('E-postadressen din er endret');
    }
    expect(await confirm(tokens[second])).toMatchObject({ status: 410, body: { code: 'link_not_valid' } });
  });

  it('sends each address its own link', async () => {
    const { person, newEmail } = await asked();
    for (const email of [person.email, newEmail]) {
      const urls = (await mailsTo(api, email)).map(({ action }) => action?.url);
      expect(urls).toEqual([expect.stringMatching(/^http:\/\/localhost:4201\/epost\?token=[\w-]{43}$/)]);
    }
  });

  it('wished for several times at once is one wish, the latest', async () => {
    const { person, browser } = await signedInGuardian(api);
    const emails = ['a', 'b', 'c', 'd'].map((name) => `${name}.samtidig@example.no`);
    const answers = await Promise.all(emails.map((email) => ask(browser, email, person.password)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    const { body } = await browser.get('guardians/me');
    const pending = String(body['emailChangePending']);
    expect(emails).toContain(pending);
    expect(await confirm(await mailedToken(api, pending))).toMatchObject({ body: { status: 'waiting_for_other' } });
    for (const dead of emails.filter((email) => email !== pending)) {
      expect((await confirm(await mailedToken(api, dead))).status).toBe(410);
    }
  });

  it('happens once when both addresses confirm at once', async () => {
    const { person, newEmail, tokens } = await asked();
    const answers = await Promise.all([confirm(tokens.old), confirm(tokens.new)]);
    expect(answers.map(({ body }) => body['status']).sort()).toEqual(['changed', 'waiting_for_other']);
    const subjects = (await mailsTo(api, person.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'E-postadressen din er endret')).toHaveLength(1);
    expect(await mailsTo(api, newEmail)).toHaveLength(2);
    const inDays = (days: number) => new Date(api.clock.now().getTime() + days * 24 * 3_600_000);
    const former = await api.database.query(
      'SELECT email::text FROM former_email WHERE person_id = $1 AND expires_at BETWEEN $2 AND $3',
      [person.id, inDays(6.9), inDays(7)],
    );
    expect(former).toEqual([{ email: person.email }]);
  });

  it('needs the password', async () => {
    const { browser } = await signedInGuardian(api);
    expect(await ask(browser, 'ny@example.no', 'feil passord')).toMatchObject({
      status: 401,
      body: { code: 'invalid_credentials' },
    });
    expect(await mailsTo(api, 'ny@example.no')).toEqual([]);
  });

  it('needs a session', async () => {
    expect((await ask(api.browser('parent-portal'), 'ny@example.no', 'x')).status).toBe(401);
  });

  it('is refused for the e-mail that the profile has', async () => {
    const { person, browser } = await signedInGuardian(api);
    expect(await ask(browser, person.email.toUpperCase(), person.password)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ pointer: '/newEmail', code: 'same' }] },
    });
  });

  it('to an e-mail with a profile gets the same answer, and can never be confirmed', async () => {
    const owner = await aPerson(api);
    const { person, browser } = await signedInGuardian(api);
    expect((await ask(browser, owner.email, person.password)).status).toBe(202);
    const mails = await mailsTo(api, owner.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['E-postadressen er allerede i bruk']);
    expect(mails[0]?.action?.url).not.toContain('token');
    expect(await confirm(await mailedToken(api, person.email))).toMatchObject({
      body: { status: 'waiting_for_other' },
    });
  });

  it('is refused at the last step when someone else has made a profile with the e-mail meanwhile', async () => {
    const { person, browser, newEmail, tokens } = await asked();
    await confirm(tokens.old);
    await aPerson(api, { email: newEmail });
    expect(await confirm(tokens.new)).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    expect((await browser.get('guardians/me')).body).toMatchObject({ email: person.email });
  });

  it('replaces the change that was asked for before', async () => {
    const { person, browser, tokens } = await asked();
    await ask(browser, 'nyere@example.no', person.password);
    expect((await confirm(tokens.old)).status).toBe(410);
    expect((await confirm(tokens.new)).status).toBe(410);
    expect((await browser.get('guardians/me')).body).toMatchObject({ emailChangePending: 'nyere@example.no' });
  });

  it('is too late after a day', async () => {
    const { browser, tokens } = await asked();
    api.clock.advance(dayMs + 1000);
    expect(await confirm(tokens.old)).toMatchObject({ status: 410, body: { code: 'link_not_valid' } });
    expect((await browser.get('guardians/me')).body).toMatchObject({ emailChangePending: null });
    api.clock.advance(-dayMs - 1000);
  });

  it('makes a link for a new password useless', async () => {
    const { person, tokens } = await asked();
    await api.browser('parent-portal').post('password-resets', { email: person.email });
    const reset = await mailedToken(api, person.email);
    await confirm(tokens.old);
    await confirm(tokens.new);
    const answer = await api
      .browser('parent-portal')
      .post('password-resets/confirm', { token: reset, password: 'grønn elefant på ski' });
    expect(answer.status).toBe(410);
  });
});
