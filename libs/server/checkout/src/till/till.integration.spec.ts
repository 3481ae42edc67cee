import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CardSecrets } from '@kantinekortet/cards';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, signedInGuardian } from '@kantinekortet/testing';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

describe('a till', () => {
  let api: TestApi;
  let canteen: Canteen;
  let till: Till;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    till = await canteen.till();
  });
  afterAll(() => api.close());

  const lookUp = (token: string) => till.browser.post('registers/current/card-lookups', { cardToken: token });

  it('knows its register, its school, its cashiers and its settings', async () => {
    const { body } = await till.browser.get('registers/current');
    expect(body).toMatchObject({
      register: { id: till.registerId, name: till.name },
      school: { id: canteen.schoolId },
      cashiers: [{ name: 'Kari' }],
      cashierSession: { id: till.cashierSessionId, cashierName: 'Kari' },
      settings: { allowWithoutCard: false },
    });
  });

  it('shows what its own school sells', async () => {
    const product = await canteen.product(4500, { name: 'Suppe' });
    const { id, name, revisionId } = product;
    const { body } = await till.browser.get<{ version: string; products: unknown[] }>('registers/current/catalogue');
    expect(body.products).toEqual([
      expect.objectContaining({ id, name, revisionId, priceOre: 4500, categoryId: null }),
    ]);
    const foreign = await (await Canteen.open(api)).till();
    expect((await foreign.browser.get('registers/current/catalogue')).body).toMatchObject({ products: [] });
  });

  it('shows whose card it scanned and what it can buy for, read in small letters too', async () => {
    const pupil = await canteen.buyer(12_000, { firstName: 'Åse', lastName: 'Øy', className: '10C' });
    const answer = await lookUp(` ${pupil.card.token.toLowerCase()} `);
    expect([answer.status, answer.body]).toEqual([
      200,
      { pupil: { firstName: 'Åse', initials: 'ÅØ', className: '10C' }, balanceOre: 12_000, status: 'active' },
    ]);
  });

  it('refuses to show a card for the same reasons that a sale has', async () => {
    const blocked = await canteen.buyer(0);
    await api.database.query(`UPDATE card SET status = 'ended' WHERE id = $1`, [blocked.card.id]);
    const left = await canteen.buyer(0);
    await api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1`, [left.id]);
    const foreign = await (await Canteen.open(api)).buyer(0);
    const codes = [
      [blocked.card.token, 'card_blocked'],
      [left.card.token, 'pupil_left'],
      [foreign.card.token, 'card_of_other_school'],
      [(await aCard(api, canteen.schoolId)).token, 'card_not_linked'],
      [api.get(CardSecrets).drawToken(), 'card_unknown'],
    ] as const;
    for (const [token, code] of codes) {
      const answer = await lookUp(token);
      expect([answer.status, answer.body['code']]).toEqual([422, code]);
    }
  });

  it('finds a pupil without card by parts of the name, if the school allows it', async () => {
    const own = await Canteen.open(api);
    const ownTill = await own.till();
    const search = (query: string) =>
      ownTill.browser.get<{ code: string; items: { name: string }[] }>(
        `registers/current/pupils?query=${encodeURIComponent(query)}`,
      );
    await own.buyer(0, { firstName: 'Bjørn Åge', lastName: 'Sæther' });
    const gone = await own.buyer(0, { firstName: 'Bjørn', lastName: 'Sluttet' });
    await api.database.query(`UPDATE pupil SET status = 'left', left_at = now() WHERE id = $1`, [gone.id]);
    const refused = await search('bjørn');
    expect([refused.status, refused.body.code]).toEqual([422, 'without_card_not_allowed']);
    await own.allowWithoutCard();
    for (const query of ['bjorn', 'sæt bj', 'Åge']) {
      expect((await search(query)).body.items).toEqual([
        { pupilId: expect.any(String), name: 'Bjørn Åge Sæther', className: '9A' },
      ]);
    }
    expect((await search('%%')).body.items).toEqual([]);
    expect((await search('b')).status).toBe(400);
  });

  it('is closed to people', async () => {
    const guardian = await signedInGuardian(api);
    for (const path of ['registers/current', 'registers/current/catalogue', 'registers/current/sales']) {
      expect((await guardian.browser.get(path)).status).toBe(403);
      expect((await api.browser('canteen-checkout').get(path)).status).toBe(401);
    }
  });
});
