import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secrets } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { createHmac } from 'node:crypto';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen } from '../testing/canteen.ts';
import { signingKey } from './signing-key.ts';

interface JournalRow {
  readonly number: number;
  readonly transaction_code: string;
  readonly date: string;
  readonly time: string;
  readonly amount_in_ore: number;
  readonly amount_ex_ore: number;
  readonly signature: string;
  readonly key_version: number;
}

describe('the journal of a register', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
  });
  afterAll(() => api.close());

  async function journalOf(canteen: Canteen, registerId: string): Promise<JournalRow[]> {
    return api.database.query<JournalRow>(
      `SELECT number, transaction_code, trans_date::text AS date, trans_time::text AS time, amount_in_ore, amount_ex_ore,
              signature, key_version FROM journal WHERE school_id = $1 AND register_id = $2 ORDER BY number`,
      [canteen.schoolId, registerId],
    );
  }

  /** The text and HMAC of SAF-T Cash Register 1.0, made here again. */
  function sign(previous: string, row: JournalRow, key: Buffer): string {
    const decimal = (amountOre: number) => {
      const digits = String(Math.abs(amountOre)).padStart(3, '0');
      return `${amountOre < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    const text = [previous, row.date, row.time, row.number, decimal(row.amount_in_ore), decimal(row.amount_ex_ore)];
    return createHmac('sha1', key).update(text.join(';')).digest('base64');
  }

  it("is signed as the tax authority's test vector says", async () => {
    const rows = await api.database.query<{ signature: string }>(
      `SELECT journal_signature('0', '2016-11-24', '10:39:00', 2, 100, 96, $1) AS signature`,
      [Buffer.from('SkatteetatenSign')],
    );
    expect(rows).toEqual([{ signature: 'iHh68DWCU3G42eL/7vOGUMSkvMM=' }]);
  });

  it('numbers and chains sales and returns without a gap, however many arrive at once', async () => {
    const canteen = await Canteen.open(api);
    const tills = await Promise.all([canteen.till(), canteen.till()]);
    const product = await canteen.product(11_500, { vatCode: 'food15' });
    const pupils = await Promise.all(Array.from({ length: 8 }, () => canteen.buyer(23_000)));
    const sold = await Promise.all(
      pupils.flatMap((pupil) => tills.map((till) => till.sell({ card: pupil.card, products: [product] }))),
    );
    const poor = await canteen.buyer(0);
    await Promise.all(tills.map((till) => till.sell({ card: poor.card, products: [product] })));
    await Promise.all(tills.map((till, index) => till.return(sold[index]?.body.id ?? '')));

    const key = signingKey(api.get(Secrets));
    for (const till of tills) {
      const rows = await journalOf(canteen, till.registerId);
      expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      let previous = '0';
      for (const row of rows) {
        expect(row.signature).toBe(sign(previous, row, key));
        previous = row.signature;
      }
      expect(rows.at(0)).toMatchObject({ transaction_code: '11001', amount_in_ore: 11_500, amount_ex_ore: 10_000 });
      expect(rows.at(-1)).toMatchObject({ transaction_code: '11006', amount_in_ore: -11_500, amount_ex_ore: -10_000 });
    }
    const receipts = await api.database.query(
      'SELECT register_id, array_agg(receipt_number ORDER BY receipt_number) AS numbers FROM sale WHERE school_id = $1 GROUP BY register_id',
      [canteen.schoolId],
    );
    expect(receipts).toEqual(
      Array(2).fill(expect.objectContaining({ numbers: ['1', '2', '3', '4', '5', '6', '7', '8'] })),
    );
  });

  it('shows the time of day in Norway, in summer and winter and at midnight', async () => {
    const canteen = await Canteen.open(api);
    const till = await canteen.till();
    const product = await canteen.product(1000);
    const pupil = await canteen.buyer(3000);
    for (const moment of ['2026-07-01T22:30:05.900Z', '2026-01-15T10:00:00.000Z', '2025-12-31T23:00:00.000Z']) {
      api.clock.advance(new Date(moment).getTime() - api.clock.now().getTime());
      await till.sell({ card: pupil.card, products: [product] });
    }
    api.clock.advance(Date.now() - api.clock.now().getTime());
    const rows = await journalOf(canteen, till.registerId);
    expect(rows.map(({ date, time }) => `${date} ${time}`)).toEqual([
      '2026-07-02 00:30:05',
      '2026-01-15 11:00:00',
      '2026-01-01 00:00:00',
    ]);
  });

  it.each(['sale', 'sale_line', 'sale_return', 'journal'])(
    'lets nobody who is the API change or remove a %s',
    async (table) => {
      for (const statement of [
        `UPDATE ${table} SET school_id = school_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        await expect(api.database.query(statement)).rejects.toThrow('permission denied');
      }
    },
  );

  it('lets the API not write the numbers of a register', async () => {
    await expect(api.database.query('UPDATE register SET receipt_number = 0')).rejects.toThrow('permission denied');
  });
});
