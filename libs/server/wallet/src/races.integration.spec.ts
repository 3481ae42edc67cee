import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { HoldHasEnded, InsufficientFunds, ReversedAlready } from './ledger.errors.ts';
import { Books } from './testing/books.ts';

let books: Books;

beforeAll(async () => {
  books = await Books.open();
});

afterAll(() => books.close());

/** Starts all at once: how many got through, and what the others were refused with. */
async function race(count: number, attempt: () => Promise<unknown>): Promise<{ won: number; refusals: unknown[] }> {
  const settled = await Promise.allSettled(Array.from({ length: count }, attempt));
  const refusals = settled.filter((result) => result.status === 'rejected').map((result): unknown => result.reason);
  return { won: count - refusals.length, refusals };
}

describe('money that is there once is spent once', () => {
  it('by fifty sales at once on a balance that covers one', async () => {
    const walletId = await books.aWallet(kr(45));

    const { won, refusals } = await race(50, () => books.sale(walletId, kr(45)));

    expect(won).toBe(1);
    expect(refusals.every((refusal) => refusal instanceof InsufficientFunds)).toBe(true);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: 0 });
  });

  it('by sales and refund holds together', async () => {
    const payerId = newId();
    const walletId = await books.aWallet(kr(45), payerId);
    const hold = () => ({ ...books.request(walletId), amountOre: kr(45), payerId, paymentReference: null });

    const [sales, holds] = await Promise.all([
      race(10, () => books.sale(walletId, kr(45))),
      race(10, () => books.do((tx) => books.holds.place(tx, hold()))),
    ]);

    expect(sales.won + holds.won).toBe(1);
    expect(await books.wallet(walletId)).toMatchObject({ availableOre: 0 });
  });

  it('by a hold that is posted and voided at once: it ends one way', async () => {
    const payerId = newId();
    const walletId = await books.aWallet(kr(45), payerId);
    const place = { ...books.request(walletId), amountOre: kr(45), payerId, paymentReference: null };
    const { result } = await books.do((tx) => books.holds.place(tx, place));
    const end = () => ({ ...books.request(walletId), holdId: result.holdId });
    const credit = { account: 'in_transit' } as const;

    const [posts, voids] = await Promise.all([
      race(5, () => books.do((tx) => books.holds.post(tx, { ...end(), amountOre: kr(45), credit }))),
      race(5, () => books.do((tx) => books.holds.void(tx, end()))),
    ]);

    expect(posts.won + voids.won).toBe(1);
    expect([...posts.refusals, ...voids.refusals].every((refusal) => refusal instanceof HoldHasEnded)).toBe(true);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: voids.won * kr(45), heldOre: 0 });
  });

  it('by a sale that is returned ten times at once: it is returned once', async () => {
    const walletId = await books.aWallet(kr(45));
    const saleId = await books.sale(walletId, kr(45));
    const saleReturn = () => ({
      ...books.request(walletId),
      kind: 'sale_return' as const,
      reversesOperationId: saleId,
    });

    const { won, refusals } = await race(10, () => books.do((tx) => books.reversals.reverse(tx, saleReturn())));

    expect(won).toBe(1);
    expect(refusals.every((refusal) => refusal instanceof ReversedAlready)).toBe(true);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(45) });
  });

  it('by siblings who send each other all they have at once', async () => {
    const [a, b] = [await books.aWallet(kr(45)), await books.aWallet(kr(45))];
    const send = (walletId: string, toWalletId: string) =>
      books.do((tx) =>
        books.deposits.siblingTransfer(tx, { ...books.request(walletId), toWalletId, amountOre: kr(45) }),
      );

    await Promise.all([race(10, () => send(a, b)), race(10, () => send(b, a))]);

    const wallets = await books.wallets.find(books.database, books.schoolId, [a, b]);
    expect(wallets.reduce((total, { balanceOre }) => total + balanceOre, 0)).toBe(kr(90));
  });
});

describe('the bank', () => {
  it('conserves money while sales, top-ups and returns run and its totals are read', async () => {
    const wallets = await Promise.all(Array.from({ length: 10 }, () => books.aWallet(kr(100))));
    const pick = () => wallets[Math.floor(Math.random() * wallets.length)] ?? '';
    const booked: { walletId: string; id: string }[] = [];
    const actions = [
      () => books.topUp(pick(), kr(10)),
      async () => {
        const walletId = pick();
        booked.push({ walletId, id: await books.sale(walletId, kr(20)) });
      },
      async () => {
        const sale = booked.pop();
        if (sale === undefined) return;
        const request = { ...books.request(sale.walletId), kind: 'sale_return' as const, reversesOperationId: sale.id };
        await books.do((tx) => books.reversals.reverse(tx, request));
      },
    ];
    const totals: { wallets: number; accounts: number }[] = [];
    const readTotals = async () => {
      totals.push(...(await books.database.query<{ wallets: number; accounts: number }>(totalsSql, [books.schoolId])));
    };

    await Promise.all(
      Array.from({ length: 600 }, async (_, index) => {
        if (index % 20 === 0) return readTotals();
        return actions[index % 3]?.().catch((error: unknown) => expect(error).toBeInstanceOf(InsufficientFunds));
      }),
    );

    expect(totals).toHaveLength(30);
    for (const { wallets: owed, accounts } of totals) expect(owed).toBe(accounts);
    expect(await books.findings()).toEqual([]);
  });
});

// What the wallets are owed, and what the school's own accounts hold, in one snapshot.
const totalsSql = `
  SELECT (SELECT sum(balance_ore)::bigint FROM wallet WHERE school_id = $1) AS wallets,
         (SELECT sum(CASE WHEN d.kind = 'wallet' THEN 0 ELSE t.amount_ore END
                     - CASE WHEN c.kind = 'wallet' THEN 0 ELSE t.amount_ore END)::bigint
            FROM transfer t
            JOIN account d ON d.school_id = t.school_id AND d.id = t.debit_account_id
            JOIN account c ON c.school_id = t.school_id AND c.id = t.credit_account_id
           WHERE t.school_id = $1) AS accounts`;
