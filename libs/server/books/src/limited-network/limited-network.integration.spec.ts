import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aSchool, signedInSupport } from '@kantinekortet/testing';
import { Client } from 'pg';
import { BooksModule } from '../books.module.ts';
import { BooksScene } from '../testing/books-scene.ts';
import { LimitedNetworkJob } from './limited-network.job.ts';
import type { LimitedNetworkDto } from './limited-network.dto.ts';

describe('the limited-network total', () => {
  let api: TestApi;
  let scene: BooksScene;
  beforeAll(async () => {
    api = await startTestApi({ imports: [BooksModule] });
  });
  beforeEach(async () => {
    scene = await BooksScene.at(api);
  });
  afterAll(() => api.close());

  const path = () => `${scene.path}/limited-network`;
  const get = async () => (await scene.office.get<LimitedNetworkDto>(path())).body;
  const say = (rate: object) =>
    scene.office.post<LimitedNetworkDto>(`${path()}/euro-rates`, {
      ...{ id: newId(), day: scene.daysAgo(0), nokPerEurE4: 115_000, source: 'Norges Bank' },
      ...rate,
    });
  const count = () => api.get(LimitedNetworkJob).run();
  const tasks = async (schoolId = scene.school.id) =>
    (
      await api.database.query<{ kind: string; facts: unknown; isOpen: boolean }>(
        `SELECT kind, facts, resolved_at IS NULL AS "isOpen" FROM office_task
          WHERE school_id = $1 AND kind LIKE 'limited%' ORDER BY kind`,
        [schoolId],
      )
    ).map(({ kind, isOpen }) => [kind, isOpen]);

  it('adds up twelve months of all schools of the merchant, counted days and today alike, and nothing twice', async () => {
    await scene.topUp(kr(1000));
    await scene.sleep(200);
    await scene.topUp(kr(500));
    await scene.sell(kr(300));
    await scene.settle(kr(77));
    const sister = await BooksScene.at(api, { merchantId: scene.school.merchantId });
    await sister.topUp(kr(40));
    await (await BooksScene.at(api)).topUp(kr(9));
    const expected = { schoolCount: 2, paidInOre: kr(1540), usedOre: kr(300), measuredOre: kr(1540) };
    expect(await get()).toMatchObject(expected);
    await scene.sleep();
    await count();
    await count();
    expect(await get()).toMatchObject(expected);
    await scene.sell(kr(2));
    expect(await get()).toMatchObject({ paidInOre: kr(1540), usedOre: kr(302) });

    await scene.sleep(170);
    expect(await get()).toMatchObject({ paidInOre: kr(540), usedOre: kr(302) });
    await count();
    expect(await get()).toMatchObject({ paidInOre: kr(540), usedOre: kr(302) });
    expect((await get()).fromDay > scene.daysAgo(366)).toBe(true);
  });

  it('says the euro by the rate of the newest day that a person named, and cautiously before that', async () => {
    await scene.topUp(kr(2300));
    expect(await get()).toMatchObject({ rate: null, nokPerEurE4: 100_000, measuredEur: 230, percent: 1 });
    expect((await say({})).body).toMatchObject({
      rate: { day: scene.daysAgo(0), nokPerEurE4: 115_000, source: 'Norges Bank' },
      ...{ measuredEur: 200, limitEur: 1_000_000, standing: 'far' },
    });
    await say({ day: scene.daysAgo(9), nokPerEurE4: 200_000 });
    expect(await get()).toMatchObject({ nokPerEurE4: 115_000 });
  });

  it('takes a rate once, and none of a day to come, without a source or beyond belief', async () => {
    const id = newId();
    expect((await say({ id })).status).toBe(200);
    expect((await say({ id })).status).toBe(200);
    expect(await say({ id, nokPerEurE4: 116_000 })).toMatchObject({
      status: 409,
      body: { code: 'operation_conflict' },
    });
    expect(await say({ day: scene.daysAgo(-1) })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/day', code: 'in_the_future' }] },
    });
    expect((await say({ source: ' ' })).status).toBe(400);
    expect((await say({ nokPerEurE4: 11.5 })).status).toBe(400);
    expect((await say({ nokPerEurE4: 115 })).status).toBe(400);
  });

  it('asks each office of the merchant once above 80 per cent, and once above the limit', async () => {
    const sister = await aSchool(api, { merchantId: scene.school.merchantId });
    await scene.topUp(kr(9_200_000));
    await say({});
    await count();
    expect(await tasks()).toEqual([]);
    await scene.topUp(1);
    await count();
    await count();
    expect(await tasks()).toEqual([['limited_network_near', true]]);
    expect(await tasks(sister.id)).toEqual([['limited_network_near', true]]);
    await scene.topUp(kr(2_300_000));
    await count();
    const both = [
      ['limited_network_near', false],
      ['limited_network_over', true],
    ];
    expect(await tasks()).toEqual(both);
    await api.database.query(
      `UPDATE office_task SET resolved_at = now(), resolution = 'Meldt' WHERE school_id = $1 AND resolved_at IS NULL`,
      [scene.school.id],
    );
    await count();
    expect(await tasks()).toEqual([both[0], ['limited_network_over', false]]);
    expect(await tasks(sister.id)).toEqual(both);
    expect(await get()).toMatchObject({ standing: 'over', percent: 101 });
  });

  it('is told to the others when one merchant cannot be told', async () => {
    await scene.topUp(kr(12_000_000));
    const other = await BooksScene.at(api);
    await other.topUp(kr(12_000_000));
    const owner = new Client(api.ownerUrl);
    await owner.connect();
    // Whichever is first in the database meets a task that cannot be written.
    const [first, second] = [scene.school.id, other.school.id].sort();
    await owner.query(
      `ALTER TABLE office_task ADD CONSTRAINT not_there CHECK (school_id <> '${first ?? ''}') NOT VALID`,
    );
    await count();
    await owner.query('ALTER TABLE office_task DROP CONSTRAINT not_there');
    await owner.end();
    expect([await tasks(first), await tasks(second)]).toEqual([[], [['limited_network_over', true]]]);
    await count();
    expect(await tasks(first)).toEqual([['limited_network_over', true]]);
  });

  it('takes off a payment that was annulled', async () => {
    await scene.topUp(kr(100));
    await scene.book('correction', {
      debit: { walletId: scene.pupil.walletId },
      credit: { account: 'clearing', name: 'stripe' },
      amountOre: kr(30),
    });
    expect(await get()).toMatchObject({ paidInOre: kr(70) });
    await scene.sleep();
    await count();
    expect(await get()).toMatchObject({ paidInOre: kr(70) });
  });

  it("is the office's alone", async () => {
    const { browser } = await signedInSupport(api, scene.school.id);
    expect((await browser.get(path())).status).toBe(403);
    expect((await browser.post(`${path()}/euro-rates`, {})).status).toBe(403);
    const elsewhere = await BooksScene.at(api);
    expect((await elsewhere.office.get(path())).status).toBe(404);
  });
});
