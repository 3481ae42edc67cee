import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { contentHash } from './content-hash.ts';
import { Books } from './testing/books.ts';

// A batch as the checkout's own SQL makes it: sales given as wallets and amounts, all to the school's revenue.
const batchSql = `
  SELECT ledger_append(
    array_agg(ROW($1::uuid, s.id, 'sale', 'register:1', $5::bytea, '{}'::jsonb, NULL, now(), NULL)::ledger_operation ORDER BY s.position),
    array_agg(ROW($1::uuid, s.id, 1::smallint, s.wallet_id, a.id, s.amount_ore, NULL, NULL, NULL)::ledger_leg ORDER BY s.position))
    FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) WITH ORDINALITY AS s (id, wallet_id, amount_ore, position)
    JOIN account a ON a.school_id = $1 AND a.kind = 'revenue' AND a.name = ''`;

let books: Books;

beforeAll(async () => {
  books = await Books.open();
});

afterAll(() => books.close());

async function sellBatch(sales: readonly { walletId: string; amountOre: number; id?: string }[]): Promise<void> {
  await books.database.query(batchSql, [
    books.schoolId,
    sales.map(({ id = newId() }) => id),
    sales.map(({ walletId }) => walletId),
    sales.map(({ amountOre }) => amountOre),
    contentHash('batch'),
  ]);
}

async function linesOf(walletId: string): Promise<[seq: number, amountOre: number, balanceAfterOre: number][]> {
  const page = await books.statements.transactions(books.database, books.schoolId, walletId, { limit: 100 });
  return page.items.map(({ seq, amountOre, balanceAfterOre }) => [seq, amountOre, balanceAfterOre]);
}

describe('a batch', () => {
  it('that meets one wallet twice draws twice: two sales of 30 kr on 100 kr leave 40', async () => {
    const walletId = await books.aWallet(kr(100));

    await sellBatch([
      { walletId, amountOre: kr(30) },
      { walletId, amountOre: kr(30) },
    ]);

    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(40) });
    expect(await linesOf(walletId)).toEqual([
      [3, kr(-30), kr(40)],
      [2, kr(-30), kr(70)],
      [1, kr(100), kr(100)],
    ]);
  });

  it('keeps the order of each wallet among many', async () => {
    const [a, b, c] = [await books.aWallet(kr(100)), await books.aWallet(kr(100)), await books.aWallet(kr(100))];

    await sellBatch([a, b, a, c, b, a].map((walletId, index) => ({ walletId, amountOre: kr(index + 1) })));

    expect((await linesOf(a)).map(([, , balance]) => balance)).toEqual([kr(90), kr(96), kr(99), kr(100)]);
    expect((await linesOf(b)).map(([, , balance]) => balance)).toEqual([kr(93), kr(98), kr(100)]);
    expect((await linesOf(c)).map(([, , balance]) => balance)).toEqual([kr(96), kr(100)]);
  });

  it('that overdraws a wallet on the way is refused whole', async () => {
    const walletId = await books.aWallet(kr(100));
    const other = await books.aWallet(kr(100));

    const overdrawing = sellBatch([
      { walletId: other, amountOre: kr(10) },
      { walletId, amountOre: kr(60) },
      { walletId, amountOre: kr(60) },
    ]);

    await expect(overdrawing).rejects.toThrow('wallet_balance_covers_holds');
    expect(await books.wallet(other)).toMatchObject({ balanceOre: kr(100) });
  });

  it('in which an operation was booked before is refused whole', async () => {
    const walletId = await books.aWallet(kr(100));
    const id = await books.sale(walletId, kr(10));

    await expect(sellBatch([{ id, walletId, amountOre: kr(10) }])).rejects.toThrow('operation_pkey');
  });

  it('finds the first answers of the operations that were booked before, and names conflicts without showing them', async () => {
    const walletId = await books.aWallet(kr(100));
    const [same, other] = [newId(), newId()];
    await sellBatch([same, other].map((id) => ({ id, walletId, amountOre: kr(10) })));

    const found = await books.database.query(
      `SELECT asked_at, kind, is_same, result
         FROM ledger_find_operations(array_fill($1::uuid, ARRAY[3]), $2, array_fill('register:1'::text, ARRAY[3]), $3) ORDER BY asked_at`,
      [books.schoolId, [newId(), same, other], [contentHash('batch'), contentHash('batch'), contentHash('else')]],
    );

    expect(found).toEqual([
      { asked_at: 2, kind: 'sale', is_same: true, result: {} },
      { asked_at: 3, kind: 'sale', is_same: false, result: null },
    ]);
  });

  it('and another that meet the same wallets in opposite order do not deadlock', async () => {
    const wallets = await Promise.all(Array.from({ length: 8 }, () => books.aWallet(kr(1000))));
    const sales = wallets.map((walletId) => ({ walletId, amountOre: kr(1) }));

    await Promise.all(
      Array.from({ length: 20 }, (_, index) => sellBatch(index % 2 === 0 ? sales : sales.toReversed())),
    );

    const balances = await books.wallets.find(books.database, books.schoolId, wallets);
    expect(new Set(balances.map(({ balanceOre }) => balanceOre))).toEqual(new Set([kr(980)]));
  });
});

describe('the books after these tests', () => {
  it('are sound', async () => {
    expect(await books.findings()).toEqual([]);
  });
});
