import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { Books } from './testing/books.ts';

let books: Books;

beforeAll(async () => {
  books = await Books.open();
});

afterAll(() => books.close());

describe('the postings table', () => {
  it('a top-up moves money from clearing to the wallet', async () => {
    const walletId = await books.aWallet();
    const before = await books.accountOre('clearing', 'stripe');

    const { result } = await books.topUp(walletId, kr(100));

    expect(result).toEqual({ amountOre: kr(100), settledClaims: [], balanceOre: kr(100) });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100), availableOre: kr(100) });
    expect((await books.accountOre('clearing', 'stripe')) - before).toBe(kr(100));
  });

  it('a sale moves money from the wallet to revenue, and its return moves it back', async () => {
    const walletId = await books.aWallet(kr(100));
    const before = await books.accountOre('revenue');

    const saleId = await books.sale(walletId, kr(45));
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(55) });
    expect((await books.accountOre('revenue')) - before).toBe(kr(-45));

    const request = { ...books.request(walletId), kind: 'sale_return' as const, reversesOperationId: saleId };
    await books.do((tx) => books.reversals.reverse(tx, request));
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100) });
    expect(await books.accountOre('revenue')).toBe(before);
  });

  it('a fee draws what exceeds the lunch floor, and the rest is a claim', async () => {
    const walletId = await books.aWallet(kr(80));
    const fees = await books.accountOre('fee_income');
    const claims = await books.accountOre('claims');

    const { result } = await books.do((tx) =>
      books.fees.charge(tx, {
        ...books.request(walletId),
        amountOre: kr(100),
        lunchFloorOre: kr(50),
        reason: 'replacement_fee',
      }),
    );

    expect(result).toMatchObject({ drawnOre: kr(30), claimedOre: kr(70) });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(50), claimedOre: kr(70) });
    expect((await books.accountOre('fee_income')) - fees).toBe(kr(-100));
    expect((await books.accountOre('claims')) - claims).toBe(kr(70));
  });

  it('a claim is settled from the next top-up before the money is there to spend', async () => {
    const walletId = await books.aWallet();
    await books.do((tx) =>
      books.fees.charge(tx, {
        ...books.request(walletId),
        amountOre: kr(100),
        lunchFloorOre: kr(50),
        reason: 'replacement_fee',
      }),
    );

    const { result } = await books.topUp(walletId, kr(150));

    expect(result).toMatchObject({
      balanceOre: kr(50),
      settledClaims: [{ reason: 'replacement_fee', amountOre: kr(100) }],
    });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(50), claimedOre: 0 });
  });

  it('a claim can be paid directly, past the wallet', async () => {
    const walletId = await books.aWallet();
    const { result } = await books.do((tx) =>
      books.claims.raise(tx, {
        ...books.request(walletId),
        amountOre: kr(40),
        reason: 'emergency_meal',
        credit: { account: 'revenue' },
      }),
    );

    await books.do((tx) =>
      books.claims.payDirectly(tx, {
        ...books.request(walletId),
        claimId: result.claimId,
        amountOre: kr(40),
        clearing: 'stripe',
        payerId: newId(),
        paymentReference: 'pi_claim',
      }),
    );

    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: 0, claimedOre: 0 });
  });
});
