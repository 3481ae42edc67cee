import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxHandlers } from '@kantinekortet/platform';
import { startTestApi, type SpaName, type TestApi } from '@kantinekortet/platform/testing';
import { aPerson, aSchool, mailedToken, mailsTo, signedInGuardian, signedInOffice } from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';
import { Tries } from '../tries.ts';

const newPassword = 'grønn elefant på ski';
const hourMs = 60 * 60 * 1000;

describe('a forgotten password', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
  });
  afterAll(() => api.close());

  const ask = (email: string, app: SpaName = 'parent-portal') => api.browser(app).post('password-resets', { email });
  const confirm = (token: string, password = newPassword) =>
    api.browser('parent-portal').post('password-resets/confirm', { token, password });
  const signIn = (email: string, password: string) =>
    api.browser('parent-portal').post('sessions', { email, password });

  it('is replaced through the link in the mail, and every session ends', async () => {
    const school = await aSchool(api);
    const { person, browser } = await signedInGuardian(api);
    const office = await signedInOffice(api, school.id, person);
    expect((await ask(person.email)).status).toBe(202);
    const [mail] = await mailsTo(api, person.email);
    expect(mail?.action?.url).toMatch(/^http:\/\/localhost:4201\/nytt-passord\?token=[\w-]{43}$/);
    expect((await confirm(await mailedToken(api, person.email))).status).toBe(204);
    expect((await browser.get('sessions/current')).status).toBe(401);
    expect((await office.browser.get('sessions/current')).status).toBe(401);
    expect((await signIn(person.email, person.password)).status).toBe(401);
    expect((await signIn(person.email, newPassword)).status).toBe(200);
    const subjects = (await mailsTo(api, person.email)).map(({ subject }) => subject);
    expect(subjects).toEqual(['Lag nytt passord', 'Passordet ditt er endret']);
  });

  it('asked for in the admin office leads back there', async () => {
    const person = await aPerson(api);
    await ask(person.email, 'admin-office');
    expect((await mailsTo(api, person.email))[0]?.action?.url).toMatch(/^http:\/\/localhost:4202\/nytt-passord\?/);
  });

  it('cannot be asked for at a till', async () => {
    expect((await ask('kari@example.no', 'canteen-checkout')).status).toBe(403);
  });

  it('gets one answer and one piece of work for every e-mail, and a mail only where there is a profile', async () => {
    const person = await aPerson(api);
    await mailsTo(api, person.email);
    const known = await ask(person.email);
    const unknown = await ask('ingen@example.no');
    expect(unknown.status).toBe(known.status);
    expect(unknown.bytes).toEqual(known.bytes);
    expect(await api.outbox('identity.password-reset')).toEqual(
      [person.email, 'ingen@example.no'].map((email) => ({ email, app: 'parent-portal', token: expect.any(String) })),
    );
    expect(await mailsTo(api, 'ingen@example.no')).toEqual([]);
    expect(await mailsTo(api, person.email)).toHaveLength(1);
  });

  it('is replaced once by a link that is opened twice at once', async () => {
    const person = await aPerson(api);
    await ask(person.email);
    const token = await mailedToken(api, person.email);
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
  });

  it('is replaced once when different links are opened at once, and nobody waits for another in a ring', async () => {
    const person = await aPerson(api);
    for (let round = 0; round < 5; round += 1) {
      const tokens: string[] = [];
      for (let link = 0; link < 3; link += 1) {
        await ask(person.email);
        tokens.push(await mailedToken(api, person.email));
      }
      await api.database.query('DELETE FROM rate_limit');
      const answers = await Promise.all([...tokens, ...tokens].map((token) => confirm(token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410, 410, 410, 410]);
    }
    expect(api.database.deadlocks).toBe(0);
  });

  it('makes every other link useless once it is replaced', async () => {
    const person = await aPerson(api);
    await ask(person.email);
    const first = await mailedToken(api, person.email);
    await ask(person.email);
    await confirm(await mailedToken(api, person.email));
    expect(await confirm(first)).toMatchObject({ status: 410, body: { code: 'link_not_valid' } });
  });

  it('is not replaced again by a used link when the message that made it comes again', async () => {
    const person = await aPerson(api);
    await ask(person.email);
    const [message] = await api.outbox('identity.password-reset');
    const token = await mailedToken(api, person.email);
    await confirm(token);
    await api.get(OutboxHandlers).deliver('identity.password-reset', message);
    expect((await confirm(token)).status).toBe(410);
    expect(await mailsTo(api, person.email)).toHaveLength(2);
  });

  it('is not replaced by a link that is an hour old or never was', async () => {
    const person = await aPerson(api);
    await ask(person.email);
    const token = await mailedToken(api, person.email);
    api.clock.advance(hourMs + 1000);
    expect(await confirm(token)).toMatchObject({ status: 410, body: { code: 'link_not_valid' } });
    api.clock.advance(-hourMs - 1000);
    expect((await confirm('x'.repeat(43))).status).toBe(410);
    expect((await signIn(person.email, person.password)).status).toBe(200);
  });

  it('is not replaced by a weak one, and the link stays good', async () => {
    const person = await aPerson(api, { name: 'Torbjørn Haugland' });
    await ask(person.email);
    const token = await mailedToken(api, person.email);
    expect(await confirm(token, 'TorbjørnHaugland')).toMatchObject({
      status: 400,
      body: { code: 'weak_password', errors: [{ code: 'guessable' }] },
    });
    expect((await confirm(token)).status).toBe(204);
  });

  it('frees an account that wrong passwords had locked', async () => {
    const person = await aPerson(api);
    const tries = Array.from({ length: 10 }, (_, index) => `203.0.113.${index}`);
    await Promise.all(tries.map((address) => api.get(Tries).count('sign-in', person.email, address)));
    expect((await signIn(person.email, person.password)).status).toBe(429);
    await ask(person.email);
    await confirm(await mailedToken(api, person.email));
    expect((await signIn(person.email, newPassword)).status).toBe(200);
  });

  it('ends a change of e-mail under way', async () => {
    const { person, browser } = await signedInGuardian(api);
    await browser.post('guardians/me/email-change', { newEmail: 'tyv@example.no', password: person.password });
    const stolen = await mailedToken(api, 'tyv@example.no');
    await ask(person.email);
    await confirm(await mailedToken(api, person.email));
    expect((await browser.post('guardians/email-change/confirm', { token: stolen })).status).toBe(410);
  });

  it('can be asked for five times an hour, whether there is a profile or not', async () => {
    const person = await aPerson(api);
    for (const email of [person.email, 'ukjent@example.no']) {
      for (let i = 0; i < 5; i += 1) expect((await ask(email)).status).toBe(202);
      const refused = await ask(email);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    }
  });
});
