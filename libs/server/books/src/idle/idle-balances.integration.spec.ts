import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aPupil, makeGuardian, signedInGuardian, signedInSupport } from '@kantinekortet/testing';
import { HoldsService } from '@kantinekortet/wallet';
import { BooksModule } from '../books.module.ts';
import { BooksScene } from '../testing/books-scene.ts';
import { asOwner } from '../testing/proof-scene.ts';
import type { IdleBalanceList } from './idle-balance.dto.ts';

describe('idle balances', () => {
  let api: TestApi;
  let scene: BooksScene;
  beforeAll(async () => {
    api = await startTestApi({ imports: [BooksModule] });
  });
  beforeEach(async () => {
    scene = await BooksScene.at(api);
  });
  afterAll(() => api.close());

  const path = () => `${scene.path}/idle-balances`;
  const get = async () => (await scene.office.get<IdleBalanceList>(path())).body;
  const nothing = { count: 0, totalOre: 0, items: [] };

  it('are those on which nothing has moved for twelve months', async () => {
    await scene.topUp(kr(100));
    await scene.sleep(364);
    expect(await get()).toEqual(nothing);
    await scene.sleep(2);
    const { id: pupilId } = scene.pupil;
    expect(await get()).toMatchObject({
      ...{ count: 1, totalOre: kr(100) },
      items: [{ pupilId, hasLeft: false, balanceOre: kr(100), nextStep: 'contact_family' }],
    });
    const guardian = await signedInGuardian(api);
    await makeGuardian(api, scene.pupil, guardian.person.id);
    expect(await get()).toMatchObject({ items: [{ nextStep: 'ask_guardian' }] });
    await scene.sell(kr(20));
    expect(await get()).toEqual(nothing);
  });

  it('are those of who has left, at once; empty cards are none', async () => {
    await leave();
    expect(await get()).toEqual(nothing);
    await scene.topUp(kr(35));
    expect(await get()).toMatchObject({ count: 1, items: [{ hasLeft: true, nextStep: 'pay_tomorrow' }] });
    await leave(true);
    expect(await get()).toMatchObject({ count: 1, items: [{ hasLeft: true, nextStep: 'pay_leaver' }] });
    await api.database.transaction((tx) =>
      api.get(HoldsService).place(tx, {
        ...{ id: newId(), schoolId: scene.school.id, actor: 'system:test', occurredAt: api.clock.now() },
        ...{ walletId: scene.pupil.walletId, amountOre: kr(35), payerId: null, paymentReference: null },
      }),
    );
    expect(await get()).toMatchObject({ count: 1, totalOre: kr(35), items: [{ nextStep: 'wait' }] });
  });

  it('are listed with the largest first, and all in a table that is no formula', async () => {
    await asOwner(api, `UPDATE pupil SET first_name = '=Åse' WHERE id = $1`, [scene.pupil.id]);
    await scene.topUp(kr(35));
    await leave();
    const other = await aPupil(api, scene.school.id, { firstName: 'Øyvind', lastName: 'Ås', className: '8B' });
    await asOwner(api, `UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1`, [other.id]);
    await scene.topUp(kr(1250), other);
    expect((await get()).items.map(({ pupilId }) => pupilId)).toEqual([other.id, scene.pupil.id]);
    const { bytes, headers } = await scene.office.get(`${path()}.csv`);
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    const today = scene.daysAgo(0).split('-').toReversed().join('.');
    const lines = bytes.toString().split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      '\uFEFFElev;Klasse;Har sluttet;Siste bevegelse;Beløp;Neste steg',
      `Øyvind Ås;8B;ja;${today};1250,00;Betal tilbake under Utbetalinger, fra i morgen`,
    ]);
    expect(lines[2]).toMatch(/^'=Åse .*;35,00;Betal tilbake/);
  });

  it("are the office's alone", async () => {
    const { browser } = await signedInSupport(api, scene.school.id);
    for (const table of ['', '.csv']) {
      expect((await browser.get(`${path()}${table}`)).status).toBe(403);
      expect((await (await BooksScene.at(api)).office.get(`${path()}${table}`)).status).toBe(404);
    }
  });

  const leave = (isForGood = false) =>
    asOwner(
      api,
      `UPDATE pupil SET status = 'left', left_at = now(), left_for_good_at = CASE WHEN $2 THEN now() END WHERE id = $1`,
      [scene.pupil.id, isForGood],
    );
});
