import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { LayersService, LedgerProofService } from '@kantinekortet/wallet';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

const day = 24 * 60 * 60_000;

describe('a return', () => {
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
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    await api.close();
    expect(findings).toEqual([]);
  });

  it('gives the whole amount back under a receipt of its own series', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const answer = await till.return(sold.body.id, newId(), 'Feil vare');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      saleId: sold.body.id,
      receiptNumber: 1,
      amountOre: 4500,
      balanceOre: 10_000,
      registerName: till.name,
      lines: [{ name: 'Grov baguett', quantity: 1, amountOre: 4500 }],
    });
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
    const receipt = await till.browser.get(`sales/${sold.body.id}`);
    expect(receipt.body).toMatchObject({ returnedByReceiptNumber: 1 });
  });

  it('restores the layers that the sale consumed, so that each payer has what was paid', async () => {
    const pupil = await canteen.buyer(0);
    const [mother, father] = [newId(), newId()];
    await canteen.topUp(pupil, 3000, mother);
    await canteen.topUp(pupil, 5000, father);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    await till.return(sold.body.id);
    const layers = await api.get(LayersService).remainders(api.database, canteen.schoolId, pupil.walletId);
    expect(layers.map(({ payerId, amountOre }) => ({ payerId, amountOre }))).toEqual([
      { payerId: mother, amountOre: 3000 },
      { payerId: father, amountOre: 5000 },
    ]);
  });

  it('that is sent again gets the first answer; with other content it is a conflict', async () => {
    const pupil = await canteen.buyer(10_000);
    const [first, second] = [
      await till.sell({ card: pupil.card, products: [baguette] }),
      await till.sell({ card: pupil.card, products: [baguette] }),
    ];
    const id = newId();
    const answer = await till.return(first.body.id, id);
    const again = await till.return(first.body.id, id);
    expect([answer.status, again.status, again.body]).toEqual([201, 200, answer.body]);
    expect((await till.return(second.body.id, id)).body.code).toBe('operation_conflict');
    expect((await till.return(first.body.id, id, 'Annen grunn')).body.code).toBe('operation_conflict');
    expect(await canteen.balanceOre(pupil)).toBe(5500);
  });

  it('is refused when the sale was returned before, under a new id too', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    await till.return(sold.body.id);
    const answer = await till.return(sold.body.id);
    expect([answer.status, answer.body.code]).toEqual([409, 'sale_already_returned']);
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('is refused on another day in Norway', async () => {
    const pupil = await canteen.buyer(10_000);
    const occurredAt = new Date(api.clock.now().getTime() - day);
    const sold = await till.sell({ card: pupil.card, products: [baguette], occurredAt });
    const answer = await till.return(sold.body.id);
    expect([answer.status, answer.body.code]).toEqual([422, 'sale_of_another_day']);
  });

  it('is refused for a sale that is not there, of another school, or given up', async () => {
    const elsewhere = await Canteen.open(api);
    const [foreignTill, stranger] = [await elsewhere.till(), await elsewhere.buyer(10_000)];
    const foreign = await foreignTill.sell({ card: stranger.card, products: [await elsewhere.product(4500)] });
    const givenUp = newId();
    await till.giveUp(givenUp);
    for (const saleId of [newId(), foreign.body.id, givenUp]) {
      const answer = await till.return(saleId);
      expect([answer.status, answer.body.code]).toEqual([404, 'sale_not_found']);
    }
  });

  it('needs a cashier, and can be made at another till of the school', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const other = await canteen.till();
    const session = other.cashierSessionId;
    await other.signOut();
    expect((await other.return(sold.body.id)).body.code).toBe('cashier_signed_out');
    expect(session).not.toBe('');
    const third = await canteen.till();
    expect((await third.return(sold.body.id)).body).toMatchObject({ registerName: third.name, receiptNumber: 1 });
  });

  it('is refused when the register was revoked', async () => {
    const pupil = await canteen.buyer(10_000);
    const lost = await canteen.till();
    const sold = await lost.sell({ card: pupil.card, products: [baguette] });
    await api.database.query(
      `UPDATE register SET status = 'revoked', session_id = NULL WHERE school_id = $1 AND id = $2`,
      [canteen.schoolId, lost.registerId],
    );
    expect((await lost.return(sold.body.id)).body.code).toBe('register_revoked');
    expect((await lost.giveUp(newId())).body.code).toBe('register_revoked');
  });
});
