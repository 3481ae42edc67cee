import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CardSecrets } from '@kantinekortet/cards';
import { vatCodes, vatRatePercent } from '@kantinekortet/catalogue';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, aPupil, aSchool, makeGuardian, signedInGuardian } from '@kantinekortet/testing';
import { HoldsService } from '@kantinekortet/wallet';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

describe('a sale', () => {
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

  it('draws the amount from the balance and answers with the receipt', async () => {
    const emma = await canteen.buyer(10_000, { firstName: 'Emma', lastName: 'Berg', className: '8B' });
    const juice = await canteen.product(1500, { name: 'Juice' });
    const request = { ...till.request({ card: emma.card, products: [baguette, juice] }), totalOre: 7500 };
    const answer = await till.send({
      ...request,
      lines: [
        { revisionId: baguette.revisionId, quantity: 1 },
        { revisionId: juice.revisionId, quantity: 2 },
      ],
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: answer.body.id,
      outcome: 'sold',
      receiptNumber: 1,
      totalOre: 7500,
      balanceOre: 2500,
      pupil: { firstName: 'Emma', initials: 'EB', className: '8B' },
      lines: [
        { name: 'Grov baguett', quantity: 1, amountOre: 4500 },
        { name: 'Juice', quantity: 2, amountOre: 3000 },
      ],
      registerName: till.name,
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      withoutCard: false,
    });
    expect(await canteen.balanceOre(emma)).toBe(2500);
  });

  it('is refused with what is missing when there is too little money, held money not counted', async () => {
    const pupil = await canteen.buyer(6000);
    await api.database.transaction((tx) =>
      api.get(HoldsService).place(tx, {
        id: newId(),
        schoolId: canteen.schoolId,
        walletId: pupil.walletId,
        amountOre: 2000,
        actor: 'system:test',
        occurredAt: api.clock.now(),
        payerId: null,
        paymentReference: null,
      }),
    );
    const answer = await till.sell({ card: pupil.card, products: [baguette] });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'insufficient_funds', balanceOre: 4000, missingOre: 500 });
    expect(await canteen.balanceOre(pupil)).toBe(6000);
  });

  it('is not remembered when refused: the same id sells once there is money', async () => {
    const pupil = await canteen.buyer(0);
    const request = till.request({ card: pupil.card, products: [baguette] });
    expect((await till.send(request)).body.code).toBe('insufficient_funds');
    await canteen.topUp(pupil, 4500);
    expect((await till.send(request)).status).toBe(201);
  });

  it('is refused for a card that no school has, or that cannot be one', async () => {
    const token = api.get(CardSecrets).drawToken();
    expect((await till.sell({ card: { token }, products: [baguette] })).body.code).toBe('card_unknown');
    expect((await till.sell({ card: { token: 'KK1NOTACARD' }, products: [baguette] })).body.code).toBe('card_unknown');
  });

  it('is refused for a card of another school, which is not named', async () => {
    const stranger = await (await Canteen.open(api)).buyer(10_000);
    const answer = await till.sell({ card: stranger.card, products: [baguette] });
    expect(answer.status).toBe(422);
    expect(answer.body).not.toHaveProperty('balanceOre');
    expect(answer.body.code).toBe('card_of_other_school');
  });

  it.each(['blocked', 'ended'])('is refused for a card that is %s', async (status) => {
    const pupil = await canteen.buyer(10_000);
    await api.database.query(
      `UPDATE card SET status = $3,
              blocked_at = CASE WHEN $3 = 'blocked' THEN now() END, block_reason = CASE WHEN $3 = 'blocked' THEN 'lost' END,
              blocked_by = CASE WHEN $3 = 'blocked' THEN id END, blocked_by_role = CASE WHEN $3 = 'blocked' THEN 'office' END
        WHERE school_id = $1 AND id = $2`,
      [canteen.schoolId, pupil.card.id, status],
    );
    expect((await till.sell({ card: pupil.card, products: [baguette] })).body.code).toBe('card_blocked');
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('is refused for a card that nobody has yet', async () => {
    const stock = await aCard(api, canteen.schoolId);
    expect((await till.sell({ card: stock, products: [baguette] })).body.code).toBe('card_not_linked');
  });

  it('is refused for a pupil who has left', async () => {
    const pupil = await canteen.buyer(10_000);
    await api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE school_id = $1 AND id = $2`, [
      canteen.schoolId,
      pupil.id,
    ]);
    expect((await till.sell({ card: pupil.card, products: [baguette] })).body.code).toBe('pupil_left');
  });

  it('is refused with the current total when a price has changed since the till read it', async () => {
    const pupil = await canteen.buyer(10_000);
    const soup = await canteen.product(3000);
    const dearer = await canteen.newPrice(soup, 3500);
    const old = await till.sell({ card: pupil.card, products: [soup, baguette] });
    expect(old.body).toMatchObject({ code: 'price_changed', currentTotalOre: 8000 });
    expect((await till.sell({ card: pupil.card, products: [dearer, baguette] })).status).toBe(201);
  });

  it('is refused when the total is not what the lines cost, or a product is no longer sold or was never there', async () => {
    const pupil = await canteen.buyer(10_000);
    const wrongTotal = await till.sell({ card: pupil.card, products: [baguette], totalOre: 4400 });
    expect(wrongTotal.body).toMatchObject({ code: 'price_changed', currentTotalOre: 4500 });
    const waffle = await canteen.product(2000);
    await canteen.takeOffSale(waffle);
    const withWaffle = await till.sell({ card: pupil.card, products: [waffle, baguette] });
    expect(withWaffle.body).toMatchObject({ code: 'price_changed', currentTotalOre: 4500 });
    const invented = await till.sell({ card: pupil.card, products: [{ ...baguette, revisionId: newId() }] });
    expect(invented.body).toMatchObject({ code: 'price_changed', currentTotalOre: 0 });
  });

  it("never sells another school's product", async () => {
    const pupil = await canteen.buyer(10_000);
    const foreign = await (await Canteen.open(api)).product(1000);
    expect((await till.sell({ card: pupil.card, products: [foreign] })).body.code).toBe('price_changed');
  });

  it('keeps the VAT of each line, included in its price', async () => {
    const pupil = await canteen.buyer(100_000);
    const products = await Promise.all(vatCodes.map((vatCode) => canteen.product(10_000, { vatCode })));
    const { body } = await till.sell({ card: pupil.card, products });
    const lines = await api.database.query(
      'SELECT vat_code, vat_ore FROM sale_line WHERE school_id = $1 AND sale_id = $2 ORDER BY line',
      [canteen.schoolId, body.id],
    );
    const includedOre = (percent: number) => Math.round((10_000 * percent) / (100 + percent));
    expect(lines).toEqual(
      vatCodes.map((vatCode) => ({ vat_code: vatCode, vat_ore: includedOre(vatRatePercent[vatCode]) })),
    );
  });

  it('is refused after the cashier has signed out, and for the session of another till', async () => {
    const pupil = await canteen.buyer(10_000);
    const other = await canteen.till();
    const request = till.request({ card: pupil.card, products: [baguette] });
    const foreign = await till.send({ ...request, cashierSessionId: other.cashierSessionId });
    expect(foreign.body.code).toBe('cashier_signed_out');
    await other.signOut();
    expect((await other.sell({ card: pupil.card, products: [baguette] })).body.code).toBe('cashier_signed_out');
  });

  it('is refused at once when the office has revoked the register', async () => {
    const pupil = await canteen.buyer(10_000);
    const lost = await canteen.till();
    await canteen.office.post(`schools/${canteen.schoolId}/registers/${lost.registerId}/revoke`);
    expect((await lost.sell({ card: pupil.card, products: [baguette] })).status).toBe(401);
  });

  it('is refused by its own statement when another process has revoked the register a moment ago', async () => {
    const pupil = await canteen.buyer(10_000);
    const lost = await canteen.till();
    await lost.browser.get('registers/current');
    await api.database.query(
      `UPDATE register SET status = 'revoked', session_id = NULL WHERE school_id = $1 AND id = $2`,
      [canteen.schoolId, lost.registerId],
    );
    const answer = await lost.sell({ card: pupil.card, products: [baguette] });
    expect([answer.status, answer.body.code]).toEqual([401, 'register_revoked']);
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('without a card needs the setting of the school, and says so on the receipt', async () => {
    const own = await Canteen.open(api);
    const [ownTill, product, pupil] = [await own.till(), await own.product(4500), await own.buyer(10_000)];
    const refused = await ownTill.sell({ pupil, products: [product] });
    expect(refused.body.code).toBe('without_card_not_allowed');
    await own.allowWithoutCard();
    expect((await ownTill.sell({ pupil, products: [product] })).body).toMatchObject({
      withoutCard: true,
      balanceOre: 5500,
    });
    const stranger = await aPupil(api, (await aSchool(api)).id);
    expect((await ownTill.sell({ pupil: stranger, products: [product] })).body.code).toBe('pupil_unknown');
  });

  it('is refused as bad input when it names card and pupil, neither, or nothing to buy', async () => {
    const pupil = await canteen.buyer(10_000);
    for (const purchase of [
      { card: pupil.card, pupil, products: [baguette] },
      { products: [baguette] },
      { card: pupil.card, products: [], totalOre: 100 },
    ]) {
      const answer = await till.sell(purchase);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
    }
  });

  it('needs a till: no person sells', async () => {
    const { browser } = await signedInGuardian(api);
    expect((await browser.post('sales', till.request({ products: [baguette] }))).status).toBe(403);
  });

  it('is shown to its till, its office and the guardians of its pupil, and to nobody else', async () => {
    const pupil = await canteen.buyer(10_000);
    const { body } = await till.sell({ card: pupil.card, products: [baguette] });
    const guardian = await signedInGuardian(api);
    await makeGuardian(api, pupil, guardian.person.id);
    for (const browser of [till.browser, canteen.office, guardian.browser]) {
      const receipt = await browser.get(`sales/${body.id}`);
      expect(receipt.body).toMatchObject({ ...body, cashierName: 'Kari', returnedByReceiptNumber: null });
    }
    const otherParent = await signedInGuardian(api);
    const schoolmate = await canteen.buyer(0);
    await makeGuardian(api, schoolmate, otherParent.person.id);
    const otherCanteen = await Canteen.open(api);
    for (const browser of [otherParent.browser, otherCanteen.office, (await otherCanteen.till()).browser]) {
      expect((await browser.get(`sales/${body.id}`)).body).toMatchObject({ status: 404, code: 'sale_not_found' });
    }
  });

  it('stands in the list of its own till today, newest first, page by page', async () => {
    const pupil = await canteen.buyer(20_000);
    const own = await canteen.till();
    const sold = [];
    for (let count = 0; count < 3; count += 1)
      sold.unshift((await own.sell({ card: pupil.card, products: [baguette] })).body.id);
    interface List {
      items: { id: string }[];
      nextCursor: string | null;
    }
    const first = await own.browser.get<List>('registers/current/sales?limit=2');
    const second = await own.browser.get<List>(`registers/current/sales?limit=2&cursor=${first.body.nextCursor ?? ''}`);
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(sold);
    expect(second.body.nextCursor).toBeNull();
  });
});
