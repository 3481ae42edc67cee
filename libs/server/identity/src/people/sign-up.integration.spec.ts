import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TooManyRequests } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aPerson, mailedToken, mailsTo } from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';
import { Passwords } from '../passwords/passwords.ts';
import { Tries } from '../tries.ts';

const password = 'blå enhjørning i regn';
const dayMs = 24 * 60 * 60 * 1000;

describe('sign-up', () => {
  let api: TestApi;
  let browser: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
    browser = api.browser('parent-portal');
  });
  afterAll(() => api.close());

  const signUp = (email: string, given: object = {}) =>
    browser.post('guardians', { name: 'Kari Nordmann', email, password, language: 'nb', ...given });
  const signIn = (email: string, given = password) => browser.post('sessions', { email, password: given });

  it('makes a profile when the link in the mail is opened, and not before', async () => {
    expect(await signUp('kari@example.no', { language: 'nn' })).toMatchObject({
      status: 202,
      body: { status: 'verification_sent' },
    });
    expect(await signIn('kari@example.no')).toMatchObject({ status: 403, body: { code: 'email_not_verified' } });
    const [mail] = await mailsTo(api, 'kari@example.no');
    expect(mail).toMatchObject({ subject: 'Stadfest e-postadressa di' });
    expect(mail?.action?.url).toMatch(/^http:\/\/localhost:4201\/bekreft\?token=[\w-]{43}$/);
    const verified = await browser.post('guardians/verify', { token: await mailedToken(api, 'kari@example.no') });
    expect(verified).toMatchObject({ status: 200, body: { email: 'kari@example.no' } });
    expect(await signIn('KARI@example.no')).toMatchObject({
      status: 200,
      body: { person: { name: 'Kari Nordmann', email: 'kari@example.no', language: 'nn' }, roles: [] },
    });
  });

  it('hides from a wrong password that a sign-up waits', async () => {
    await signUp('venter@example.no');
    expect(await signIn('venter@example.no', 'noe helt annet')).toMatchObject({
      status: 401,
      body: { code: 'invalid_credentials' },
    });
  });

  it('answers the same for an e-mail that has a profile, whose owner gets another mail', async () => {
    const known = await aPerson(api, { language: 'en' });
    await mailsTo(api, known.email);
    const hash = jest.spyOn(api.get(Passwords), 'hash');
    const unknownAnswer = await signUp('ny@example.no');
    const knownAnswer = await signUp(known.email);
    expect(hash).toHaveBeenCalledTimes(2);
    hash.mockRestore();
    expect(knownAnswer.status).toBe(unknownAnswer.status);
    expect(knownAnswer.body).toEqual(unknownAnswer.body);
    const deferred = await api.outbox('identity.sign-up');
    expect(deferred).toEqual([
      { email: 'ny@example.no', language: 'nb', token: expect.any(String) },
      { email: known.email, language: 'nb', token: expect.any(String) },
    ]);
    const mails = await mailsTo(api, known.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['You already have a profile']);
    expect(mails[0]?.action?.url).toBe(api.config.parentUrl);
    expect((await signIn(known.email, known.password)).status).toBe(200);
  });

  it('makes one profile of a link, also when it is opened twice at once, and says so afterwards', async () => {
    await signUp('to@example.no');
    const token = await mailedToken(api, 'to@example.no');
    const answers = await Promise.all(
      [1, 2, 3].map(() => browser.post<{ wasVerified: boolean }>('guardians/verify', { token })),
    );
    const email = 'to@example.no';
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.filter(({ body }) => !body.wasVerified)).toHaveLength(1);
    const people = await api.database.query('SELECT FROM person WHERE email = $1', [email]);
    expect(people).toHaveLength(1);
    expect((await browser.post('guardians/verify', { token })).body).toEqual({ email, wasVerified: true });
    const kept = await api.database.query('SELECT password_hash AS hash FROM sign_up WHERE email = $1', [email]);
    expect(kept).toEqual([{ hash: null }]);
    api.clock.advance(dayMs + 1000);
    expect((await browser.post('guardians/verify', { token })).body).toMatchObject({ code: 'link_not_valid' });
    api.clock.advance(-dayMs - 1000);
  });

  it('gives the profile the password of the sign-up whose link was opened, and forgets the others', async () => {
    await signUp('uvenn@example.no', { password: 'uvennens lange passord' });
    const unwanted = await mailedToken(api, 'uvenn@example.no');
    await signUp('uvenn@example.no');
    await browser.post('guardians/verify', { token: await mailedToken(api, 'uvenn@example.no') });
    expect((await browser.post('guardians/verify', { token: unwanted })).status).toBe(410);
    expect((await signIn('uvenn@example.no')).status).toBe(200);
    expect((await signIn('uvenn@example.no', 'uvennens lange passord')).status).toBe(401);
  });

  it('refuses a link after a day, and one that never was', async () => {
    await signUp('sen@example.no');
    const token = await mailedToken(api, 'sen@example.no');
    api.clock.advance(dayMs + 1000);
    for (const late of [token, 'x'.repeat(43)]) {
      expect(await browser.post('guardians/verify', { token: late })).toMatchObject({
        status: 410,
        body: { code: 'link_not_valid' },
      });
    }
    api.clock.advance(-dayMs - 1000);
  });

  it.each([
    ['kort', 'too_short'],
    ['qwertyuiop', 'common'],
    ['KariNordmann1', 'guessable'],
  ])('refuses the password %j as %s', async (weak, code) => {
    expect(await signUp('svak@example.no', { password: weak })).toMatchObject({
      status: 400,
      body: { code: 'weak_password', errors: [{ pointer: '/password', code }] },
    });
  });

  it.each([
    [{ email: 'ikke en adresse' }, '/email'],
    [{ name: '   ' }, '/name'],
    [{ language: 'sv' }, '/language'],
    [{ password: 'x'.repeat(129) }, '/password'],
    [{ admin: true }, '/admin'],
  ])('refuses %j and points at it', async (given, pointer) => {
    expect(await signUp('feil@example.no', given)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [expect.objectContaining({ pointer })] },
    });
  });

  it('lets an e-mail try five times an hour, whether it has a profile or not', async () => {
    const known = await aPerson(api);
    for (const email of [known.email, 'ukjent@example.no']) {
      for (let i = 0; i < 5; i += 1) expect((await signUp(email, { password: 'kort' })).status).toBe(400);
      const refused = await signUp(email.toUpperCase());
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    }
  });

  it('lets a whole school make profiles behind one address in an hour, and not a machine', async () => {
    const address = '198.51.100.7';
    const people = Array.from({ length: 600 }, (_, index) => `nr${index}@example.no`);
    await Promise.all(people.map((email) => api.get(Tries).count('sign-up', email, address)));
    await expect(api.get(Tries).count('sign-up', 'en@example.no', address)).rejects.toBeInstanceOf(TooManyRequests);
    await expect(api.get(Tries).count('sign-up', 'en@example.no', '198.51.100.8')).resolves.toBeUndefined();
  });

  it('changes name and language of the own profile, and nothing else', async () => {
    const person = await aPerson(api);
    const own = api.browser('parent-portal');
    await own.post('sessions', { email: person.email, password: person.password });
    expect((await own.get('guardians/me')).body).toEqual({
      id: person.id,
      name: person.name,
      email: person.email,
      language: 'nb',
      emailChangePending: null,
    });
    expect((await own.patch('guardians/me', { name: ' Ola ' })).body).toMatchObject({ name: 'Ola', language: 'nb' });
    expect((await own.patch('guardians/me', { language: 'nn' })).body).toMatchObject({ name: 'Ola', language: 'nn' });
    expect((await own.patch('guardians/me', { email: 'x@example.no' })).status).toBe(400);
    expect((await api.browser('parent-portal').get('guardians/me')).status).toBe(401);
  });
});
