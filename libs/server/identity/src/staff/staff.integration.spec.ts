import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPerson,
  aSchool,
  mailedToken,
  mailsTo,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type SignedIn,
  type TestSchool,
} from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';

const password = 'gul sjøløve i fjæra';
const dayMs = 24 * 60 * 60 * 1000;
let invited = 0;

describe('staff', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = await signedInOffice(api, school.id);
  });

  const invite = (email: string, role = 'support', by = office) =>
    by.browser.post<{ id: string; code?: string }>(`schools/${school.id}/staff/invitations`, { email, role });
  const anEmail = () => `invitert${(invited += 1)}@example.no`;
  const visitor = () => api.browser('admin-office');
  const accept = (token: string, body: object) => visitor().post(`staff-invitations/${token}/accept`, body);
  const staff = async (by = office) => (await by.browser.get(`schools/${school.id}/staff`)).body;

  async function anInvitation(email = anEmail(), role = 'support') {
    expect((await invite(email, role)).status).toBe(201);
    return { email, token: await mailedToken(api, email) };
  }

  it('sees who works at the school and who is invited', async () => {
    const email = anEmail();
    const invitation = await invite(email);
    expect(invitation).toMatchObject({ status: 201, body: { email, role: 'support', expiresAt: expect.any(String) } });
    const { person } = office;
    expect(await staff()).toEqual({
      items: [{ personId: person.id, name: person.name, email: person.email, role: 'office' }],
      invitations: [{ ...invitation.body }],
    });
  });

  it('comes as a new person by name and password, and can sign in at once', async () => {
    const { email, token } = await anInvitation();
    expect((await visitor().get(`staff-invitations/${token}`)).body).toEqual({
      email,
      schoolName: school.name,
      role: 'support',
      hasProfile: false,
    });
    expect((await accept(token, { name: 'Per Berg', password })).status).toBe(204);
    expect((await visitor().post('sessions', { email, password })).body).toMatchObject({
      person: { name: 'Per Berg', email },
      roles: [{ schoolId: school.id, role: 'support' }],
    });
    expect(await staff()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ email, role: 'support' })]),
      invitations: [],
    });
  });

  it('comes as a person with a profile by its own password', async () => {
    const person = await aPerson(api);
    const { token } = await anInvitation(person.email.toUpperCase(), 'office');
    expect((await visitor().get(`staff-invitations/${token}`)).body).toMatchObject({ hasProfile: true });
    expect(await accept(token, { name: 'En annen', password })).toMatchObject({
      status: 401,
      body: { code: 'invalid_credentials' },
    });
    expect((await accept(token, { password: person.password })).status).toBe(204);
    const signedIn = await visitor().post('sessions', { email: person.email, password: person.password });
    expect(signedIn.body).toMatchObject({ person: { name: person.name }, roles: [{ role: 'office' }] });
  });

  it('is invited by a mail in the language of the one who invites, with a link to the office', async () => {
    const english = await signedInOffice(api, school.id, await aPerson(api, { language: 'en' }));
    const email = anEmail();
    await invite(email, 'office', english);
    const [mail] = await mailsTo(api, email);
    expect(mail?.subject).toBe(`Invitation to Kantinekortet at ${school.name}`);
    expect(mail?.paragraphs[0]).toContain('the school office');
    expect(mail?.action?.url).toMatch(/^http:\/\/localhost:4202\/invitasjon\?token=[\w-]{43}$/);
  });

  it('accepts an invitation once, also when it is opened twice at once', async () => {
    const { token } = await anInvitation();
    const answers = await Promise.all([
      accept(token, { name: 'Per', password }),
      accept(token, { name: 'Pål', password }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect((await staff())['items']).toHaveLength(2);
    expect((await visitor().get(`staff-invitations/${token}`)).status).toBe(410);
  });

  it('cannot use an invitation that was replaced, withdrawn, is a week old, or never was', async () => {
    const replaced = await anInvitation();
    await invite(replaced.email);
    const { body } = await invite(anEmail());
    const withdrawnEmail = anEmail();
    const withdrawn = await invite(withdrawnEmail);
    const withdrawnToken = await mailedToken(api, withdrawnEmail);
    const path = `schools/${school.id}/staff/invitations/${withdrawn.body.id}`;
    expect((await office.browser.delete(path)).status).toBe(204);
    expect(await office.browser.delete(path)).toMatchObject({ status: 404, body: { code: 'staff_not_found' } });
    const old = await anInvitation();
    expect(body.id).toEqual(expect.any(String));
    for (const token of [replaced.token, withdrawnToken, 'x'.repeat(43)]) {
      expect(await accept(token, { name: 'Per', password })).toMatchObject({
        status: 410,
        body: { code: 'link_not_valid' },
      });
    }
    api.clock.advance(7 * dayMs + 1000);
    expect((await accept(old.token, { name: 'Per', password })).status).toBe(410);
    api.clock.advance(-7 * dayMs - 1000);
  });

  it('is asked for a strong password and a name, and the invitation stays good', async () => {
    const { token } = await anInvitation();
    expect(await accept(token, { name: 'Per', password: 'kort' })).toMatchObject({
      status: 400,
      body: { code: 'weak_password', errors: [{ code: 'too_short' }] },
    });
    expect(await accept(token, { password })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ pointer: '/name' }] },
    });
    expect((await accept(token, { name: 'Per', password })).status).toBe(204);
  });

  it('keeps one invitation when the same e-mail is invited several times at once', async () => {
    const email = anEmail();
    const answers = await Promise.all([invite(email), invite(email), invite(email)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await staff())['invitations']).toHaveLength(1);
  });

  it('is not invited to a role that it has, and may be invited to the other', async () => {
    expect(await invite(office.person.email, 'office')).toMatchObject({ status: 409, body: { code: 'already_staff' } });
    expect((await invite(office.person.email, 'support')).status).toBe(201);
  });

  it.each([
    [{ email: 'x', role: 'office' }, '/email'],
    [{ email: 'x@example.no', role: 'operator' }, '/role'],
  ])('is not invited as %j', async (body, pointer) => {
    expect(await office.browser.post(`schools/${school.id}/staff/invitations`, body)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  it('loses a role at once, in the session that is open', async () => {
    const other = await signedInOffice(api, school.id);
    expect((await other.browser.get(`schools/${school.id}/staff`)).status).toBe(200);
    const path = `schools/${school.id}/staff/${other.person.id}/office`;
    expect((await office.browser.delete(path)).status).toBe(204);
    expect((await other.browser.get(`schools/${school.id}/staff`)).status).toBe(404);
    expect(await office.browser.delete(path)).toMatchObject({ status: 404, body: { code: 'staff_not_found' } });
    expect((await office.browser.delete(`schools/${school.id}/staff/${newId()}/office`)).status).toBe(404);
    expect((await office.browser.delete(`schools/${school.id}/staff/${other.person.id}/boss`)).status).toBe(400);
  });

  it('keeps the last one of the office', async () => {
    await signedInSupport(api, school.id);
    expect(await office.browser.delete(`schools/${school.id}/staff/${office.person.id}/office`)).toMatchObject({
      status: 409,
      body: { code: 'last_office' },
    });
  });

  it('keeps one of the office when two remove each other at once', async () => {
    const other = await signedInOffice(api, school.id);
    const remove = (by: SignedIn, whom: SignedIn) =>
      by.browser.delete(`schools/${school.id}/staff/${whom.person.id}/office`);
    const answers = await Promise.all([remove(office, other), remove(other, office)]);
    const left = await api.database.query('SELECT 1 FROM staff_role WHERE school_id = $1', [school.id]);
    expect(left).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('of another school, support, a guardian and a stranger see and change nothing', async () => {
    const { body: invitation } = await invite(anEmail());
    const before = await staff();
    const elsewhere = await signedInOffice(api, (await aSchool(api)).id);
    const callers = [
      { browser: elsewhere.browser, status: 404 },
      { browser: (await signedInSupport(api, school.id)).browser, status: 403 },
      { browser: (await signedInGuardian(api, office.person)).browser, status: 403 },
      { browser: visitor(), status: 401 },
    ];
    const base = `schools/${school.id}/staff`;
    for (const { browser, status } of callers) {
      expect((await browser.get(base)).status).toBe(status);
      expect((await browser.post(`${base}/invitations`, { email: anEmail(), role: 'office' })).status).toBe(status);
      expect((await browser.delete(`${base}/invitations/${invitation.id}`)).status).toBe(status);
      expect((await browser.delete(`${base}/${office.person.id}/office`)).status).toBe(status);
    }
    const after = await staff();
    expect(after['invitations']).toEqual(before['invitations']);
    expect(after['items']).toEqual(expect.arrayContaining([expect.objectContaining({ personId: office.person.id })]));
  });

  it('cannot reach into another school through its own', async () => {
    const other = await aSchool(api);
    const theirs = await signedInOffice(api, other.id);
    const path = `schools/${school.id}/staff/${theirs.person.id}/office`;
    expect(await office.browser.delete(path)).toMatchObject({ status: 404, body: { code: 'staff_not_found' } });
    expect((await theirs.browser.get(`schools/${other.id}/staff`)).status).toBe(200);
  });
});
