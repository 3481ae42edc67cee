import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Letter } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPerson,
  aPupil,
  aSchool,
  mailedToken,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  type SignedIn,
  type TestPerson,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import type { PupilGuardianList } from '../guardianships/guardianship.dto.ts';
import { SchoolsModule } from '../schools.module.ts';
import type { AcceptedInvitation, Family } from './invitation.dto.ts';
import { InvitationSweep } from './invitation-sweep.job.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('an invitation to be a guardian', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  let mother: SignedIn;
  let invited: TestPerson;
  let pupil: TestPupil;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
    mother = await signedInGuardian(api);
    invited = await aPerson(api);
    pupil = await aPupil(api, school.id, { firstName: 'Kari', lastName: 'Berg' });
    await makeGuardian(api, pupil, mother.person.id);
  });

  const invite = (email: string, { browser } = mother): Promise<Answer<{ id: string }>> =>
    browser.post(`pupils/${pupil.id}/guardian-invitations`, { email });

  const accept = (token: string, browser: HttpClient): Promise<Answer<AcceptedInvitation>> =>
    browser.post(`guardian-links/${token}/accept`);

  async function acceptedBy(person: TestPerson): Promise<Answer<AcceptedInvitation>> {
    return accept(await mailedToken(api, person.email), (await signedInGuardian(api, person)).browser);
  }

  const familyOf = async ({ browser }: SignedIn): Promise<Family> =>
    (await browser.get<Family>(`pupils/${pupil.id}/guardians`)).body;

  const guardians = async (): Promise<PupilGuardianList> =>
    (await office.get<PupilGuardianList>(`schools/${school.id}/pupils/${pupil.id}/guardians`)).body;

  async function setDiscretion(person: TestPerson, isDiscreet = true): Promise<void> {
    const one = (await guardians()).items.find(({ personId }) => personId === person.id);
    const path = `schools/${school.id}/guardianships/${one?.guardianshipId}/discretion`;
    expect((await office.put(path, { isDiscreet })).status).toBe(204);
  }

  it('goes by mail without the child’s name, and lets the invited in at once', async () => {
    expect(await invite(invited.email)).toMatchObject({ status: 201, body: { email: invited.email } });
    const token = await mailedToken(api, invited.email);
    const letters = (await api.outbox<Letter>('mail')).filter(({ to }) => to === invited.email);
    expect(JSON.stringify(letters)).not.toContain('Kari');
    expect((await api.browser('parent-portal').get(`guardian-links/${token}`)).body).toEqual({
      email: invited.email,
      pupilInitials: 'KB',
      schoolName: school.name,
      inviterName: mother.person.name,
    });
    expect((await acceptedBy(invited)).body).toEqual({ status: 'active', pupilId: pupil.id });
    expect(await familyOf(mother)).toEqual({
      guardians: [
        { name: mother.person.name, isMe: true },
        { name: invited.name, isMe: false },
      ],
      invitations: [],
    });
  });

  it('finds one who makes a profile with the address afterwards', async () => {
    const email = `ny${String(Date.now())}@example.no`;
    await invite(email);
    expect((await acceptedBy(await aPerson(api, { email: email.toUpperCase() }))).status).toBe(200);
  });

  it('is used once; the same person again hears the same', async () => {
    await invite(invited.email);
    const token = await mailedToken(api, invited.email);
    const { browser } = await signedInGuardian(api, invited);
    const answers = await Promise.all([accept(token, browser), accept(token, browser)]);
    expect(answers.map(({ body }) => body.status)).toEqual(['active', 'active']);
    expect((await guardians()).items).toHaveLength(2);
    const gone = { status: 410, body: { code: 'link_not_valid' } };
    expect(await accept(token, (await signedInGuardian(api)).browser)).toMatchObject(gone);
    expect(await browser.get(`guardian-links/${token}`)).toMatchObject(gone);
  });

  it('is only for the profile with the invited address', async () => {
    await invite(invited.email);
    const token = await mailedToken(api, invited.email);
    const other = await signedInGuardian(api);
    expect(await accept(token, other.browser)).toMatchObject({ status: 403, body: { code: 'invitation_for_other' } });
    expect((await accept(token, api.browser('parent-portal'))).status).toBe(401);
    expect((await guardians()).items).toHaveLength(1);
  });

  it('stops working after fourteen days, when it is withdrawn, and when its sender is no guardian any more', async () => {
    const gone = { status: 410, body: { code: 'link_not_valid' } };
    const { body } = await invite(invited.email);
    const withdraw = `pupils/${pupil.id}/guardian-invitations/${body.id}`;
    expect((await mother.browser.delete(withdraw)).status).toBe(204);
    expect(await mother.browser.delete(withdraw)).toMatchObject({
      status: 404,
      body: { code: 'invitation_not_found' },
    });
    expect(await acceptedBy(invited)).toMatchObject(gone);
    await invite(invited.email);
    const [own] = (await guardians()).items;
    await office.post(`schools/${school.id}/guardianships/${own?.guardianshipId}/end`);
    expect(await acceptedBy(invited)).toMatchObject(gone);
    await makeGuardian(api, pupil, mother.person.id);
    await invite(invited.email);
    api.clock.advance(14 * dayMs);
    expect(await acceptedBy(invited)).toMatchObject(gone);
  });

  it('replaces an earlier one to the same address', async () => {
    await invite(invited.email);
    const first = await mailedToken(api, invited.email);
    await invite(invited.email);
    const { browser } = await signedInGuardian(api, invited);
    expect((await accept(first, browser)).status).toBe(410);
    expect((await familyOf(mother)).invitations).toMatchObject([{ email: invited.email, isMine: true }]);
  });

  it('waits for the first guardian when another one invites', async () => {
    const father = await signedInGuardian(api);
    await makeGuardian(api, pupil, father.person.id);
    await invite(invited.email, father);
    expect((await familyOf(mother)).invitations).toMatchObject([{ email: invited.email, isMine: false }]);
    expect((await acceptedBy(invited)).body).toEqual({ status: 'pending', pupilId: null });
    const approvals = (await mother.browser.get<{ items: object[] }>('guardians/me/approvals')).body.items;
    expect(approvals).toMatchObject([{ applicantName: invited.name }]);
  });

  it('waits for the office when the roster names others', async () => {
    const emails = [mother.person.email];
    await api.database.query('UPDATE pupil SET guardian_emails = $2 WHERE id = $1', [pupil.id, emails]);
    await invite(invited.email);
    expect((await acceptedBy(invited)).body.status).toBe('pending');
    expect((await mother.browser.get<{ items: object[] }>('guardians/me/approvals')).body.items).toEqual([]);
  });

  it('is refused for a guardian, for oneself, and beyond ten a day', async () => {
    const father = await signedInGuardian(api);
    await makeGuardian(api, pupil, father.person.id);
    for (const { person } of [father, mother]) {
      expect(await invite(person.email)).toMatchObject({ status: 409, body: { code: 'already_guardian' } });
    }
    expect((await invite('ingen adresse')).status).toBe(400);
    for (let count = 3; count <= 10; count += 1) expect((await invite(invited.email)).status).toBe(201);
    expect(await invite(invited.email)).toMatchObject({ status: 429 });
    const stranger = await signedInGuardian(api);
    expect(await invite(invited.email, stranger)).toMatchObject({ status: 404, body: { code: 'pupil_not_found' } });
    expect((await stranger.browser.get(`pupils/${pupil.id}/guardians`)).status).toBe(404);
  });

  describe('of the office', () => {
    const path = () => `schools/${school.id}/pupils/${pupil.id}`;

    it('lets in at once whoever would have had to agree', async () => {
      await office.post(`${path()}/guardian-invitations`, { email: invited.email });
      expect((await guardians()).invitations).toMatchObject([{ email: invited.email, invitedBy: 'office' }]);
      expect((await familyOf(mother)).invitations).toEqual([]);
      const token = await mailedToken(api, invited.email);
      const view = await api.browser('parent-portal').get(`guardian-links/${token}`);
      expect(view.body).toMatchObject({ inviterName: null });
      expect((await acceptedBy(invited)).body.status).toBe('active');
    });

    it('can be withdrawn, as any guardian’s', async () => {
      const { body } = await invite(invited.email);
      expect((await office.delete(`${path()}/guardian-invitations/${body.id}`)).status).toBe(204);
      expect((await acceptedBy(invited)).status).toBe(410);
    });

    it('is not needed for one who has a profile: that is linked at once, and told', async () => {
      expect((await office.post(`${path()}/guardians`, { email: invited.email })).status).toBe(204);
      expect((await office.post(`${path()}/guardians`, { email: invited.email })).status).toBe(204);
      expect((await guardians()).items.map(({ personId, status }) => [personId, status])).toEqual([
        [mother.person.id, 'active'],
        [invited.id, 'active'],
      ]);
      const told = (await api.outbox<Letter>('mail')).filter(({ to }) => to === invited.email);
      expect(told.map(({ subject }) => subject)).toEqual(['Du er nå foresatt for Kari Berg']);
      expect(await office.post(`${path()}/guardians`, { email: 'ingen@example.no' })).toMatchObject({
        status: 404,
        body: { code: 'profile_not_found' },
      });
    });

    it('links one who asks already', async () => {
      const father = await signedInGuardian(api);
      await makeGuardian(api, pupil, father.person.id);
      await invite(invited.email, father);
      await acceptedBy(invited);
      expect((await office.post(`${path()}/guardians`, { email: invited.email })).status).toBe(204);
      expect((await guardians()).items.filter(({ status }) => status === 'active')).toHaveLength(3);
    });

    it('ends at its own school', async () => {
      const other = (await signedInOffice(api, (await aSchool(api)).id)).browser;
      expect((await other.post(`${path()}/guardians`, { email: invited.email })).status).toBe(404);
      const [own] = (await guardians()).items;
      const discretion = `guardianships/${own?.guardianshipId}/discretion`;
      expect((await other.put(`schools/${school.id}/${discretion}`, { isDiscreet: true })).status).toBe(404);
    });
  });

  describe('beside a discreet guardian', () => {
    let father: SignedIn;
    beforeEach(async () => {
      father = await signedInGuardian(api);
      await makeGuardian(api, pupil, father.person.id);
    });

    it('tells neither of the other, nor of whom the other has invited', async () => {
      expect((await familyOf(mother)).guardians).toHaveLength(2);
      await setDiscretion(father.person);
      await invite(invited.email, father);
      await invite('tante@example.no');
      const own = (email: string) => [{ email, isMine: true }];
      expect(await familyOf(mother)).toMatchObject({
        guardians: [{ name: mother.person.name, isMe: true }],
        invitations: own('tante@example.no'),
      });
      expect(await familyOf(father)).toMatchObject({
        guardians: [{ name: father.person.name, isMe: true }],
        invitations: own(invited.email),
      });
      await setDiscretion(father.person, false);
      expect((await familyOf(mother)).guardians).toHaveLength(2);
    });

    it('needs the office, which those who ask already need from then on too', async () => {
      await invite(invited.email, father);
      await acceptedBy(invited);
      const approvals = async () =>
        (await mother.browser.get<{ items: { guardianshipId: string }[] }>('guardians/me/approvals')).body.items;
      const [asked] = await approvals();
      expect(asked).toBeDefined();
      await setDiscretion(father.person);
      expect(await approvals()).toEqual([]);
      expect((await mother.browser.post(`guardianships/${asked?.guardianshipId}/approve`)).status).toBe(404);
      const aunt = await aPerson(api);
      await invite(aunt.email);
      expect((await acceptedBy(aunt)).body.status).toBe('pending');
    });

    it('makes whom that one invites discreet too', async () => {
      await setDiscretion(father.person);
      await invite(invited.email, father);
      await acceptedBy(invited);
      const joined = (await guardians()).items.find(({ personId }) => personId === invited.id);
      expect(joined).toMatchObject({ status: 'pending', isDiscreet: true });
    });

    it('does not tell, by a refusal or a mail, that an address is the other’s', async () => {
      await setDiscretion(father.person);
      expect((await invite(father.person.email)).status).toBe(201);
      const told = (await api.outbox<Letter>('mail')).filter(({ to }) => to === father.person.email);
      expect(told).toEqual([]);
    });
  });

  it('is forgotten three months after it ended, and not before', async () => {
    await invite(invited.email);
    const { id } = (await invite('ny@example.no')).body;
    await mother.browser.delete(`pupils/${pupil.id}/guardian-invitations/${id}`);
    const left = async (): Promise<number[]> => {
      await api.get(InvitationSweep).sweep();
      const tables = ['guardian_invitation', 'guardian_invitation_directory'];
      const counted = tables.map((name) => api.database.query(`SELECT FROM ${name} WHERE school_id = $1`, [school.id]));
      return (await Promise.all(counted)).map((rows) => rows.length);
    };
    const rowsLeft = [2, 1, 0];
    for (const [index, days] of [89, 2, 30].entries()) {
      api.clock.advance(days * dayMs);
      expect(await left()).toEqual([rowsLeft[index], rowsLeft[index]]);
    }
    api.clock.advance(-121 * dayMs);
  });
});
