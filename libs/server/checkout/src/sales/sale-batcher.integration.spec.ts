import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, Secrets } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { Client } from 'pg';
import { CheckoutModule } from '../checkout.module.ts';
import { BlockedWallet } from '../testing/blocked-wallet.ts';
import { Canteen, type TestProduct } from '../testing/canteen.ts';
import type { Till } from '../testing/till.ts';
import { signingKey } from './signing-key.ts';

describe('the batcher', () => {
  let api: TestApi;
  let canteen: Canteen;
  let tills: Till[];
  let baguette: TestProduct;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    await canteen.allowWithoutCard();
    tills = await Promise.all(Array.from({ length: 6 }, () => canteen.till()));
    baguette = await canteen.product(4500);
  });
  afterAll(() => api.close());

  const tillOf = (index: number): Till => {
    const till = tills[index];
    if (!till) throw new RangeError(`There is no till ${index}`);
    return till;
  };

  /** The transactions that booked these sales. */
  async function transactionsOf(saleIds: readonly string[]): Promise<number> {
    const [row] = await api.database.query<{ count: number }>(
      'SELECT count(DISTINCT xmin::text) AS count FROM sale WHERE school_id = $1 AND id = ANY ($2::uuid[])',
      [canteen.schoolId, saleIds],
    );
    return row?.count ?? 0;
  }

  it('books in one transaction what arrives while statements are in flight', async () => {
    const [slow, slower, ...others] = await Promise.all(Array.from({ length: 6 }, () => canteen.buyer(4500)));
    if (!slow || !slower) throw new Error('unreachable');
    const locks = [
      await BlockedWallet.hold(canteen, slow.walletId),
      await BlockedWallet.hold(canteen, slower.walletId),
    ];
    const first = tillOf(0).sell({ card: slow.card, products: [baguette] });
    await locks[0]?.waitingSales(1);
    const second = tillOf(1).sell({ card: slower.card, products: [baguette] });
    await locks[0]?.waitingSales(2);
    const arrived = others.map((pupil, index) => tillOf(index + 2).sell({ card: pupil.card, products: [baguette] }));
    // A request that is answered by another route was read after the sales before it.
    await tillOf(0).browser.get('registers/current');
    for (const lock of locks) await lock.release();
    const answers = await Promise.all([first, second, ...arrived]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(await transactionsOf(answers.slice(2).map(({ body }) => body.id))).toBeLessThan(4);
  });

  it('books both sales of one wallet that met in one batch, one after the other', async () => {
    const pupil = await canteen.buyer(6000);
    const request = (till: Till, holder: Record<string, unknown>, position: number) => ({
      position,
      school_id: canteen.schoolId,
      register_id: till.registerId,
      cashier_session_id: till.cashierSessionId,
      id: newId(),
      content_hash: `\\x${'00'.repeat(32)}`,
      lines: [{ revision_id: baguette.revisionId, quantity: 1 }],
      total_ore: 4500,
      occurred_at: api.clock.now().toISOString(),
      register_counter: 1,
      ...holder,
    });
    const sessions = await api.database.query<{ id: string; session_id: string }>(
      'SELECT id, session_id FROM register WHERE school_id = $1',
      [canteen.schoolId],
    );
    const requests = [0, 1].map((index) => {
      const till = tillOf(index);
      const session = sessions.find(({ id }) => id === till.registerId)?.session_id;
      return request(till, { pupil_id: pupil.id, session_id: session }, index);
    });
    const book = (batch: object[]) =>
      api.database.query('SELECT position, code FROM book_sales($1, $2, 1) ORDER BY position', [
        JSON.stringify(batch),
        signingKey(api.get(Secrets)),
      ]);
    expect(await book(requests)).toEqual([
      { position: 0, code: 'sold' },
      { position: 1, code: 'deferred' },
    ]);
    expect(await book(requests.slice(1))).toEqual([{ position: 1, code: 'insufficient_funds' }]);
    expect(await canteen.balanceOre(pupil)).toBe(1500);
  });

  it('books the others when one sale of the batch meets an error that nobody expected', async () => {
    const owner = new Client(api.ownerUrl);
    await owner.connect();
    await owner.query(`
      CREATE FUNCTION break_a_sale() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE 'the disk ate it'; END $$;
      CREATE TRIGGER break_a_sale BEFORE INSERT ON sale FOR EACH ROW WHEN (NEW.total_ore = 66600)
        EXECUTE FUNCTION break_a_sale()`);
    const cursed = await canteen.product(66_600);
    const pupils = await Promise.all(tills.map(() => canteen.buyer(100_000)));
    const answers = await Promise.all(
      tills.map((till, index) =>
        till.sell({ card: pupils[index]?.card ?? { token: '' }, products: [index === 3 ? cursed : baguette] }),
      ),
    );
    await owner.query('DROP TRIGGER break_a_sale ON sale; DROP FUNCTION break_a_sale()');
    await owner.end();
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 500, 201, 201]);
    const balances = await Promise.all(pupils.map((pupil) => canteen.balanceOre(pupil)));
    expect(balances).toEqual([95_500, 95_500, 95_500, 100_000, 95_500, 95_500]);
  });

  it('books once, and answers, when the connection dies in the middle of a batch', async () => {
    const pupil = await canteen.buyer(10_000);
    const lock = await BlockedWallet.hold(canteen, pupil.walletId);
    const request = tillOf(0).request({ card: pupil.card, products: [baguette] });
    const sale = tillOf(0).send(request);
    await lock.kill(await lock.waitingSales(1));
    await lock.release();
    const answer = await sale;
    expect([answer.status, answer.body.outcome]).toEqual([201, 'sold']);
    expect((await tillOf(0).send(request)).status).toBe(200);
    expect(await canteen.balanceOre(pupil)).toBe(5500);
  });

  it('answers 500 and books nothing while the database ends every connection; the same id sells afterwards', async () => {
    const pupil = await canteen.buyer(10_000);
    const lock = await BlockedWallet.hold(canteen, pupil.walletId);
    const request = tillOf(0).request({ card: pupil.card, products: [baguette] });
    const sale = tillOf(0).send(request);
    // One batch, then as many single tries as the batcher makes.
    for (let attempt = 0; attempt < 4; attempt += 1) await lock.kill(await lock.waitingSales(1));
    expect((await sale).status).toBe(500);
    await lock.release();
    expect(await canteen.balanceOre(pupil)).toBe(10_000);
    expect((await tillOf(0).send(request)).status).toBe(201);
  });
});
