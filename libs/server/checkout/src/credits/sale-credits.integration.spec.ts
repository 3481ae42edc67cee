import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { signedInSupport } from '@kantinekortet/testing';
import { DepositsService, LayersService, LedgerProofService } from '@kantinekortet/wallet';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';
import type { SaleCreditDto } from './sale-credit.dto.ts';

const dayMs = 24 * 60 * 60_000;

describe('a purchase that the office credits', () => {
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

  function credit(
    saleId: string,
    change: object = {},
    by: HttpClient = canteen.office,
  ): Promise<Answer<SaleCreditDto & { code?: string }>> {
    const request = { id: newId(), reason: 'Kortet var stjålet', ...change };
    return by.post(`schools/${canteen.schoolId}/sales/${saleId}/credits`, request);
  }

  const revenueOre = async (): Promise<number> => {
    const [row] = await api.database.query<{ ore: number }>(
      `SELECT coalesce(sum(CASE WHEN a.id = t.credit_account_id THEN t.amount_ore ELSE -t.amount_ore END), 0)::bigint AS ore
         FROM account a JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
        WHERE a.school_id = $1 AND a.kind = 'revenue'`,
      [canteen.schoolId],
    );
    return row?.ore ?? 0;
  };

  it('goes back to those who paid it, also days later, and leaves the register’s books alone', async () => {
    const pupil = await canteen.buyer(0);
    const [mother, father] = [newId(), newId()];
    await canteen.topUp(pupil, 3000, mother);
    await canteen.topUp(pupil, 5000, father);
    const occurredAt = new Date(api.clock.now().getTime() - 2 * dayMs);
    const sold = await till.sell({ card: pupil.card, products: [baguette], occurredAt });
    const soldOre = await revenueOre();
    const answer = await credit(sold.body.id);
    expect([answer.status, answer.body.amountOre, answer.body.saleId]).toEqual([201, 4500, sold.body.id]);
    expect(await canteen.balanceOre(pupil)).toBe(8000);
    expect(await revenueOre()).toBe(soldOre);
    const layers = await api.get(LayersService).remainders(api.database, canteen.schoolId, pupil.walletId);
    expect(layers.map(({ payerId, amountOre }) => ({ payerId, amountOre }))).toEqual([
      { payerId: mother, amountOre: 3000 },
      { payerId: father, amountOre: 5000 },
    ]);
  });

  it('goes back to goodwill as far as goodwill paid it, which belongs to nobody', async () => {
    const pupil = await canteen.buyer(0);
    const { schoolId } = canteen;
    const { walletId } = pupil;
    const gift = { id: newId(), schoolId, walletId, amountOre: 2000, reason: 'Lang kø', actor: 'system:test' };
    await api.database.transaction((tx) =>
      api.get(DepositsService).goodwill(tx, { ...gift, occurredAt: api.clock.now() }),
    );
    const mother = newId();
    await canteen.topUp(pupil, 5000, mother);
    const layers = async () =>
      (await api.get(LayersService).remainders(api.database, schoolId, walletId)).map(({ payerId, amountOre }) => ({
        payerId,
        amountOre,
      }));
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    expect(await layers()).toEqual([{ payerId: mother, amountOre: 2500 }]);
    expect((await credit(sold.body.id)).status).toBe(201);
    expect(await layers()).toEqual([
      { payerId: null, amountOre: 2000 },
      { payerId: mother, amountOre: 5000 },
    ]);
  });

  it('is told to the case that it is done from, once', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const [id, caseId] = [newId(), newId()];
    await credit(sold.body.id, { id, caseId });
    await credit(sold.body.id, { id, caseId });
    const told = await api.database.query<{ payload: { kind: string; facts: unknown } }>(
      `SELECT payload FROM outbox WHERE topic = 'support.case_step' AND payload ->> 'caseId' = $1`,
      [caseId],
    );
    expect(told).toMatchObject([
      { payload: { kind: 'purchase_credited', facts: { saleId: sold.body.id, amountOre: 4500 } } },
    ]);
  });

  it('that is sent again gets the first answer; with other content it is a conflict', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const id = newId();
    const [first, again] = [await credit(sold.body.id, { id }), await credit(sold.body.id, { id })];
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect((await credit(sold.body.id, { id, reason: 'En annen' })).body.code).toBe('operation_conflict');
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('is credited once, however many ask at once', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const answers = await Promise.all([1, 2, 3, 4].map(() => credit(sold.body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'sale_already_returned']));
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('is either returned at the till or credited, also at one moment', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    const answers = await Promise.all([credit(sold.body.id), till.return(sold.body.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await till.return(sold.body.id)).body.code).toBe('sale_already_returned');
    expect((await credit(sold.body.id)).body.code).toBe('sale_already_returned');
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
  });

  it('needs a reason, a sale of the school, and the office', async () => {
    const pupil = await canteen.buyer(10_000);
    const sold = await till.sell({ card: pupil.card, products: [baguette] });
    expect((await credit(sold.body.id, { reason: '  ' })).status).toBe(400);
    expect((await credit(newId())).body.code).toBe('sale_not_found');
    const elsewhere = await Canteen.open(api);
    const stranger = await elsewhere.buyer(10_000);
    const foreignTill = await elsewhere.till();
    const foreign = await foreignTill.sell({ card: stranger.card, products: [await elsewhere.product(4500)] });
    expect((await credit(foreign.body.id)).body.code).toBe('sale_not_found');
    const support = await signedInSupport(api, canteen.schoolId);
    expect((await credit(sold.body.id, {}, support.browser)).status).toBe(403);
    expect((await credit(sold.body.id, {}, elsewhere.office)).status).toBe(404);
    expect(await canteen.balanceOre(pupil)).toBe(5500);
  });
});
