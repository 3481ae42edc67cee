import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { makeGuardian, signedInGuardian } from '@kantinekortet/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

describe('sales at the same time', () => {
  let api: TestApi;
  let canteen: Canteen;
  let tills: Till[];
  let baguette: TestProduct;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    tills = await Promise.all(Array.from({ length: 5 }, () => canteen.till()));
    baguette = await canteen.product(4500);
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await api.close();
    expect(findings).toEqual([]);
  });

  it('of a balance that covers one: of fifty exactly one is sold', async () => {
    const pupil = await canteen.buyer(8000);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        tills.map((till) => till.sell({ card: pupil.card, products: [baguette] })),
      ).flat(),
    );
    const codes = answers.map(({ status, body }) => (status === 201 ? body.outcome : body.code)).sort();
    expect(codes).toEqual([...Array<string>(49).fill('insufficient_funds'), 'sold']);
    expect(await canteen.balanceOre(pupil)).toBe(3500);
  });

  it('on one wallet, once by card and once by name, draw both amounts', async () => {
    await canteen.allowWithoutCard();
    const pupil = await canteen.buyer(10_000);
    const [first, second, ...others] = tills;
    const bystanders = await Promise.all(others.map(() => canteen.buyer(4500)));
    const answers = await Promise.all([
      first?.sell({ card: pupil.card, products: [baguette] }),
      second?.sell({ pupil, products: [baguette] }),
      ...others.map((till, index) => till.sell({ pupil: bystanders[index] ?? pupil, products: [baguette] })),
    ]);
    expect(answers.map((answer) => answer?.status)).toEqual([201, 201, 201, 201, 201]);
    expect(await canteen.balanceOre(pupil)).toBe(1000);
  });

  it('under one id are one sale', async () => {
    const pupil = await canteen.buyer(10_000);
    const till = await canteen.till();
    const request = till.request({ card: pupil.card, products: [baguette] });
    const answers = await Promise.all(Array.from({ length: 8 }, () => till.send(request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.receiptNumber)).size).toBe(1);
    expect(await canteen.balanceOre(pupil)).toBe(5500);
  });

  it('under one id at two tills: one is sold, the other is a conflict', async () => {
    const pupil = await canteen.buyer(10_000);
    const other = await canteen.buyer(10_000);
    const id = '019a0000-0000-7000-8000-0000000000aa';
    const answers = await Promise.all([
      tills[0]?.sell({ id, card: pupil.card, products: [baguette] }),
      tills[1]?.sell({ id, card: other.card, products: [baguette] }),
    ]);
    expect(answers.map((answer) => answer?.status).sort()).toEqual([201, 409]);
    expect((await canteen.balanceOre(pupil)) + (await canteen.balanceOre(other))).toBe(15_500);
  });

  it('with a block: what was answered as sold is drawn, and nothing is sold after the block is confirmed', async () => {
    const pupil = await canteen.buyer(100_000);
    const sales = tills.map((till) => till.sell({ card: pupil.card, products: [baguette] }));
    const block = await canteen.office.post(`cards/${pupil.card.id}/block`, { reason: 'lost' });
    expect(block.status).toBe(200);
    const during = await Promise.all(sales);
    const after = await Promise.all(tills.map((till) => till.sell({ card: pupil.card, products: [baguette] })));
    const sold = during.filter(({ status }) => status === 201).length;
    expect(after.map(({ body }) => body.code)).toEqual(Array(5).fill('card_blocked'));
    expect(await canteen.balanceOre(pupil)).toBe(100_000 - sold * 4500);
  });

  it('with a new daily limit: nothing beyond it is sold after it is confirmed', async () => {
    const pupil = await canteen.buyer(100_000);
    const guardian = await signedInGuardian(api);
    await makeGuardian(api, pupil, guardian.person.id);
    const sales = tills.map((till) => till.sell({ card: pupil.card, products: [baguette] }));
    await guardian.browser.put(`pupils/${pupil.id}/limits`, { dailyLimitOre: 9000 });
    const sold = (await Promise.all(sales)).filter(({ status }) => status === 201).length;
    const after = await Promise.all(tills.map((till) => till.sell({ card: pupil.card, products: [baguette] })));
    const soldAfter = after.filter(({ status }) => status === 201).length;
    expect(soldAfter).toBe(Math.max(0, 2 - sold));
    expect(await canteen.balanceOre(pupil)).toBe(100_000 - (sold + soldAfter) * 4500);
  });

  it('keep to a daily limit together', async () => {
    const pupil = await canteen.buyer(100_000);
    const guardian = await signedInGuardian(api);
    await makeGuardian(api, pupil, guardian.person.id);
    await guardian.browser.put(`pupils/${pupil.id}/limits`, { dailyLimitOre: 10_000 });
    const answers = await Promise.all(tills.map((till) => till.sell({ card: pupil.card, products: [baguette] })));
    const codes = answers.map(({ status, body }) => (status === 201 ? body.outcome : body.code)).sort();
    expect(codes).toEqual([...Array<string>(3).fill('daily_limit_reached'), 'sold', 'sold']);
  });

  it('with its own giving up: the sale is either booked or dead, and both answers say the same', async () => {
    for (let round = 0; round < 10; round += 1) {
      const pupil = await canteen.buyer(4500);
      const till = tills[round % tills.length];
      const request = till?.request({ card: pupil.card, products: [baguette] }) ?? {};
      const [sale, givenUp] = await Promise.all([till?.send(request), till?.giveUp(request['id'])]);
      const isSold = sale?.status === 201;
      expect(givenUp?.body.outcome).toBe(isSold ? 'sold' : 'given_up');
      expect(isSold ? 'sold' : sale?.body.code).toBe(isSold ? 'sold' : 'sale_given_up');
      expect(await canteen.balanceOre(pupil)).toBe(isSold ? 0 : 4500);
    }
  });

  it('with two returns of one sale at two tills: one gives the money back', async () => {
    const pupil = await canteen.buyer(4500);
    const sold = await tills[0]?.sell({ card: pupil.card, products: [baguette] });
    const answers = await Promise.all(tills.map((till) => till.return(sold?.body.id ?? '')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await canteen.balanceOre(pupil)).toBe(4500);
  });
});
