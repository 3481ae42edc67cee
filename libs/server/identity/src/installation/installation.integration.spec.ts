import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { mailedToken, mailsTo } from '@kantinekortet/testing';
import { IdentityModule } from '../identity.module.ts';
import { InstallationService, OperatorMistake } from './installation.service.ts';

const municipality = { name: 'Fjordby kommune', organisationNumber: '974760673', address: 'Torget 1, 1234 Fjordby' };

describe('the installation', () => {
  let api: TestApi;
  let installation: InstallationService;
  let merchantId: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [IdentityModule] });
    installation = api.get(InstallationService);
    merchantId = await installation.createMerchant(municipality);
  });
  afterAll(() => api.close());

  it('gets a school with its ledger accounts and the usual settings', async () => {
    const id = await installation.createSchool(merchantId, 'Fjordby skole');
    expect(await installation.listSchools()).toContainEqual({
      id,
      name: 'Fjordby skole',
      merchantId,
      merchantName: 'Fjordby kommune',
      organisationNumber: '974760673',
    });
    const accounts = await api.database.query<{ kind: string }>('SELECT kind FROM account WHERE school_id = $1', [id]);
    expect(accounts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['revenue', 'clearing', 'claims']));
    expect(await api.database.query('SELECT top_up_min_ore, balance_cap_ore FROM school WHERE id = $1', [id])).toEqual([
      { top_up_min_ore: 5000, balance_cap_ore: 300000 },
    ]);
  });

  it('gets the first of an office, who takes over from there', async () => {
    const schoolId = await installation.createSchool(merchantId, 'Havna skole');
    const url = await installation.inviteOffice(schoolId, 'rektor@example.no', 'nn');
    const token = await mailedToken(api, 'rektor@example.no');
    expect(url).toBe(`${api.config.officeUrl}/invitasjon?token=${token}`);
    expect((await mailsTo(api, 'rektor@example.no'))[0]?.paragraphs[0]).toContain('Du er invitert til å arbeide');
    const browser = api.browser('admin-office');
    await browser.post(`staff-invitations/${token}/accept`, { name: 'Rektor', password: 'gul sjøløve i fjæra' });
    await browser.post('sessions', { email: 'rektor@example.no', password: 'gul sjøløve i fjæra' });
    expect((await browser.get(`schools/${schoolId}/staff`)).body).toMatchObject({ items: [{ name: 'Rektor' }] });
  });

  it.each([
    ['an organisation number with a wrong check digit', { name: 'Feil', organisationNumber: '974760674' }],
    ['an organisation number that is taken', { ...municipality, name: 'Kopi' }],
    ['an empty name', { name: ' ', organisationNumber: '958935420' }],
  ])('refuses a merchant with %s', async (_, merchant) => {
    await expect(installation.createMerchant(merchant)).rejects.toThrow(OperatorMistake);
  });

  it('refuses a school of no merchant, without a name, or with one that the merchant uses', async () => {
    await installation.createSchool(merchantId, 'Lia skole');
    await expect(installation.createSchool(newId(), 'Lia skole')).rejects.toThrow('There is no merchant with this id');
    await expect(installation.createSchool(merchantId, 'Lia skole')).rejects.toThrow('has a school of this name');
    await expect(installation.createSchool(merchantId, '')).rejects.toThrow('The name is empty');
  });

  it('refuses to invite the office of a school that is not there', async () => {
    await expect(installation.inviteOffice(newId(), 'x@example.no', 'nb')).rejects.toMatchObject({
      code: 'school_not_found',
    });
  });
});
