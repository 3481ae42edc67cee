import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { BalanceWatches, HoldsService, type BalanceBelow } from '@kantinekortet/wallet';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type Buyer, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

describe('who watches a balance', () => {
  let api: TestApi;
  let canteen: Canteen;
  let till: Till;
  let baguette: TestProduct;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    till = await canteen.till();
    baguette = await canteen.product(4500);
  });
  afterAll(() => api.close());

  const topic = 'balance-below.mail';
  const keyOf = ({ walletId }: Buyer, personId: string) =>
    ({ schoolId: canteen.schoolId, walletId, topic, personId }) as const;

  const watch = async (pupil: Buyer, belowOre: number, personId = newId()): Promise<string> => {
    await api.database.transaction((tx) => api.get(BalanceWatches).watch(tx, { ...keyOf(pupil, personId), belowOre }));
    return personId;
  };
  const end = (pupil: Buyer, personId: string) =>
    api.database.transaction((tx) => api.get(BalanceWatches).end(tx, keyOf(pupil, personId)));

  const buy = async (pupil: Buyer): Promise<string> => {
    const answer = await till.sell({ card: pupil.card, products: [baguette] });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const messages = async (pupil: Buyer): Promise<BalanceBelow[]> =>
    (await api.outbox<BalanceBelow>(topic)).filter(({ walletId }) => walletId === pupil.walletId);

  it('is told by the purchase that leaves less, and by every one after it', async () => {
    const pupil = await canteen.buyer(14_000);
    const personId = await watch(pupil, 6000);
    await buy(pupil);
    expect(await messages(pupil)).toEqual([]);
    const [second, third] = [await buy(pupil), await buy(pupil)];
    const message = { schoolId: canteen.schoolId, walletId: pupil.walletId, personId };
    expect(await messages(pupil)).toEqual([
      { ...message, operationId: second },
      { ...message, operationId: third },
    ]);
  });

  it('is told what can be spent: exactly the amount is enough, and held money is not there', async () => {
    const exact = await canteen.buyer(10_500);
    await watch(exact, 6000);
    await buy(exact);
    expect(await messages(exact)).toEqual([]);

    const held = await canteen.buyer(10_500);
    await watch(held, 6000);
    await api.database.transaction((tx) =>
      api.get(HoldsService).place(tx, {
        id: newId(),
        schoolId: canteen.schoolId,
        walletId: held.walletId,
        amountOre: 100,
        actor: 'system:test',
        occurredAt: api.clock.now(),
        payerId: null,
        paymentReference: null,
      }),
    );
    await buy(held);
    expect(await messages(held)).toHaveLength(1);
  });

  it('is told each for their own amount, until they watch no more', async () => {
    const pupil = await canteen.buyer(20_000);
    const [mother, father] = [await watch(pupil, 16_000), await watch(pupil, 12_000)];
    await buy(pupil);
    expect(await messages(pupil)).toMatchObject([{ personId: mother }]);
    await end(pupil, mother);
    await end(pupil, mother);
    await buy(pupil);
    expect((await messages(pupil)).slice(1)).toMatchObject([{ personId: father }]);
    await watch(pupil, 1000, father);
    await buy(pupil);
    expect(await messages(pupil)).toHaveLength(2);
  });

  it('hears nothing of a sale that was refused, and once of one that was sent again', async () => {
    const pupil = await canteen.buyer(5000);
    await watch(pupil, 6000);
    const request = till.request({ card: pupil.card, products: [baguette] });
    expect((await till.send(request)).status).toBe(201);
    expect((await till.send(request)).status).toBe(200);
    expect((await till.sell({ card: pupil.card, products: [baguette] })).status).toBe(422);
    expect(await messages(pupil)).toHaveLength(1);
  });

  it('hears of a purchase that runs at the same time as the wish, or has the wish wait for the next', async () => {
    const pupil = await canteen.buyer(50_000);
    const people = Array.from({ length: 8 }, () => newId());
    const sales = Promise.all(Array.from({ length: 8 }, () => till.sell({ card: pupil.card, products: [baguette] })));
    await Promise.all([sales, ...people.map((personId) => watch(pupil, 60_000, personId))]);
    const last = await buy(pupil);
    const told = (await messages(pupil)).filter(({ operationId }) => operationId === last);
    expect(told.map(({ personId }) => personId).sort()).toEqual([...people].sort());
  });
});
