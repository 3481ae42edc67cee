import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { paymentMethods } from '@kantinekortet/providers';
import { GuardianshipService } from '@kantinekortet/schools';
import { aCard, aPupil, aSchool, makeGuardian, signedInGuardian, signedInOffice } from '@kantinekortet/testing';
import { ReportingModule } from '../reporting.module.ts';
import { sell, takeBack, topUp } from '../testing/canteen-money.ts';
import type { ChildList } from './child.dto.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe('a guardian’s children', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ReportingModule] });
  });
  afterAll(() => api.close());

  it('are shown with money, card, what is spent today and what one may fill, at every school', async () => {
    const [near, far] = [await aSchool(api), await aSchool(api)];
    const kari = await aPupil(api, near.id, { firstName: 'Kari', lastName: 'Berg', className: '9A' });
    const ola = await aPupil(api, far.id, { firstName: 'Ola', lastName: 'Berg', className: '5B' });
    const card = await aCard(api, near.id, kari.id);
    const { person, browser } = await signedInGuardian(api);
    await makeGuardian(api, kari, person.id);
    await makeGuardian(api, ola, person.id);
    await topUp(api, kari, 20_000);
    await sell(api, kari, 1500, new Date(api.clock.now().getTime() - dayMs));
    await sell(api, kari, 4500);
    await takeBack(api, kari, await sell(api, kari, 2000), 2000);
    const { body } = await browser.get<ChildList>('guardians/me/children');
    expect(body.pending).toEqual([]);
    const children = new Map(body.items.map((child) => [child.name, child]));
    expect(children.get('Kari Berg')).toEqual({
      pupilId: kari.id,
      name: 'Kari Berg',
      shortName: 'Kari',
      initials: 'KB',
      className: '9A',
      school: { id: near.id, name: near.name },
      status: 'enrolled',
      wallet: { id: kari.walletId, balanceOre: 14_000, heldOre: 0, availableOre: 14_000, claimedOre: 0 },
      card: { id: card.id, number: card.number, status: 'active', blockedByRole: null },
      spentTodayOre: 4500,
      topUp: { minOre: 5000, maxOre: 150_000, balanceCapOre: 300_000, merchantId: expect.any(String), providers: [] },
    });
    expect(children.get('Ola Berg')).toMatchObject({ school: { id: far.id }, card: null, spentTodayOre: 0 });
    expect(children.size).toBe(2);
  });

  it('can be paid for in the ways that the school has and the product knows, in the product’s order', async () => {
    const school = await aSchool(api);
    const pupil = await aPupil(api, school.id);
    const { person, browser } = await signedInGuardian(api);
    await makeGuardian(api, pupil, person.id);
    await api.database.query(
      `INSERT INTO merchant_provider (merchant_id, provider, merchant_key, sealed_credentials)
       SELECT $1, name, gen_random_uuid()::text, '' FROM unnest($2::text[]) name`,
      [school.merchantId, ['bygone', ...paymentMethods.map(({ provider }) => provider).toReversed()]],
    );
    const { body } = await browser.get<ChildList>('guardians/me/children');
    expect(body.items.map((child) => child.topUp.providers)).toEqual([paymentMethods]);
  });

  it('are two when one has changed school: what is left at the old one, and the new one empty', async () => {
    const [old, next] = [await aSchool(api), await aSchool(api)];
    const there = await aPupil(api, old.id, { firstName: 'Kari', lastName: 'Berg', externalId: '7' });
    const { person, browser } = await signedInGuardian(api);
    await makeGuardian(api, there, person.id);
    await topUp(api, there, 12_000, person.id);
    const office = (await signedInOffice(api, old.id)).browser;
    expect((await office.post(`schools/${old.id}/pupils/${there.id}/leave`, {})).status).toBe(200);
    const here = await aPupil(api, next.id, { firstName: 'Kari', lastName: 'Berg', externalId: '7' });
    const inCommon = await api.database.query('SELECT 1 FROM pupil WHERE wallet_id = $1 AND school_id = $2', [
      there.walletId,
      next.id,
    ]);
    expect(inCommon).toEqual([]);
    await makeGuardian(api, here, person.id);
    const { items } = (await browser.get<ChildList>('guardians/me/children')).body;
    const children = new Map(items.map((child) => [child.school.id, child]));
    expect(children.get(old.id)).toMatchObject({ status: 'left', wallet: { balanceOre: 12_000 } });
    expect(children.get(next.id)).toMatchObject({ status: 'enrolled', wallet: { balanceOre: 0 } });
    expect(items).toHaveLength(2);
    const nextOffice = (await signedInOffice(api, next.id)).browser;
    expect((await nextOffice.get(`wallets/${there.walletId}/transactions`)).status).toBe(404);
  });

  it('wait as no more than initials and school until somebody has approved', async () => {
    const school = await aSchool(api);
    const pupil = await aPupil(api, school.id, { firstName: 'Kari', lastName: 'Berg' });
    const [first, second] = [await signedInGuardian(api), await signedInGuardian(api)];
    await makeGuardian(api, pupil, first.person.id);
    const request = { schoolId: school.id, pupilId: pupil.id, personId: second.person.id };
    await api.database.transaction((tx) => api.get(GuardianshipService).request(tx, request));
    const { body } = await second.browser.get<ChildList>('guardians/me/children');
    expect(body).toEqual({ items: [], pending: [{ pupilInitials: 'KB', schoolName: school.name }] });
  });

  it('are nobody’s before one is a guardian, and not for the office', async () => {
    const { browser } = await signedInGuardian(api);
    expect((await browser.get('guardians/me/children')).body).toEqual({ items: [], pending: [] });
    const office = (await signedInOffice(api, (await aSchool(api)).id)).browser;
    expect((await office.get('guardians/me/children')).status).toBe(403);
    expect((await api.browser('parent-portal').get('guardians/me/children')).status).toBe(401);
  });
});
