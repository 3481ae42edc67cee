import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPerson,
  aPupil,
  aSchool,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type SignedIn,
  type TestPerson,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { PupilAccess } from '../pupils/pupil-access.ts';
import { SchoolsModule } from '../schools.module.ts';
import { GuardianshipService } from './guardianship.service.ts';

interface Guardians {
  readonly items: readonly { guardianshipId: string; personId: string; status: string }[];
}
interface Approvals {
  readonly items: readonly { guardianshipId: string; pupilName: string; applicantName: string }[];
}

describe('guardianship', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  let mother: SignedIn;
  let father: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
    mother = await signedInGuardian(api);
    father = await signedInGuardian(api);
  });

  function request(pupil: TestPupil, person: TestPerson): Promise<'active' | 'pending'> {
    return api.database.transaction((tx) =>
      api.get(GuardianshipService).request(tx, { schoolId: school.id, pupilId: pupil.id, personId: person.id }),
    );
  }

  async function pupilsOf({ person }: SignedIn): Promise<string[]> {
    return (await api.get(PupilAccess).ofGuardian(person.id)).map(({ pupilId }) => pupilId);
  }

  async function guardiansOf(pupil: TestPupil): Promise<Guardians['items']> {
    return (await office.get<Guardians>(`schools/${school.id}/pupils/${pupil.id}/guardians`)).body.items;
  }

  async function mailsTo({ person }: SignedIn): Promise<string[]> {
    const letters = await api.outbox<{ to: string; subject: string }>('mail');
    return letters.filter(({ to }) => to === person.email).map(({ subject }) => subject);
  }

  it('is active at once for the first who asks, and asked again stays so', async () => {
    const pupil = await aPupil(api, school.id);
    expect(await request(pupil, mother.person)).toBe('active');
    expect(await request(pupil, mother.person)).toBe('active');
    expect(await pupilsOf(mother)).toEqual([pupil.id]);
    expect(await guardiansOf(pupil)).toMatchObject([{ personId: mother.person.id, status: 'active' }]);
  });

  it('waits for the first guardian when there is one, who is told and says yes', async () => {
    const pupil = await aPupil(api, school.id, { firstName: 'Kari', lastName: 'Berg' });
    await request(pupil, mother.person);
    expect(await request(pupil, father.person)).toBe('pending');
    expect(await request(pupil, father.person)).toBe('pending');
    expect(await pupilsOf(father)).toEqual([]);
    expect(await mailsTo(mother)).toEqual([`${father.person.name} vil bli foresatt for Kari Berg`]);
    const { items } = (await mother.browser.get<Approvals>('guardians/me/approvals')).body;
    expect(items).toMatchObject([{ pupilName: 'Kari Berg', applicantName: father.person.name }]);
    expect((await father.browser.get<Approvals>('guardians/me/approvals')).body.items).toEqual([]);
    expect((await mother.browser.post(`guardianships/${items[0]?.guardianshipId}/approve`)).status).toBe(204);
    expect(await pupilsOf(father)).toEqual([pupil.id]);
    expect(await mailsTo(father)).toEqual(['Du er nå foresatt for Kari Berg']);
    expect((await mother.browser.get<Approvals>('guardians/me/approvals')).body.items).toEqual([]);
  });

  it('ends in nothing when the first guardian says no, once', async () => {
    const pupil = await aPupil(api, school.id);
    await request(pupil, mother.person);
    await request(pupil, father.person);
    const [asked] = (await mother.browser.get<Approvals>('guardians/me/approvals')).body.items;
    expect((await mother.browser.post(`guardianships/${asked?.guardianshipId}/reject`)).status).toBe(204);
    expect(await pupilsOf(father)).toEqual([]);
    expect(await mailsTo(father)).toEqual(['Forespørselen om å bli foresatt ble avslått']);
    expect(await mother.browser.post(`guardianships/${asked?.guardianshipId}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'guardianship_decided', guardianshipStatus: 'rejected' },
    });
    expect(await request(pupil, father.person)).toBe('pending');
  });

  it('cannot be approved by the applicant, a stranger, support or another school’s office', async () => {
    const pupil = await aPupil(api, school.id);
    await request(pupil, mother.person);
    await request(pupil, father.person);
    const [asked] = (await mother.browser.get<Approvals>('guardians/me/approvals')).body.items;
    const id = asked?.guardianshipId;
    const stranger = (await signedInGuardian(api)).browser;
    const other = await aSchool(api);
    const otherOffice = (await signedInOffice(api, other.id)).browser;
    const support = (await signedInSupport(api, school.id)).browser;
    expect((await father.browser.post(`guardianships/${id}/approve`)).status).toBe(404);
    expect((await stranger.post(`guardianships/${id}/approve`)).status).toBe(404);
    expect((await stranger.post(`guardianships/${id}/reject`)).status).toBe(404);
    expect((await otherOffice.post(`schools/${school.id}/guardianships/${id}/approve`)).status).toBe(404);
    expect((await otherOffice.post(`schools/${other.id}/guardianships/${id}/approve`)).status).toBe(404);
    expect((await otherOffice.get(`schools/${other.id}/pupils/${pupil.id}/guardians`)).status).toBe(404);
    expect((await support.post(`schools/${school.id}/guardianships/${id}/approve`)).status).toBe(403);
    expect((await office.post(`guardianships/${id}/approve`)).status).toBe(403);
    expect(await pupilsOf(father)).toEqual([]);
    expect((await office.post(`schools/${school.id}/guardianships/${id}/approve`)).status).toBe(204);
    expect(await pupilsOf(father)).toEqual([pupil.id]);
  });

  it('needs the office for anyone whom the roster does not name', async () => {
    const named = await aPerson(api, { email: 'Named@example.no' });
    const pupil = await aPupil(api, school.id, { guardianEmails: ['named@example.no'] });
    expect(await request(pupil, father.person)).toBe('pending');
    expect(await request(pupil, named)).toBe('active');
    const approvals = await (await signedInGuardian(api, named)).browser.get<Approvals>('guardians/me/approvals');
    expect(approvals.body.items).toEqual([]);
    const waiting = (await guardiansOf(pupil)).find(({ status }) => status === 'pending');
    const namedBrowser = (await signedInGuardian(api, named)).browser;
    expect((await namedBrowser.post(`guardianships/${waiting?.guardianshipId}/approve`)).status).toBe(404);
    const reject = await office.post(`schools/${school.id}/guardianships/${waiting?.guardianshipId}/reject`);
    expect(reject.status).toBe(204);
    expect(await guardiansOf(pupil)).toMatchObject([{ personId: named.id }]);
  });

  it('is ended by the office, and the next guardian is then the first', async () => {
    const pupil = await aPupil(api, school.id);
    await request(pupil, mother.person);
    await request(pupil, father.person);
    const ids = new Map((await guardiansOf(pupil)).map((item) => [item.personId, item.guardianshipId]));
    await office.post(`schools/${school.id}/guardianships/${ids.get(father.person.id)}/approve`);
    const path = `schools/${school.id}/guardianships/${ids.get(mother.person.id)}/end`;
    expect((await office.post(path)).status).toBe(204);
    expect((await office.post(path)).status).toBe(409);
    expect(await pupilsOf(mother)).toEqual([]);
    expect(await request(pupil, mother.person)).toBe('pending');
    expect((await father.browser.get<Approvals>('guardians/me/approvals')).body.items).toHaveLength(1);
  });

  it('makes one of two who ask at the same moment the first', async () => {
    const pupil = await aPupil(api, school.id);
    const answers = await Promise.all([request(pupil, mother.person), request(pupil, father.person)]);
    expect(answers.sort()).toEqual(['active', 'pending']);
  });

  it('is decided once when guardian and office decide at the same moment', async () => {
    const pupil = await aPupil(api, school.id);
    await request(pupil, mother.person);
    await request(pupil, father.person);
    const [asked] = (await mother.browser.get<Approvals>('guardians/me/approvals')).body.items;
    const answers = await Promise.all([
      mother.browser.post(`guardianships/${asked?.guardianshipId}/reject`),
      office.post(`schools/${school.id}/guardianships/${asked?.guardianshipId}/approve`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('opens the pupil and its wallet to guardians and the school’s staff, to no one else', async () => {
    const pupil = await aPupil(api, school.id);
    await request(pupil, mother.person);
    await request(pupil, father.person);
    const access = api.get(PupilAccess);
    const sessionId = pupil.id;
    const inPortal = (personId: string) =>
      ({ kind: 'person', app: 'parent-portal', personId, sessionId, signedInAt: new Date(), roles: [] }) as const;
    const key = { schoolId: school.id, pupilId: pupil.id, walletId: pupil.walletId };
    expect(await access.find(inPortal(mother.person.id), pupil.id)).toEqual(key);
    expect(await access.findByWallet(inPortal(mother.person.id), pupil.walletId)).toEqual(key);
    const staff = (schoolId: string) =>
      ({ ...inPortal(father.person.id), app: 'admin-office', roles: [{ schoolId, role: 'support' }] }) as const;
    expect(await access.findByWallet(staff(school.id), pupil.walletId)).toEqual(key);
    const notFound = { code: 'pupil_not_found' };
    await expect(access.find(inPortal(father.person.id), pupil.id)).rejects.toMatchObject(notFound);
    await expect(access.find(staff((await aSchool(api)).id), pupil.id)).rejects.toMatchObject(notFound);
    const till = { kind: 'register', schoolId: school.id, registerId: school.id, sessionId } as const;
    await expect(access.find(till, pupil.id)).rejects.toMatchObject(notFound);
  });
});
