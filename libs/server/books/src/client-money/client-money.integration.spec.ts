import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { BooksModule } from '../books.module.ts';
import { accountNumber, BooksScene, camt053 } from '../testing/books-scene.ts';

describe('the money held for customers', () => {
  let api: TestApi;
  let scene: BooksScene;
  beforeAll(async () => {
    api = await startTestApi({ imports: [BooksModule] });
  });
  beforeEach(async () => {
    scene = await BooksScene.at(api);
  });
  afterAll(() => api.close());

  it('is enough when account and providers have what wallets are owed, and what was earned is surplus', async () => {
    await scene.setAccount();
    await scene.topUp(kr(500));
    await scene.settle(kr(300));
    await scene.sell(kr(45));
    await scene.sleep();
    await scene.topUp(kr(1000));
    await scene.sell(kr(5));
    expect(await scene.say({ day: scene.daysAgo(1), balanceOre: kr(300) })).toMatchObject({
      status: 200,
      body: {
        ...{ day: scene.daysAgo(1), source: 'person', balanceOre: kr(300), clearingOre: kr(200) },
        ...{ walletsOre: kr(455), inTransitOre: 0, surplusOre: kr(45) },
      },
    });
    expect(await scene.findings()).toEqual([]);
  });

  it('that is an øre short turns the books red until it is there', async () => {
    await scene.setAccount();
    await scene.topUp(kr(500));
    await scene.settle(kr(500));
    await scene.sleep();
    await scene.say({ day: scene.daysAgo(1), balanceOre: kr(500) - 1 });
    expect(await scene.findings()).toEqual(['client_money_short']);
    expect((await scene.books()).proof?.findings).toMatchObject([
      { finding: 'client_money_short', detail: expect.stringContaining('49999 øre') },
    ]);
    await scene.say({ day: scene.daysAgo(1), balanceOre: kr(500), note: 'Gebyret er ført tilbake' });
    expect(await scene.findings()).toEqual([]);
    expect((await scene.books()).proof?.findings).toEqual([]);
  });

  it('counts what is on its way out, and a settlement by the day on which the bank had it, whenever we hear of it', async () => {
    await scene.setAccount();
    await scene.topUp(kr(500));
    const { walletId } = scene.pupil;
    await scene.book('hold_post', { debit: { walletId }, credit: { account: 'in_transit' }, amountOre: kr(100) });
    const thatDay = api.clock.now();
    await scene.sleep();
    const { body } = await scene.say({ day: scene.daysAgo(1), balanceOre: kr(500) });
    expect(body).toMatchObject({
      clearingOre: kr(500),
      walletsOre: kr(400),
      inTransitOre: kr(100),
      surplusOre: kr(500),
    });
    await scene.settle(kr(500), thatDay);
    expect((await scene.books()).clientMoney).toMatchObject({ clearingOre: 0, surplusOre: 0 });
    const { body: again } = await scene.say({ day: scene.daysAgo(1), balanceOre: kr(500) });
    expect(again).toMatchObject({ clearingOre: 0, surplusOre: 0 });
  });

  it('is that of all schools of the merchant, and each of them hears when it is short', async () => {
    const other = await BooksScene.at(api, { merchantId: scene.school.merchantId });
    await scene.setAccount();
    await scene.topUp(kr(100));
    await other.topUp(kr(50));
    await other.settle(kr(50));
    await scene.sleep();
    const { body } = await scene.say({ day: scene.daysAgo(1), balanceOre: kr(49) });
    expect(body).toMatchObject({ walletsOre: kr(150), clearingOre: kr(100), surplusOre: kr(-1) });
    expect([await scene.findings(), await other.findings()]).toEqual([['client_money_short'], ['client_money_short']]);
    expect((await scene.books()).clientMoney).toMatchObject(body);
    await scene.say({ day: scene.daysAgo(1), balanceOre: kr(50) });
  });

  it('has to be said again after 35 days', async () => {
    await scene.setAccount();
    await scene.topUp(kr(100));
    await scene.sleep();
    await scene.say({ day: scene.daysAgo(1), balanceOre: 0 });
    await scene.sleep(34);
    expect(await scene.findings()).not.toContain('client_money_unconfirmed');
    await scene.sleep();
    expect(await scene.findings()).toContain('client_money_unconfirmed');
    await scene.say({ day: scene.daysAgo(1), balanceOre: 0 });
    expect(await scene.findings()).not.toContain('client_money_unconfirmed');
  });

  it('is taken from the bank’s own file, once, by IBAN or account number', async () => {
    await scene.setAccount('9041 22 63056');
    await scene.topUp(kr(100));
    await scene.settle(kr(100));
    await scene.sleep();
    const file = camt053({ day: scene.daysAgo(1), amount: '100.00' });
    const taken = { status: 200, body: { source: 'bank_file', balanceOre: kr(100), surplusOre: 0 } };
    expect(await Promise.all([scene.takeFile(file), scene.takeFile(file)])).toMatchObject([taken, taken]);
    const iban = '<IBAN>NO2390412263056</IBAN>';
    const overdrawn = camt053({ day: scene.daysAgo(1), amount: '0.5', side: 'DBIT', account: iban });
    expect(await scene.takeFile(overdrawn)).toMatchObject({ status: 200, body: { balanceOre: -50 } });
    const { rows } = await count();
    expect(rows).toBe(2);
    await scene.say({ day: scene.daysAgo(1), balanceOre: kr(100) });
  });

  it('is not taken from another account’s file, from garbage, or for a day that is not over', async () => {
    await scene.setAccount();
    const refused = async (file: Buffer) => {
      const { status, body } = await scene.takeFile(file);
      return [status, body['code']];
    };
    const day = scene.daysAgo(1);
    const other = camt053({ day, amount: '1.00', account: '<Othr><Id>12345678903</Id></Othr>' });
    expect(await refused(other)).toEqual([422, 'bank_file_of_other_account']);
    expect(await refused(Buffer.from('<html></html>'))).toEqual([422, 'bank_file_unreadable']);
    expect(await refused(camt053({ day: scene.daysAgo(0), amount: '1.00' }))).toEqual([422, 'day_not_over']);
    expect(await scene.say({ day: scene.daysAgo(0), balanceOre: 1 })).toMatchObject({
      status: 422,
      body: { code: 'day_not_over' },
    });
    expect((await scene.office.post(`${scene.path}/client-money/statements`, {})).status).toBe(422);
    expect((await count()).rows).toBe(0);
  });

  it('needs to be known of which account, with a number that can be one', async () => {
    const missing = { status: 409, body: { code: 'client_account_missing' } };
    expect(await scene.say({ day: scene.daysAgo(1), balanceOre: 1 })).toMatchObject(missing);
    expect(await scene.takeFile(camt053({ day: scene.daysAgo(1), amount: '1.00' }))).toMatchObject(missing);
    expect(await scene.setAccount('90412263057')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/accountNumber', code: 'not_an_account' }] },
    });
    await scene.setAccount();
    expect((await scene.books()).clientAccount).toEqual({ accountNumber });
  });

  it('is said once under an id; the same again is no second row, and something else is a conflict', async () => {
    await scene.setAccount();
    const balance = { id: newId(), day: scene.daysAgo(1), balanceOre: kr(1) };
    const answers = await Promise.all([1, 2, 3].map(() => scene.say(balance)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await count()).rows).toBe(1);
    expect(await scene.say({ ...balance, balanceOre: kr(2) })).toMatchObject({
      status: 409,
      body: { code: 'operation_conflict' },
    });
  });

  async function count(): Promise<{ rows: number }> {
    const sql = 'SELECT count(*) AS rows FROM client_money_balance WHERE merchant_id = $1';
    const [row] = await api.database.query<{ rows: number }>(sql, [scene.school.merchantId]);
    return row ?? { rows: 0 };
  }
});
