import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { aCard, type TestCard } from '@kantinekortet/testing';
import { LedgerProofService, WalletsService } from '@kantinekortet/wallet';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen, type Buyer, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';

interface Replaced {
  readonly drawnOre: number;
  readonly claimedOre: number;
  readonly balanceAfterOre: number;
}

describe('sales while the card is replaced', () => {
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

  const replace = (old: Pick<TestCard, 'id'>, fresh: TestCard, expectedFeeOre = 0) => {
    const wish = { id: newId(), reason: 'lost', expectedFeeOre, newCardToken: fresh.token };
    return canteen.office.post<Replaced>(`cards/${old.id}/replacements`, wish);
  };
  const sellAll = (card: TestCard) => tills.map((till) => till.sell({ card, products: [baguette] }));
  /** A pupil whose next loss costs the fee. */
  const forgetful = async (balanceOre: number): Promise<Buyer> => {
    const pupil = await canteen.buyer(balanceOre);
    const card = await aCard(api, canteen.schoolId);
    await replace(pupil.card, card);
    return { ...pupil, card };
  };

  it('are decided by the wallet’s lock: the old card buys until it is replaced and never after, the new one at once', async () => {
    const pupil = await canteen.buyer(100_000);
    const fresh = await aCard(api, canteen.schoolId);
    const sales = sellAll(pupil.card);
    expect((await replace(pupil.card, fresh)).status).toBe(201);
    const after = await Promise.all(sellAll(pupil.card));
    const soldBefore = (await Promise.all(sales)).filter(({ status }) => status === 201).length;
    expect(after.map(({ body }) => body.code)).toEqual(Array(5).fill('card_blocked'));
    const withNew = await Promise.all(sellAll(fresh));
    expect(withNew.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(await canteen.balanceOre(pupil)).toBe(100_000 - (soldBefore + 5) * 4500);
  });

  it('and the fee never take the same money: what the fee finds above the lunch floor it draws, the rest is owed', async () => {
    for (const balanceOre of [9000, 14_500, 19_000]) {
      const pupil = await forgetful(balanceOre);
      const sales = sellAll(pupil.card);
      const { status, body } = await replace(pupil.card, await aCard(api, canteen.schoolId), 10_000);
      expect(status).toBe(201);
      const sold = (await Promise.all(sales)).filter((sale) => sale.status === 201).length;
      const wallet = await api.get(WalletsService).get(api.database, canteen.schoolId, pupil.walletId);
      expect(wallet.balanceOre).toBe(balanceOre - sold * 4500 - body.drawnOre);
      expect(wallet.claimedOre).toBe(10_000 - body.drawnOre);
      expect(body.balanceAfterOre).toBe(wallet.balanceOre);
      expect(body.drawnOre === 0 || wallet.balanceOre >= 5000).toBe(true);
    }
  });
});
