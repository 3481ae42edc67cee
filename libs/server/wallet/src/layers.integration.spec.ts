import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { HoldHasEnded, HoldTooSmall, InsufficientFunds, InsufficientRemainder } from './ledger.errors.ts';
import { Books } from './testing/books.ts';

const [mother, father] = [newId(), newId()];

let books: Books;

beforeAll(async () => {
  books = await Books.open();
});

afterAll(() => books.close());

/** A wallet that mother, then father, topped up with 50 kr each. */
async function aWalletOfBoth(): Promise<string> {
  const walletId = await books.aWallet(kr(50), mother);
  await books.topUp(walletId, kr(50), { payerId: father });
  return walletId;
}

function place(walletId: string, payerId: string, amountOre: number) {
  const request = { ...books.request(walletId), payerId, amountOre, paymentReference: null };
  return books.do((tx) => books.holds.place(tx, request));
}

describe('a hold', () => {
  it('of a refund takes money from its payer alone, and a void gives it back', async () => {
    const walletId = await aWalletOfBoth();

    const { result } = await place(walletId, father, kr(40));
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100), heldOre: kr(40), availableOre: kr(60) });
    expect(await books.remainders(walletId)).toEqual([
      { payerId: mother, amountOre: kr(50) },
      { payerId: father, amountOre: kr(10) },
    ]);

    await books.do((tx) => books.holds.void(tx, { ...books.request(walletId), holdId: result.holdId }));
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100), heldOre: 0 });
    expect(await books.remainders(walletId)).toEqual([
      { payerId: mother, amountOre: kr(50) },
      { payerId: father, amountOre: kr(50) },
    ]);
    expect(await books.holds.get(books.database, books.schoolId, result.holdId)).toMatchObject({ status: 'voided' });
  });

  it('posts a part to where the money goes, and frees the rest', async () => {
    const walletId = await aWalletOfBoth();
    const before = await books.accountOre('in_transit');
    const { result } = await place(walletId, mother, kr(50));
    const post = {
      ...books.request(walletId),
      holdId: result.holdId,
      amountOre: kr(35),
      credit: { account: 'in_transit' } as const,
    };

    const posted = await books.do((tx) => books.holds.post(tx, post));

    expect(posted.result).toEqual({ holdId: result.holdId, postedOre: kr(35), releasedOre: kr(15) });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(65), heldOre: 0 });
    expect(await books.remainders(walletId)).toEqual([
      { payerId: mother, amountOre: kr(15) },
      { payerId: father, amountOre: kr(50) },
    ]);
    expect((await books.accountOre('in_transit')) - before).toBe(kr(-35));
  });

  it('is refused beyond the available money, and beyond what the payer has left', async () => {
    const walletId = await aWalletOfBoth();
    await expect(place(walletId, mother, kr(101))).rejects.toThrow(InsufficientFunds);
    await expect(place(walletId, mother, kr(51))).rejects.toThrow(InsufficientRemainder);
    await expect(place(walletId, newId(), kr(1))).rejects.toThrow(InsufficientRemainder);
  });

  it('cannot be spent meanwhile', async () => {
    const walletId = await aWalletOfBoth();
    await place(walletId, mother, kr(50));
    await expect(books.sale(walletId, kr(51))).rejects.toThrow(InsufficientFunds);
    await expect(books.sale(walletId, kr(50))).resolves.toBeDefined();
  });

  it('ends once, and posts at most what it holds', async () => {
    const walletId = await aWalletOfBoth();
    const { result } = await place(walletId, mother, kr(20));
    const end = () => ({ ...books.request(walletId), holdId: result.holdId });
    const post = (amountOre: number) =>
      books.do((tx) => books.holds.post(tx, { ...end(), amountOre, credit: { account: 'in_transit' } }));

    await expect(post(kr(21))).rejects.toThrow(HoldTooSmall);
    await post(kr(20));
    await expect(post(kr(20))).rejects.toThrow(HoldHasEnded);
    await expect(books.do((tx) => books.holds.void(tx, end()))).rejects.toThrow(HoldHasEnded);
  });
});

describe('money that moves on keeps its owner', () => {
  it('a sibling transfer carries payer and payment along', async () => {
    const walletId = await aWalletOfBoth();
    const toWalletId = await books.aWallet();

    await books.do((tx) =>
      books.deposits.siblingTransfer(tx, { ...books.request(walletId), toWalletId, amountOre: kr(70) }),
    );

    expect(await books.remainders(walletId)).toEqual([{ payerId: father, amountOre: kr(30) }]);
    expect(await books.remainders(toWalletId)).toEqual([
      { payerId: mother, amountOre: kr(50) },
      { payerId: father, amountOre: kr(20) },
    ]);
  });

  it('a sibling transfer is refused beyond the available money, and to a wallet that is not there', async () => {
    const walletId = await aWalletOfBoth();
    const toWalletId = await books.aWallet();
    const send = (to: string, amountOre: number) =>
      books.do((tx) => books.deposits.siblingTransfer(tx, { ...books.request(walletId), toWalletId: to, amountOre }));

    await expect(send(toWalletId, kr(101))).rejects.toThrow(InsufficientFunds);
    await expect(send(newId(), kr(10))).rejects.toMatchObject({ code: 'wallet_not_found' });
  });

  it('goodwill can be spent, but belongs to nobody', async () => {
    const walletId = await books.aWallet();
    const before = await books.accountOre('goodwill_cost');
    const goodwill = { ...books.request(walletId), amountOre: kr(20), reason: 'long_queue' };

    await books.do((tx) => books.deposits.goodwill(tx, goodwill));

    expect(await books.remainders(walletId)).toEqual([{ payerId: null, amountOre: kr(20) }]);
    expect((await books.accountOre('goodwill_cost')) - before).toBe(kr(20));
    await expect(place(walletId, mother, kr(20))).rejects.toThrow(InsufficientRemainder);
  });
});

describe('the books after these tests', () => {
  it('are sound', async () => {
    expect(await books.findings()).toEqual([]);
  });
});
