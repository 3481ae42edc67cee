import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aPupil, aSchool, signedInOffice, signedInSupport, type TestSchool } from '@kantinekortet/testing';
import type { RosterPreview } from '../roster/roster.dto.ts';
import type { SchoolClassList } from '../schools/school.dto.ts';
import { SchoolsModule } from '../schools.module.ts';
import type { StaffCardDto, StaffCardsDto } from './staff-card.dto.ts';

describe('a card for staff', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
  });
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
  });
  afterAll(() => api.close());

  const path = () => `schools/${school.id}/staff-cards`;
  const turid = () => ({ id: newId(), firstName: ' Turid ', lastName: 'Ås' });

  it('has a holder with a wallet, made once however often it is asked for', async () => {
    const request = turid();
    const answers = await Promise.all([1, 2, 3].map(() => office.post<StaffCardDto>(path(), request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(answers[0]?.body).toEqual({ pupilId: request.id, name: 'Turid Ås' });
    const { body } = await office.get<StaffCardsDto>(path());
    expect(body).toEqual({ classId: expect.any(String), staffCount: 1 });
    const [holder] = await api.database.query(
      `SELECT p.kind, p.class_name, w.balance_ore FROM pupil p
         JOIN wallet w ON w.school_id = p.school_id AND w.id = p.wallet_id WHERE p.school_id = $1 AND p.id = $2`,
      [school.id, request.id],
    );
    expect(holder).toEqual({ kind: 'staff', class_name: 'Ansatte', balance_ore: 0 });
  });

  it('has one name, and no pupil becomes staff', async () => {
    const request = turid();
    await office.post(path(), request);
    const conflict = { status: 409, body: { code: 'operation_conflict' } };
    expect(await office.post(path(), { ...request, lastName: 'Annen' })).toMatchObject(conflict);
    const pupil = await aPupil(api, school.id);
    expect(await office.post(path(), { ...pupil, id: pupil.id, schoolId: undefined })).toMatchObject({ status: 400 });
    const { id, firstName, lastName } = pupil;
    expect(await office.post(path(), { id, firstName, lastName })).toMatchObject(conflict);
  });

  it('makes nobody a class: it is not listed unless pupils attend it', async () => {
    await office.post(path(), turid());
    await aPupil(api, school.id, { className: '9A' });
    const names = async () =>
      (await office.get<SchoolClassList>(`schools/${school.id}/classes`)).body.items.map((one) => [
        one.name,
        one.pupilCount,
      ]);
    expect(await names()).toEqual([['9A', 1]]);
    await aPupil(api, school.id, { className: 'Ansatte' });
    expect(await names()).toEqual([
      ['9A', 1],
      ['Ansatte', 1],
    ]);
  });

  it('stays when a complete roster names nobody of the staff', async () => {
    const request = turid();
    await office.post(path(), request);
    const gone = await aPupil(api, school.id);
    const rosters = `schools/${school.id}/roster-imports`;
    const file = Buffer.from('Elevnr;Fornavn;Etternavn;Klasse\n1;Ola;Nordmann;9A\n2;Turid;Ås;9A\n');
    const preview = await office.request<RosterPreview>('POST', rosters, file, { 'content-type': 'text/csv' });
    expect(preview.body.leaving.map(({ pupilId }) => pupilId)).toEqual([gone.id]);
    expect(preview.body.counts).toMatchObject({ new: 2, ambiguous: 0 });
    const answers = { fileIsComplete: true, leavingCount: 1, matches: [] };
    expect((await office.post(`${rosters}/${preview.body.id}/apply`, answers)).status).toBe(200);
    const [holder] = await api.database.query('SELECT status, class_name FROM pupil WHERE id = $1', [request.id]);
    expect(holder).toEqual({ status: 'enrolled', class_name: 'Ansatte' });
  });

  it("is the office's to give, at its own school", async () => {
    const support = (await signedInSupport(api, school.id)).browser;
    const elsewhere = (await signedInOffice(api, (await aSchool(api)).id)).browser;
    expect((await support.post(path(), turid())).status).toBe(403);
    expect((await elsewhere.post(path(), turid())).status).toBe(404);
    expect((await office.post(path(), { ...turid(), lastName: ' ' })).status).toBe(400);
  });
});
