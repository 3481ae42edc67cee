import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, osloDay } from '@kantinekortet/platform';
import { readPdf, startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import {
  aPupil,
  aSchool,
  makeGuardian,
  signedInGuardian,
  signedInSupport,
  type TestPupil,
  type TestSchool,
} from '@kantinekortet/testing';
import { ReportingModule } from '../reporting.module.ts';
import { claim, sell, takeBack, topUp } from '../testing/canteen-money.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('a statement on paper', () => {
  let api: TestApi;
  let school: TestSchool;
  let pupil: TestPupil;
  let office: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [ReportingModule] });
  });
  beforeEach(async () => {
    school = await aSchool(api);
    pupil = await aPupil(api, school.id, { firstName: 'Øyvind', lastName: 'Åsæter', className: '8B' });
    office = (await signedInSupport(api, school.id)).browser;
  });
  afterAll(() => api.close());

  const today = () => osloDay(api.clock.now());
  const written = () => today().split('-').toReversed().join('.');
  const path = (query: string) => `schools/${school.id}/pupils/${pupil.id}/statement.pdf?${query}`;

  async function read(query = `from=2026-01-01&to=${today()}`): Promise<string[]> {
    const { status, bytes, headers } = await office.get(path(query));
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    return (await readPdf(bytes)).map(({ text }) => text);
  }

  it('has every line between the balances before and after, and says who holds the money', async () => {
    await claim(api, pupil, 2500);
    await topUp(api, pupil, 20_000);
    const sale = await sell(api, pupil, 4500);
    await takeBack(api, pupil, sale, 4500);
    const [page, ...more] = await read();
    expect(more).toEqual([]);
    expect(page).toContain('Kantinekort til Øyvind Åsæter 8B');
    expect(page).toContain(
      [
        'Inngående saldo 0,00 kr',
        `${written()} Påfylling, kort 4242 200,00 kr 200,00 kr`,
        `${written()} Trekk for skyldig beløp −25,00 kr 175,00 kr`,
        `${written()} Suppe, kvittering 7 −45,00 kr 130,00 kr`,
        `${written()} Retur: Kjøp i kantina, kvittering 1 45,00 kr 175,00 kr`,
        'Utgående saldo 175,00 kr',
      ].join(' '),
    );
    expect(page).toMatch(new RegExp(`Eier av ${school.name}, Org\\.nr\\. \\d{3} \\d{3} \\d{3}`));
  });

  it('has the same figures as a table that a Norwegian spreadsheet opens', async () => {
    await topUp(api, pupil, 123_450);
    await topUp(api, pupil, 100, newId(), { isAutomatic: true });
    await sell(api, pupil, 4500, undefined, '=1+1');
    const { status, bytes, headers } = await office.get(
      path(`from=2026-01-01&to=${today()}`).replace('statement.pdf', 'statement.csv'),
    );
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString().split('\r\n')).toEqual([
      'Dato;Hva;Beløp;Saldo',
      '01.01.2026;Inngående saldo;;0,00',
      `${written()};Påfylling, kort 4242;1234,50;1234,50`,
      `${written()};Automatisk påfylling, kort 4242;1,00;1235,50`,
      `${written()};'=1+1, kvittering 7;-45,00;1190,50`,
      `${written()};Utgående saldo;;1190,50`,
      '',
    ]);
    const [page] = await read();
    expect(page).toContain(`Automatisk påfylling, kort 4242 1,00 kr 1 235,50 kr`);
    expect(page).toContain('Utgående saldo 1 190,50 kr');
  });

  it('says to a guardian nothing of how another one paid', async () => {
    const [mother, father] = [await signedInGuardian(api), await signedInGuardian(api)];
    for (const { person } of [mother, father]) await makeGuardian(api, pupil, person.id);
    await topUp(api, pupil, 20_000, mother.person.id, { isAutomatic: true });
    const printed = async ({ browser }: typeof mother) => {
      const query = `from=2026-01-01&to=${today()}`;
      const { bytes } = await browser.get(`wallets/${pupil.walletId}/statement.pdf?${query}`);
      return (await readPdf(bytes))[0]?.text;
    };
    expect(await printed(mother)).toContain('Automatisk påfylling, kort 4242 200,00 kr');
    expect(await printed(father)).toMatch(/\d Påfylling 200,00 kr/);
  });

  it('of two periods that meet fits together, and a purchase that came late is in the period it came in', async () => {
    await topUp(api, pupil, 20_000);
    const lastDay = today();
    api.clock.advance(dayMs);
    const support = (await signedInSupport(api, school.id)).browser;
    await sell(api, pupil, 4500, new Date(api.clock.now().getTime() - dayMs));
    const textOf = async (query: string) => (await readPdf((await support.get(path(query))).bytes))[0]?.text;
    const before = await textOf(`from=2020-01-01&to=${lastDay}`);
    const after = await textOf(`from=${today()}&to=${today()}`);
    api.clock.advance(-dayMs);
    expect(before).toContain('Utgående saldo 200,00 kr');
    expect(after).toMatch(
      /Inngående saldo 200,00 kr .* Suppe, kvittering 7 −45,00 kr 155,00 kr Utgående saldo 155,00 kr/,
    );
  });

  it('of a wallet on which nothing moved says so', async () => {
    expect((await read('from=2020-01-01&to=2020-01-31'))[0]).toContain(
      'Inngående saldo 0,00 kr Ingen bevegelser i perioden. Utgående saldo 0,00 kr',
    );
  });

  it('is written in nynorsk and English too', async () => {
    await topUp(api, pupil, 20_000);
    expect((await read(`from=${today()}&to=${today()}&language=nn`))[0]).toContain('Inngåande saldo');
    expect((await read(`from=${today()}&to=${today()}&language=en`))[0]).toContain('Opening balance');
  });

  it("is the guardian's too, and nobody else's", async () => {
    await topUp(api, pupil, 20_000);
    const [mother, stranger] = [await signedInGuardian(api), await signedInGuardian(api)];
    await makeGuardian(api, pupil, mother.person.id);
    const mine = `wallets/${pupil.walletId}/statement.pdf?from=${today()}&to=${today()}`;
    expect((await readPdf((await mother.browser.get(mine)).bytes))[0]?.text).toContain('Utgående saldo 200,00 kr');
    expect((await stranger.browser.get(mine)).status).toBe(404);
    expect((await mother.browser.get(path(`from=${today()}&to=${today()}`))).status).toBe(403);
    const elsewhere = (await signedInSupport(api, (await aSchool(api)).id)).browser;
    expect((await elsewhere.get(path(`from=${today()}&to=${today()}`))).status).toBe(404);
    const table = mine.replace('statement.pdf', 'statement.csv');
    expect((await mother.browser.get(table)).bytes.toString()).toContain('Utgående saldo;;200,00');
    expect((await stranger.browser.get(table)).status).toBe(404);
  });

  it.each(['from=2026-02-30&to=2026-03-01', 'from=2026-03-01', 'from=2026-03-02&to=2026-03-01', 'from=&to='])(
    'is not written for %p',
    async (query) => {
      expect((await office.get(path(query))).status).toBe(400);
    },
  );
});
