import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aPupil, aSchool, signedInGuardian, signedInOffice, signedInSupport } from '@kantinekortet/testing';
import { SchoolsModule } from '../schools.module.ts';

describe('a school', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [SchoolsModule] });
  });
  afterAll(() => api.close());

  it('is shown with its settings, of which the office changes those it names', async () => {
    const school = await aSchool(api);
    const { browser } = await signedInOffice(api, school.id);
    const first = await browser.get(`schools/${school.id}`);
    expect(first.body).toMatchObject({
      id: school.id,
      name: school.name,
      merchantName: `Eier av ${school.name}`,
      settings: { topUpMinOre: 5000, topUpMaxOre: 150_000, balanceCapOre: 300_000, allowWithoutCard: false },
    });
    const changed = await browser.patch(`schools/${school.id}/settings`, {
      topUpMaxOre: 100_000,
      allowWithoutCard: true,
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      settings: { topUpMinOre: 5000, topUpMaxOre: 100_000, allowWithoutCard: true },
    });
    expect((await browser.get(`schools/${school.id}`)).body).toEqual(changed.body);
    expect((await browser.patch(`schools/${school.id}/settings`, { allowWithoutCard: false })).body).toMatchObject({
      settings: { topUpMaxOre: 100_000, allowWithoutCard: false },
    });
  });

  it('refuses settings that contradict each other or are no amounts', async () => {
    const school = await aSchool(api);
    const { browser } = await signedInOffice(api, school.id);
    const path = `schools/${school.id}/settings`;
    expect(await browser.patch(path, { topUpMinOre: 200_000 })).toMatchObject({
      status: 400,
      body: { code: 'settings_contradict', errors: [{ pointer: '/topUpMaxOre' }] },
    });
    expect(await browser.patch(path, { balanceCapOre: 1000 })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/balanceCapOre' }] },
    });
    expect(await browser.patch(path, { lunchFloorOre: -1 })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    });
    expect(await browser.patch(path, { lunchFloorOre: 0.5 })).toMatchObject({ status: 400 });
  });

  it('counts enrolled pupils by class, 9A before 10A', async () => {
    const school = await aSchool(api);
    await aPupil(api, school.id, { className: '10A' });
    await aPupil(api, school.id, { className: '9A' });
    await aPupil(api, school.id, { className: '9A' });
    const { browser } = await signedInSupport(api, school.id);
    expect((await browser.get(`schools/${school.id}/classes`)).body).toMatchObject({
      items: [
        { name: '9A', pupilCount: 2 },
        { name: '10A', pupilCount: 1 },
      ],
    });
  });

  it('is closed to other schools and guardians, and its settings to support', async () => {
    const school = await aSchool(api);
    const stranger = (await signedInOffice(api, (await aSchool(api)).id)).browser;
    const guardian = (await signedInGuardian(api)).browser;
    for (const path of [`schools/${school.id}`, `schools/${school.id}/classes`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await guardian.get(path)).status).toBe(403);
    }
    expect((await stranger.patch(`schools/${school.id}/settings`, { lunchFloorOre: 0 })).status).toBe(404);
    const support = (await signedInSupport(api, school.id)).browser;
    expect((await support.get(`schools/${school.id}`)).status).toBe(200);
    expect((await support.patch(`schools/${school.id}/settings`, { lunchFloorOre: 0 })).status).toBe(403);
  });
});
