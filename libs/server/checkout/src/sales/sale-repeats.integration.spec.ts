import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

describe('a sale that is sent again', () => {
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

  it('gets the first answer, and nothing is drawn twice', async () => {
    const pupil = await canteen.buyer(10_000);
    const request = till.request({ card: pupil.card, products: [baguette] });
    const first = await till.send(request);
    const second = await till.send(request);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(await canteen.balanceOre(pupil)).toBe(5500);
  });

  it('gets the first answer even when it would be refused now', async () => {
    const product = await canteen.product(3000);
    const pupil = await canteen.buyer(3000);
    const request = till.request({ card: pupil.card, products: [product] });
    const first = await till.send(request);
    await canteen.newPrice(product, 9900);
    await api.database.query(`UPDATE card SET status = 'ended' WHERE school_id = $1 AND id = $2`, [
      canteen.schoolId,
      pupil.card.id,
    ]);
    const second = await till.send(request);
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it.each([
    ['ahead', 365],
    ['behind', -365],
    ['behind by more than tills sell offline', -8],
  ])('was made when it came, if the clock of the till is %s, and is the same sale when sent again', async (_, days) => {
    const pupil = await canteen.buyer(10_000);
    const wrong = new Date(api.clock.now().getTime() + days * 24 * 60 * 60 * 1000);
    const request = till.request({ card: pupil.card, products: [baguette], occurredAt: wrong });
    const first = await till.send(request);
    const second = await till.send(request);
    expect([first.status, second.status, second.body]).toEqual([201, 200, first.body]);
    // Only a sale of today can be returned.
    expect((await till.return(first.body.id)).status).toBe(201);
  });

  it('is a conflict, showing nothing, when anything in it differs', async () => {
    const pupil = await canteen.buyer(10_000);
    const other = await canteen.buyer(10_000);
    const request = till.request({ card: pupil.card, products: [baguette] });
    await till.send(request);
    const juice = await canteen.product(4500);
    for (const change of [
      { cardToken: other.card.token },
      { lines: [{ revisionId: juice.revisionId, quantity: 1 }] },
      { totalOre: 4400 },
      { occurredAt: '2026-01-05T10:00:00.000Z' },
      { registerCounter: 999 },
    ]) {
      const answer = await till.send({ ...request, ...change });
      expect([answer.status, answer.body.code]).toEqual([409, 'operation_conflict']);
      expect(answer.body).not.toHaveProperty('receiptNumber');
    }
    expect(await canteen.balanceOre(other)).toBe(10_000);
  });

  it('is a conflict when it comes from another till', async () => {
    const pupil = await canteen.buyer(10_000);
    const request = till.request({ card: pupil.card, products: [baguette] });
    await till.send(request);
    const other = await canteen.till();
    const answer = await other.send({ ...request, cashierSessionId: other.cashierSessionId });
    expect([answer.status, answer.body.code]).toEqual([409, 'operation_conflict']);
    expect((await other.giveUp(request['id'])).body.code).toBe('operation_conflict');
  });

  it('can never be booked once it was given up, however often either is asked', async () => {
    const pupil = await canteen.buyer(10_000);
    const request = till.request({ card: pupil.card, products: [baguette] });
    for (const answer of [await till.giveUp(request['id']), await till.giveUp(request['id'])]) {
      expect([answer.status, answer.body]).toEqual([200, { id: request['id'], outcome: 'given_up' }]);
    }
    const late = await till.send(request);
    expect([late.status, late.body.code]).toEqual([409, 'sale_given_up']);
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('cannot be given up once it was booked: the receipt is the answer', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const answer = await till.giveUp(sold.body.id);
    expect([answer.status, answer.body]).toEqual([200, expect.objectContaining(sold.body)]);
  });

  it("does not give up another school's sale: the same id there is another sale", async () => {
    const id = newId();
    const elsewhere = await Canteen.open(api);
    const foreignTill = await elsewhere.till();
    await foreignTill.giveUp(id);
    const pupil = await canteen.buyer(10_000);
    expect((await till.sell({ id, card: pupil.card, products: [baguette] })).status).toBe(201);
  });
});
