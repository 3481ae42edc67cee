import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPerson,
  aPupil,
  aSchool,
  makeGuardian,
  signedInOffice,
  signedInSupport,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { ReportingModule } from '../reporting.module.ts';
import { topUp } from '../testing/canteen-money.ts';
import type { ReadinessDto, UnreadyPupilPage } from './readiness.dto.ts';

describe('the readiness of a school for the day that cash ends', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  let ready: TestPupil;
  let poor: TestPupil;
  let without: TestPupil;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ReportingModule] });
  });
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInSupport(api, school.id)).browser;
    ready = await aPupil(api, school.id, { className: '10A', lastName: 'Ask' });
    poor = await aPupil(api, school.id, { className: '9A', lastName: 'Bø' });
    without = await aPupil(api, school.id, { className: '9A', lastName: 'Ås' });
    for (const pupil of [ready, poor]) {
      await aCard(api, school.id, pupil.id);
      await makeGuardian(api, pupil, (await aPerson(api)).id);
    }
    await topUp(api, ready, 5_000);
    await topUp(api, poor, 4_999);
  });
  afterAll(() => api.close());

  const figures = async () => (await office.get<ReadinessDto>(`schools/${school.id}/cash-free-readiness`)).body;
  const list = async (query = '') =>
    (await office.get<UnreadyPupilPage>(`schools/${school.id}/cash-free-readiness/pupils${query}`)).body;

  it('counts who lacks card, guardian and money for a lunch, class by class', async () => {
    const counts = { ready: 0, withoutCard: 1, withoutGuardian: 1, withoutMoney: 2 };
    expect(await figures()).toEqual({
      ...{ lunchFloorOre: 5_000, pupils: 3, ...counts, ready: 1 },
      classes: [
        { classId: expect.any(String), className: '9A', pupils: 2, ...counts },
        {
          ...{ classId: expect.any(String), className: '10A', pupils: 1, ready: 1 },
          ...{ withoutCard: 0, withoutGuardian: 0, withoutMoney: 0 },
        },
      ],
    });
  });

  it('lists them, by what they lack and by class', async () => {
    const ids = async (query: string) => (await list(query)).items.map(({ pupilId }) => pupilId);
    expect(await ids('')).toEqual([poor.id, without.id]);
    expect(await ids('?lacking=card')).toEqual([without.id]);
    expect(await ids('?lacking=guardian')).toEqual([without.id]);
    expect(await ids('?lacking=money')).toEqual([poor.id, without.id]);
    const [tenth] = (await figures()).classes.filter(({ className }) => className === '10A');
    expect(await ids(`?classId=${tenth?.classId}`)).toEqual([]);
    expect((await list()).items[0]).toMatchObject({
      ...{ hasCard: true, hasGuardian: true, hasMoney: false, availableOre: 4_999, remindedOn: null },
    });
  });

  it('lists them page by page', async () => {
    const first = await list('?limit=1');
    const second = await list(`?limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ pupilId }) => pupilId)).toEqual([poor.id, without.id]);
    expect(second.nextCursor).toBeNull();
  });

  it('counts no staff and nobody who has left, and a blocked card as none', async () => {
    const { browser } = await signedInOffice(api, school.id);
    const staff = { id: newId(), firstName: 'Turid', lastName: 'Ås' };
    expect((await browser.post(`schools/${school.id}/staff-cards`, staff)).status).toBe(201);
    expect(await figures()).toMatchObject({ pupils: 3 });
    await api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1`, [without.id]);
    expect(await figures()).toMatchObject({ pupils: 2, withoutCard: 0 });
    await api.database.query(
      `UPDATE card SET status = 'blocked', blocked_at = now(), block_reason = 'lost', blocked_by = id, blocked_by_role = 'office'
        WHERE school_id = $1 AND pupil_id = $2`,
      [school.id, ready.id],
    );
    expect(await figures()).toMatchObject({ ready: 0, withoutCard: 1 });
  });

  it('needs some money also where a lunch may cost nothing', async () => {
    await api.database.query('UPDATE school SET lunch_floor_ore = 0 WHERE id = $1', [school.id]);
    expect(await figures()).toMatchObject({ withoutMoney: 1, lunchFloorOre: 0 });
  });
});
