import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, osloDay } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { BooksModule } from '../books.module.ts';
import { BooksScene } from '../testing/books-scene.ts';
import { asOwner } from '../testing/proof-scene.ts';
import type { ClosingList } from './closing.dto.ts';

describe('a monthly closing', () => {
  let api: TestApi;
  let scene: BooksScene;
  beforeAll(async () => {
    api = await startTestApi({ imports: [BooksModule] });
  });
  beforeEach(async () => {
    scene = await BooksScene.at(api);
  });
  afterAll(() => api.close());

  /** A sale with its line, as the checkout leaves it. */
  async function sellWithVat(amountOre: number, vatCode: string, vatOre: number): Promise<string> {
    await scene.sell(amountOre);
    const id = newId();
    const [school, wallet, pupil] = [scene.school.id, scene.pupil.walletId, scene.pupil.id];
    const operation = `(SELECT id FROM operation WHERE school_id = $1 AND kind = 'sale' ORDER BY recorded_tx DESC LIMIT 1)`;
    await asOwner(
      api,
      `INSERT INTO sale (school_id, id, register_id, cashier_session_id, wallet_id, pupil_id, receipt_number, total_ore,
                         vat_ore, register_counter, day, occurred_at, recorded_at)
       SELECT $1, ${operation}, $4, $4, $2, $3, 1, $5, $6, 1, $7::timestamptz::date, $7, $7`,
      [school, wallet, pupil, id, amountOre, vatOre, api.clock.now()],
    );
    await asOwner(
      api,
      `INSERT INTO sale_line (school_id, sale_id, line, product_id, revision_id, name, quantity, unit_price_ore, amount_ore,
                              vat_code, vat_ore)
       SELECT $1, ${operation}, 1, $2, $2, 'Vare', 1, $3, $3, $4, $5`,
      [school, id, amountOre, vatCode, vatOre],
    );
    return id;
  }

  async function untilTheMonthIsOver(): Promise<string> {
    const month = osloDay(api.clock.now()).slice(0, 7);
    while (osloDay(api.clock.now()).slice(0, 7) === month) await scene.sleep();
    await scene.sleep();
    return month;
  }

  async function list(): Promise<ClosingList> {
    return (await scene.office.get<ClosingList>(`${scene.path}/closings`)).body;
  }

  const close = (body: unknown) => scene.office.post(`${scene.path}/closings`, body);

  it('books the VAT of what was sold by its code, and releases what was earned', async () => {
    await scene.topUp(kr(1000));
    await sellWithVat(kr(100), 'food15', 1_304);
    await sellWithVat(kr(50), 'exempt', 0);
    const month = await untilTheMonthIsOver();
    await sellWithVat(kr(30), 'high25', kr(6));
    const { next, items } = await list();
    expect(items).toEqual([]);
    const vat = [
      { vatCode: 'exempt', salesOre: kr(50), vatOre: 0 },
      { vatCode: 'food15', salesOre: kr(100), vatOre: 1_304 },
    ];
    const figures = { month, vatOre: 1_304, releaseOre: kr(150) };
    expect(next).toEqual({ ...figures, vat });

    expect(await close({ ...figures, vatOre: 1 })).toMatchObject({
      status: 409,
      body: { code: 'closing_figures_changed', vatOre: 1_304, releaseOre: kr(150) },
    });
    const answers = await Promise.all([close(figures), close(figures)]);
    expect(answers).toMatchObject([{ status: 200, body: { ...figures, vat } }, { status: 200 }]);
    expect(await list()).toMatchObject({ items: [figures], next: null });
    expect(await close({ ...figures, releaseOre: 1 })).toMatchObject({
      status: 409,
      body: { code: 'month_not_closable' },
    });
    expect(await accounts()).toEqual({ vat: -1_304, bank: kr(150), client_bank: kr(-150), revenue: 1_304 - kr(180) });
    expect(await scene.findings(true)).not.toContain('debits_differ_from_credits');

    const after = await untilTheMonthIsOver();
    const late = { month: after, vatOre: kr(6), releaseOre: kr(30) };
    expect((await list()).next).toMatchObject(late);
    expect((await close(late)).status).toBe(200);
  });

  it('of a month without anything books nothing, and of one that is not over is refused', async () => {
    const current = osloDay(api.clock.now()).slice(0, 7);
    const nothing = { vatOre: 0, releaseOre: 0 };
    const { next } = await list();
    expect(next).toEqual({ ...nothing, month: next?.month, vat: [] });
    expect(await close({ ...nothing, month: current })).toMatchObject({
      status: 409,
      body: { code: 'month_not_closable', nextMonth: next?.month },
    });
    expect((await close({ ...nothing, month: next?.month })).status).toBe(200);
    expect((await close({ ...nothing, month: '2026-13' })).status).toBe(400);
    const [{ count } = { count: -1 }] = await api.database.query<{ count: number }>(
      'SELECT count(*) AS count FROM operation WHERE school_id = $1',
      [scene.school.id],
    );
    expect(count).toBe(0);
  });

  async function accounts(): Promise<Record<string, number>> {
    const rows = await api.database.query<{ kind: string; ore: number }>(
      `SELECT kind, balance_ore AS ore FROM ledger_balances_now() WHERE school_id = $1 AND kind <> 'clearing'`,
      [scene.school.id],
    );
    return Object.fromEntries(rows.map(({ kind, ore }) => [kind, ore]));
  }
});
