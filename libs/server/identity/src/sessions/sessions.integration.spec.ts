import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type SpaName, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPerson,
  aSchool,
  pairedRegisterBrowser,
  signedInGuardian,
  signedInOffice,
  type TestPerson,
  type TestSchool,
} from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';
import { Passwords } from '../passwords/passwords.ts';
import { Tries } from '../tries.ts';
import { Sweeper } from '../sweeper.ts';
import { Sessions } from './sessions.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

describe('sessions', () => {
  let api: TestApi;
  let school: TestSchool;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
    school = await aSchool(api);
  });
  afterAll(() => api.close());

  const signIn = ({ email, password }: Pick<TestPerson, 'email' | 'password'>, app: SpaName = 'parent-portal') =>
    api.browser(app).post('sessions', { email, password });
  const rawSignIn = (person: TestPerson, app: SpaName, cookie?: string) =>
    api.browser(app).request('POST', 'sessions', JSON.stringify({ email: person.email, password: person.password }), {
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
    });

  it.each<[SpaName, string]>([
    ['parent-portal', '__Host-kk-parent'],
    ['admin-office', '__Host-kk-office'],
  ])('in %s come as the cookie %s, which no script reads and no other site sends', async (app, name) => {
    const { person } = await signedInOffice(api, school.id);
    const [cookie, ...others] = (await rawSignIn(person, app)).headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^${name}=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax$`));
    expect(others).toEqual([]);
  });

  it('tell who is signed in, with the roles in the admin office', async () => {
    const { person } = await signedInOffice(api, school.id);
    const office = api.browser('admin-office');
    const answer = await office.post('sessions', { email: person.email, password: person.password });
    const expected = {
      person: { id: person.id, name: person.name, email: person.email, language: 'nb' },
      roles: [{ schoolId: school.id, schoolName: school.name, role: 'office' }],
    };
    expect(answer.body).toEqual(expected);
    expect((await office.get('sessions/current')).body).toEqual(expected);
    expect((await api.browser('admin-office').get('sessions/current')).status).toBe(401);
  });

  it('are not opened in the admin office without a role', async () => {
    const person = await aPerson(api);
    const refused = await signIn(person, 'admin-office');
    expect(refused).toMatchObject({ status: 403, body: { code: 'no_role' } });
    expect(refused.headers.getSetCookie()).toEqual([]);
  });

  it('are not opened at a till by password', async () => {
    expect(await signIn(await aPerson(api), 'canteen-checkout')).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    });
  });

  it('refuse a wrong password and an unknown e-mail with one answer and the same work', async () => {
    const person = await aPerson(api);
    const verify = jest.spyOn(api.get(Passwords), 'verify');
    const wrong = await signIn({ ...person, password: 'feil passord' });
    const unknown = await signIn({ email: 'ingen@example.no', password: 'feil passord' });
    expect(verify).toHaveBeenCalledTimes(2);
    verify.mockRestore();
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual({ ...wrong.body, instance: unknown.body['instance'] });
    expect(wrong.body).toMatchObject({ code: 'invalid_credentials' });
  });

  it.each([
    [{}, '/email'],
    [undefined, '/email'],
    [{ email: 'ola@example.no' }, '/password'],
    [{ email: 'ola@example.no', password: '' }, '/password'],
    [{ email: 'ola@example.no', password: 'x', stay: true }, '/stay'],
    [{ email: ['ola@example.no'], password: 'x' }, '/email'],
    [{ email: 'ola@example.no', password: { length: 3 } }, '/password'],
    [{ email: 'ola@example.no', password: 'x'.repeat(129) }, '/password'],
  ])('point at what is wrong with %j', async (body, pointer) => {
    const answer = await api.browser('parent-portal').post<{ errors: { pointer: string }[] }>('sessions', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('lock an account for a while after ten wrong passwords, known or not, and say how long', async () => {
    const person = await aPerson(api);
    for (const email of [person.email, 'ukjent@example.no']) {
      for (let i = 0; i < 10; i += 1) expect((await signIn({ email, password: 'feil' })).status).toBe(401);
      const refused = await signIn({ email, password: person.password });
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(600);
    }
  });

  it('give an account its tries back after a right password', async () => {
    const person = await aPerson(api);
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 9; i += 1) expect((await signIn({ ...person, password: 'feil' })).status).toBe(401);
      expect((await signIn(person)).status).toBe(200);
    }
  });

  it('stop an address that tries many accounts, and no other address', async () => {
    const person = await aPerson(api);
    const from = (address: string, email: string) =>
      api.browser('parent-portal').request('POST', 'sessions', JSON.stringify({ email, password: person.password }), {
        'content-type': 'application/json',
        'x-forwarded-for': address,
      });
    const tries = Array.from({ length: 100 }, (_, index) => `nr${index}@example.no`);
    await Promise.all(tries.map((email) => api.get(Tries).count('sign-in', email, '198.51.100.1')));
    expect((await from('198.51.100.1', person.email)).status).toBe(429);
    // What the client wrote stands before what the proxy saw, and counts for nothing.
    expect((await from('192.0.2.7, 198.51.100.1', person.email)).status).toBe(429);
    expect((await from('198.51.100.2', person.email)).status).toBe(200);
  });

  it('count only wrong tries against an address: a hall of parents signs in behind one', async () => {
    const person = await aPerson(api);
    const address = '198.51.100.9';
    const wrong = Array.from({ length: 99 }, (_, index) => `nr${index}@example.no`);
    await Promise.all(wrong.map((email) => api.get(Tries).count('sign-in', email, address)));
    const signInFrom = (password: string) =>
      api.browser('parent-portal').request('POST', 'sessions', JSON.stringify({ email: person.email, password }), {
        'content-type': 'application/json',
        'x-forwarded-for': address,
      });
    for (let i = 0; i < 3; i += 1) expect((await signInFrom(person.password)).status).toBe(200);
    expect((await signInFrom('feil')).status).toBe(401);
    expect((await signInFrom(person.password)).status).toBe(429);
  });

  it('get a new token at sign-in, and the one that the browser held before ends', async () => {
    const person = await aPerson(api);
    const planted = (await rawSignIn(person, 'parent-portal')).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const fresh = (await rawSignIn(person, 'parent-portal', planted)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(fresh).not.toBe(planted);
    const holder = api.browser('parent-portal');
    holder.receiveCookie(planted);
    expect((await holder.get('sessions/current')).status).toBe(401);
    holder.receiveCookie(fresh);
    expect((await holder.get('sessions/current')).status).toBe(200);
  });

  it('end here by signing out, and elsewhere go on', async () => {
    const here = await signedInGuardian(api);
    const elsewhere = await signedInGuardian(api, here.person);
    const cookie = (await here.browser.delete('sessions/current')).headers.getSetCookie()[0];
    expect(cookie).toBe('__Host-kk-parent=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0');
    expect((await here.browser.get('sessions/current')).status).toBe(401);
    expect((await elsewhere.browser.get('sessions/current')).status).toBe(200);
  });

  it('end at once in every app by signing out everywhere, and those of others go on', async () => {
    const here = await signedInGuardian(api);
    const office = await signedInOffice(api, school.id, here.person);
    const other = await signedInGuardian(api);
    expect((await office.browser.get('sessions/current')).status).toBe(200);
    expect((await here.browser.delete('sessions')).status).toBe(204);
    expect((await here.browser.get('sessions/current')).status).toBe(401);
    expect((await office.browser.get('sessions/current')).status).toBe(401);
    expect((await other.browser.get('sessions/current')).status).toBe(200);
  });

  it('end when they are unused: after two hours in the office, after seven days at home', async () => {
    const office = await signedInOffice(api, school.id);
    const guardian = await signedInGuardian(api);
    const statusAfter = async (durationMs: number, browser = office.browser) => {
      api.clock.advance(durationMs);
      return (await browser.get('sessions/current')).status;
    };
    expect(await statusAfter(1.5 * hourMs)).toBe(200);
    expect(await statusAfter(1.5 * hourMs)).toBe(200);
    expect(await statusAfter(2.1 * hourMs)).toBe(401);
    expect(await statusAfter(6 * dayMs, guardian.browser)).toBe(200);
    expect(await statusAfter(7.1 * dayMs, guardian.browser)).toBe(401);
  });

  it('end after twelve hours in the office and thirty days at home, however much they are used', async () => {
    const office = await signedInOffice(api, school.id);
    for (let hour = 1; hour < 12; hour += 1) {
      api.clock.advance(hourMs);
      expect((await office.browser.get('sessions/current')).status).toBe(200);
    }
    api.clock.advance(hourMs);
    expect((await office.browser.get('sessions/current')).status).toBe(401);
    const guardian = await signedInGuardian(api);
    for (let day = 5; day < 30; day += 5) {
      api.clock.advance(5 * dayMs);
      expect((await guardian.browser.get('sessions/current')).status).toBe(200);
    }
    api.clock.advance(5 * dayMs);
    expect((await guardian.browser.get('sessions/current')).status).toBe(401);
  });

  it('of a revoked till end, in a process that just saw it within five seconds', async () => {
    const registerId = newId();
    const till = await pairedRegisterBrowser(api, school.id, registerId);
    expect((await till.get('sessions/current')).status).toBe(403);
    await api.database.transaction((tx) => api.get(Sessions).endAllOfRegister(tx, school.id, registerId));
    api.clock.advance(5_001);
    expect((await till.get('sessions/current')).status).toBe(401);
  });

  it('of a till outlive the browser and the summer', async () => {
    const { cookie } = await api.database.transaction((tx) =>
      api.get(Sessions).open(tx, { kind: 'register', schoolId: school.id, registerId: newId() }),
    );
    expect(cookie).toMatch(/^__Host-kk-till=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
    const till = api.browser('canteen-checkout');
    till.receiveCookie(cookie);
    api.clock.advance(75 * dayMs);
    expect((await till.get('sessions/current')).status).toBe(403);
  });

  it('are forgotten at night once they have expired', async () => {
    await signedInGuardian(api);
    await api.get(Sweeper).sweep();
    const expired = 'SELECT 1 FROM session WHERE expires_at < $1';
    expect(await api.database.query(expired, [api.clock.now()])).toEqual([]);
    api.clock.advance(31 * dayMs);
    expect(await api.database.query(expired, [api.clock.now()])).not.toEqual([]);
    await api.get(Sweeper).sweep();
    expect(await api.database.query(expired, [api.clock.now()])).toEqual([]);
  });
});
