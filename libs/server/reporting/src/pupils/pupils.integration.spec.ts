import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aCard,
  aPupil,
  aSchool,
  makeGuardian,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { ReportingModule } from '../reporting.module.ts';
import { sell, takeBack, topUp } from '../testing/canteen-money.ts';
import type { PupilPage } from './pupil.dto.ts';

describe('a school’s pupils', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ReportingModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
  });

  function pupil(name: string, given: Parameters<typeof aPupil>[2] = {}): Promise<TestPupil> {
    const [firstName = '', lastName = ''] = name.split(' ');
    return aPupil(api, school.id, { firstName, lastName, ...given });
  }

  async function search(query: string): Promise<PupilPage> {
    const answer = await office.get<PupilPage>(`schools/${school.id}/pupils?${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async function names(query: string): Promise<string[]> {
    return (await search(`query=${encodeURIComponent(query)}`)).items.map(({ name }) => name);
  }

  it('are listed by last name as Norwegian orders it, with card, money and guardians', async () => {
    await pupil('Ola Østby');
    await pupil('Ida Åsen');
    const kari = await pupil('Kari Berg', { birthDate: '2012-05-03' });
    await pupil('Per Ærlig');
    const card = await aCard(api, school.id, kari.id);
    await makeGuardian(api, kari, (await signedInGuardian(api)).person.id);
    await topUp(api, kari, 10_000);
    const { items, nextCursor } = await search('');
    expect(items.map(({ name }) => name)).toEqual(['Kari Berg', 'Per Ærlig', 'Ola Østby', 'Ida Åsen']);
    expect(items[0]).toEqual({
      pupilId: kari.id,
      name: 'Kari Berg',
      className: '9A',
      birthDate: '2012-05-03',
      status: 'enrolled',
      card: { id: card.id, number: card.number, status: 'active' },
      balanceOre: 10_000,
      guardianCount: 1,
    });
    expect(items[1]).toMatchObject({ card: null, balanceOre: 0, guardianCount: 0 });
    expect(nextCursor).toBeNull();
  });

  it('are found by parts of the name in any order, without regard to case and marks', async () => {
    await pupil('Åsne Ødegård');
    await pupil('Kari Berg');
    expect(await names('ode')).toEqual(['Åsne Ødegård']);
    expect(await names('ØDEG åsn')).toEqual(['Åsne Ødegård']);
    expect(await names('  ')).toEqual(['Kari Berg', 'Åsne Ødegård']);
    expect(await names('kari ode')).toEqual([]);
  });

  it('are found by class, pupil id and card number, also together with a name', async () => {
    const kari = await pupil('Kari Berg', { className: '9A', externalId: 'E1001' });
    await pupil('Kari Vik', { className: '10A', externalId: 'E2002' });
    const card = await aCard(api, school.id, kari.id);
    expect(await names('9a')).toEqual(['Kari Berg']);
    expect(await names('kari 10')).toEqual(['Kari Vik']);
    expect(await names('e2002')).toEqual(['Kari Vik']);
    expect(await names(card.number)).toEqual(['Kari Berg']);
    expect(await names(card.number.slice(0, 6))).toEqual(['Kari Berg']);
    const asShown = card.number.replaceAll(/(\d{4})(?=\d)/g, '$1\u00a0');
    expect(await names(asShown)).toEqual(['Kari Berg']);
    expect(await names(`kari ${asShown}`)).toEqual(['Kari Berg']);
  });

  it('takes signs of patterns as they are typed', async () => {
    await pupil('Kari Berg');
    for (const typed of ['%', '_', '\\', 'k%g', "'", '9_']) expect(await names(typed)).toEqual([]);
  });

  it('are filtered by class and status', async () => {
    await pupil('Kari Berg', { className: '9A' });
    const ola = await pupil('Ola Vik', { className: '9B' });
    const classes = await api.database.query<{ id: string }>(
      `SELECT id FROM school_class WHERE school_id = $1 AND name = '9A'`,
      [school.id],
    );
    expect((await search(`classId=${classes[0]?.id}`)).items.map(({ name }) => name)).toEqual(['Kari Berg']);
    await api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE school_id = $1 AND id = $2`, [
      school.id,
      ola.id,
    ]);
    expect((await search('')).items.map(({ name }) => name)).toEqual(['Kari Berg']);
    expect((await search('status=left')).items).toMatchObject([{ name: 'Ola Vik', status: 'left' }]);
    expect((await office.get(`schools/${school.id}/pupils?status=gone`)).status).toBe(400);
  });

  it('come page by page, each once, namesakes too', async () => {
    for (let count = 0; count < 5; count += 1) await pupil('Kari Berg');
    await pupil('Ola Åsen');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: PupilPage = await search(`limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ pupilId }) => pupilId));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  it('have a page each with money, guardians and cards', async () => {
    const kari = await pupil('Kari Berg', { externalId: '1001' });
    const card = await aCard(api, school.id, kari.id);
    const { person } = await signedInGuardian(api);
    await makeGuardian(api, kari, person.id);
    await topUp(api, kari, 10_000);
    const { browser } = await signedInSupport(api, school.id);
    expect((await browser.get(`schools/${school.id}/pupils/${kari.id}`)).body).toMatchObject({
      pupilId: kari.id,
      name: 'Kari Berg',
      externalId: '1001',
      walletId: kari.walletId,
      wallet: { balanceOre: 10_000, availableOre: 10_000 },
      guardians: [{ personId: person.id, name: person.name, email: person.email, status: 'active' }],
      cards: [{ id: card.id, number: card.number, status: 'active', issuedAt: expect.any(String) }],
    });
    expect((await browser.get(`schools/${school.id}/pupils/${newId()}`)).status).toBe(404);
  });

  it('are counted, with what was sold today', async () => {
    const kari = await pupil('Kari Berg');
    const ola = await pupil('Ola Vik');
    await pupil('Per Li');
    await aCard(api, school.id, kari.id);
    await makeGuardian(api, kari, (await signedInGuardian(api)).person.id);
    await topUp(api, kari, 10_000);
    await topUp(api, ola, 10_000);
    await sell(api, kari, 4500);
    await takeBack(api, ola, await sell(api, ola, 1000), 1000);
    await sell(api, ola, 2000, new Date(api.clock.now().getTime() - 24 * 60 * 60 * 1000));
    expect((await office.get(`schools/${school.id}/overview`)).body).toEqual({
      pupils: 3,
      withCard: 1,
      withGuardian: 1,
      withMoney: 2,
      salesTodayOre: 4500,
      salesTodayCount: 2,
    });
    const empty = await aSchool(api);
    const { browser } = await signedInOffice(api, empty.id);
    expect((await browser.get(`schools/${empty.id}/overview`)).body).toMatchObject({ pupils: 0, salesTodayOre: 0 });
  });

  it('are the school’s own: closed to other schools and to guardians', async () => {
    const kari = await pupil('Kari Berg');
    const other = await aSchool(api);
    const stranger = (await signedInOffice(api, other.id)).browser;
    const guardian = (await signedInGuardian(api)).browser;
    for (const path of ['pupils', `pupils/${kari.id}`, 'overview']) {
      expect((await stranger.get(`schools/${school.id}/${path}`)).status).toBe(404);
      expect((await guardian.get(`schools/${school.id}/${path}`)).status).toBe(403);
    }
    expect((await stranger.get(`schools/${other.id}/pupils/${kari.id}`)).status).toBe(404);
    expect((await stranger.get<PupilPage>(`schools/${other.id}/pupils?query=kari`)).body.items).toEqual([]);
  });
});
