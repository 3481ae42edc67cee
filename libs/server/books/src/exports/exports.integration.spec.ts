import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { BooksModule } from '../books.module.ts';
import { BooksScene } from '../testing/books-scene.ts';

describe('what the accountant takes out', () => {
  let api: TestApi;
  let scene: BooksScene;
  beforeAll(async () => {
    api = await startTestApi({ imports: [BooksModule] });
  });
  beforeEach(async () => {
    scene = await BooksScene.at(api);
  });
  afterAll(() => api.close());

  async function table(path: string): Promise<string[][]> {
    const { status, bytes, headers } = await scene.office.get(`${scene.path}/books/${path}`);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString().split('\r\n');
    expect(lines.pop()).toBe('');
    return lines.map((line) => line.split(';'));
  }

  it('has every transfer of the period once, in order, and none of another school', async () => {
    const first = scene.daysAgo(0);
    await scene.topUp(kr(100));
    await scene.sell(kr(45));
    await (await BooksScene.at(api)).topUp(kr(7));
    await scene.sleep(2);
    await scene.settle(kr(99));
    const last = scene.daysAgo(0);
    const [head, ...rows] = await table(`transactions.csv?from=${first}&to=${last}`);
    expect(head).toEqual(['Registrert', 'Dato', 'Bilag', 'Hendelse', 'Debet', 'Kredit', 'Beløp', 'Kort', 'Betaling']);
    const { walletId } = scene.pupil;
    expect(rows.map((row) => row.slice(3, 8))).toEqual([
      ['Påfylling', 'Oppgjør betalingsleverandør stripe', 'Gjeld til kortholdere', '100,00', walletId],
      ['Salg', 'Gjeld til kortholdere', 'Salgsinntekt', '45,00', walletId],
      ['Oppgjør', 'Klientkonto', 'Oppgjør betalingsleverandør stripe', '99,00', ''],
    ]);
    expect(await table(`transactions.csv?from=${first}&to=${first}`)).toHaveLength(3);
    expect(await table(`transactions.csv?from=2020-01-01&to=2020-12-31`)).toHaveLength(1);
  });

  it('is refused for a period that ends before it begins, or is longer than a year', async () => {
    for (const query of ['from=2026-02-02&to=2026-02-01', 'from=2025-01-01&to=2026-01-02', 'from=2026-01-01']) {
      expect((await scene.office.get(`${scene.path}/books/transactions.csv?${query}`)).status).toBe(400);
    }
    expect((await scene.office.get(`${scene.path}/books/summary.csv?month=2026-13`)).status).toBe(400);
  });

  it('sums up a month by account, and the balances of two months meet', async () => {
    await scene.topUp(kr(100));
    const month = scene.daysAgo(0).slice(0, 7);
    while (scene.daysAgo(0).slice(0, 7) === month) await scene.sleep();
    await scene.sell(kr(30));
    const next = scene.daysAgo(0).slice(0, 7);
    const clearing = 'Oppgjør betalingsleverandør stripe';
    expect(await table(`summary.csv?month=${month}`)).toEqual([
      ['Konto', 'Inngående saldo', 'Debet', 'Kredit', 'Utgående saldo'],
      ['Gjeld til kortholdere', '0,00', '0,00', '100,00', '-100,00'],
      [clearing, '0,00', '100,00', '0,00', '100,00'],
      ['Salgsinntekt', '0,00', '0,00', '0,00', '0,00'],
    ]);
    expect(await table(`summary.csv?month=${next}`)).toEqual([
      ['Konto', 'Inngående saldo', 'Debet', 'Kredit', 'Utgående saldo'],
      ['Gjeld til kortholdere', '-100,00', '30,00', '0,00', '-70,00'],
      [clearing, '100,00', '0,00', '0,00', '100,00'],
      ['Salgsinntekt', '0,00', '0,00', '30,00', '-30,00'],
    ]);
  });
});
