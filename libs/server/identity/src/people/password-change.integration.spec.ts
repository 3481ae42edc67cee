import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { mailedToken, mailsTo, signedInGuardian } from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';

const newPassword = 'grønn elefant på ski';

describe('a change of password', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
  });
  afterAll(() => api.close());

  const change = (browser: HttpClient, password: string, to = newPassword): Promise<Answer<{ code?: string }>> =>
    browser.put('guardians/me/password', { currentPassword: password, password: to });
  const signIn = (email: string, password: string) =>
    api.browser('parent-portal').post('sessions', { email, password });

  it('keeps the session that asked and ends the others, and tells by mail', async () => {
    const { person, browser } = await signedInGuardian(api);
    const elsewhere = (await signedInGuardian(api, person)).browser;
    expect((await change(browser, person.password)).status).toBe(204);
    expect((await browser.get('sessions/current')).status).toBe(200);
    expect((await elsewhere.get('sessions/current')).status).toBe(401);
    expect((await signIn(person.email, person.password)).status).toBe(401);
    expect((await signIn(person.email, newPassword)).status).toBe(200);
    expect((await mailsTo(api, person.email)).map(({ subject }) => subject)).toEqual(['Passordet ditt er endret']);
  });

  it('makes a link for a forgotten password useless', async () => {
    const { person, browser } = await signedInGuardian(api);
    await browser.post('password-resets', { email: person.email });
    const token = await mailedToken(api, person.email);
    await change(browser, person.password);
    const late = await browser.post('password-resets/confirm', { token, password: 'blå elefant på ski' });
    expect(late.body).toMatchObject({ code: 'link_not_valid' });
  });

  it('needs the password that is in use', async () => {
    const { person, browser } = await signedInGuardian(api);
    const refused = await change(browser, 'ikke dette passordet');
    expect([refused.status, refused.body.code]).toEqual([401, 'invalid_credentials']);
    expect((await signIn(person.email, person.password)).status).toBe(200);
  });

  it('refuses a weak password with a reason, before the old one is tried', async () => {
    const { browser } = await signedInGuardian(api);
    expect((await change(browser, 'ikke dette passordet', 'passord')).body.code).toBe('weak_password');
  });

  it('cannot be used to guess: tries are counted as at sign-in', async () => {
    const { browser } = await signedInGuardian(api);
    let last: Answer<{ code?: string }> | undefined;
    for (let attempt = 0; attempt < 15; attempt += 1) last = await change(browser, `feil nummer ${attempt}`);
    expect(last?.status).toBe(429);
  });

  it('is only for those who are signed in', async () => {
    expect((await change(api.browser('parent-portal'), 'x')).status).toBe(401);
  });
});
