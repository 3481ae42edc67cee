import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { InsufficientFunds, OperationConflict, WalletNotFound } from './ledger.errors.ts';
import { Books } from './testing/books.ts';

let books: Books;

beforeAll(async () => {
  books = await Books.open();
});

afterAll(() => books.close());

function aSale(walletId: string, amountOre: number): Parameters<Books['operation']>[2] {
  return {
    result: { totalOre: amountOre },
    legs: [{ debit: { walletId }, credit: { account: 'revenue' }, amountOre }],
  };
}

describe('an operation', () => {
  it('that is repeated gets its first answer, whatever has changed since', async () => {
    const walletId = await books.aWallet();
    const topUp = { id: newId(), payerId: newId(), paymentReference: 'pi_1' };
    const first = await books.topUp(walletId, kr(100), topUp);
    await books.sale(walletId, kr(100));

    const again = await books.topUp(walletId, kr(100), topUp);

    expect(first).toEqual({ isReplay: false, result: { amountOre: kr(100), settledClaims: [], balanceOre: kr(100) } });
    expect(again).toEqual({ ...first, isReplay: true });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: 0 });
  });

  it('is looked up before anything else is judged: a repeated sale is answered though the money is gone', async () => {
    const walletId = await books.aWallet(kr(50));
    const id = await books.sale(walletId, kr(50));

    await expect(books.sale(walletId, kr(50), id)).resolves.toBe(id);
  });

  it('under an id with other content is a conflict that shows nothing', async () => {
    const walletId = await books.aWallet();
    const topUp = { id: newId(), payerId: newId(), paymentReference: 'pi_2' };
    await books.topUp(walletId, kr(100), topUp);

    await expect(books.topUp(walletId, kr(200), topUp)).rejects.toThrow(OperationConflict);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100) });
  });

  it('under an id of another actor is a conflict', async () => {
    const walletId = await books.aWallet(kr(100));
    const request = { id: newId(), kind: 'sale' as const, actor: 'register:a', content: { walletId } };
    await books.operation(walletId, request, aSale(walletId, kr(10)));

    const asAnother = books.operation(walletId, { ...request, actor: 'register:b' }, aSale(walletId, kr(10)));

    await expect(asAnother).rejects.toThrow(OperationConflict);
  });

  it('sent twenty times at once is booked once, and all get its answer', async () => {
    const walletId = await books.aWallet();
    const topUp = { id: newId(), payerId: newId(), paymentReference: 'pi_3' };

    const answers = await Promise.all(Array.from({ length: 20 }, () => books.topUp(walletId, kr(100), topUp)));

    expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
    expect(new Set(answers.map(({ result }) => result.balanceOre))).toEqual(new Set([kr(100)]));
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100) });
  });

  it('is all or nothing: when one leg is refused, no leg is booked', async () => {
    const walletId = await books.aWallet(kr(100));
    const legs = [kr(60), kr(60)]
      .map((amountOre) => aSale(walletId, amountOre).legs?.[0])
      .filter((leg) => leg !== undefined);

    await expect(books.operation(walletId, { kind: 'sale' }, { result: {}, legs })).rejects.toThrow(InsufficientFunds);

    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100) });
  });

  it('is refused when it takes more than the wallet has, and leaves no trace: the same id can be used again', async () => {
    const walletId = await books.aWallet(kr(20));
    const id = newId();

    await expect(books.sale(walletId, kr(45), id)).rejects.toThrow(InsufficientFunds);
    await books.topUp(walletId, kr(50));
    await books.sale(walletId, kr(45), id);

    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(25) });
  });

  it('is refused for a wallet that the school does not have', async () => {
    await expect(books.topUp(newId(), kr(10))).rejects.toThrow(WalletNotFound);
    await expect(books.sale(newId(), kr(10))).rejects.toThrow('null value');
  });

  it('is refused for an amount that is not positive', async () => {
    const walletId = await books.aWallet(kr(20));
    await expect(books.sale(walletId, 0)).rejects.toThrow('transfer_amount_positive');
    await expect(books.sale(walletId, -100)).rejects.toThrow('transfer_amount_positive');
  });

  it('belongs to one school: the same wallet and id mean nothing in another', async () => {
    const walletId = await books.aWallet(kr(20));
    const elsewhere = { schoolId: newId(), kind: 'sale' as const };

    await expect(books.operation(walletId, elsewhere, aSale(walletId, kr(10)))).rejects.toThrow('null value');
    await expect(books.wallets.get(books.database, elsewhere.schoolId, walletId)).rejects.toThrow(WalletNotFound);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(20) });
  });
});

describe('a statement', () => {
  it('reads straight from the rows, newest first, a page at a time', async () => {
    const walletId = await books.aWallet();
    await books.topUp(walletId, kr(100));
    for (const amountOre of [kr(10), kr(20), kr(30)]) await books.sale(walletId, amountOre);
    const pageOf = (cursor?: string) =>
      books.statements.transactions(books.database, books.schoolId, walletId, { cursor, limit: 3 });

    const first = await pageOf();
    const second = await pageOf(first.nextCursor ?? undefined);

    const lines = [...first.items, ...second.items];
    expect(
      lines.map(({ seq, kind, counterAccount, amountOre, balanceAfterOre }) => [
        seq,
        kind,
        counterAccount,
        amountOre,
        balanceAfterOre,
      ]),
    ).toEqual([
      [4, 'sale', 'revenue', kr(-30), kr(40)],
      [3, 'sale', 'revenue', kr(-20), kr(70)],
      [2, 'sale', 'revenue', kr(-10), kr(90)],
      [1, 'top_up', 'clearing', kr(100), kr(100)],
    ]);
    expect(lines[0]?.result).toEqual({ totalOre: kr(30) });
    expect(lines[0]?.occurredAt).toBeInstanceOf(Date);
    expect([first.nextCursor === null, second.nextCursor === null]).toEqual([false, true]);
  });

  it('keeps when something happened apart from when it was known', async () => {
    const walletId = await books.aWallet(kr(100));
    const occurredAt = new Date('2026-01-05T11:30:00Z');
    await books.operation(walletId, { kind: 'sale', occurredAt }, aSale(walletId, kr(10)));

    const page = await books.statements.transactions(books.database, books.schoolId, walletId, { limit: 1 });

    expect(page.items[0]?.occurredAt).toEqual(occurredAt);
    expect(page.items[0]?.recordedAt.getTime()).toBeGreaterThan(occurredAt.getTime());
  });

  it('is refused for a cursor that was not made here', async () => {
    const walletId = await books.aWallet();
    const page = { cursor: 'nonsense', limit: 3 };
    await expect(books.statements.transactions(books.database, books.schoolId, walletId, page)).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});
