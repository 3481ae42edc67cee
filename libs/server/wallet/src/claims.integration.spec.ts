import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { ClaimExceeded, ClaimNotFound, OperationNotFound, ReversedAlready } from './ledger.errors.ts';
import { Books } from './testing/books.ts';

let books: Books;

beforeAll(async () => {
  books = await Books.open();
});

afterAll(() => books.close());

async function charge(walletId: string, amountOre: number) {
  const request = { ...books.request(walletId), amountOre, lunchFloorOre: kr(50), reason: 'replacement_fee' };
  const { result } = await books.do((tx) => books.fees.charge(tx, request));
  return { feeId: request.id, ...result };
}

function waive(walletId: string, feeId: string) {
  return books.do((tx) => books.fees.waive(tx, { ...books.request(walletId), feeId, reason: 'It was found again' }));
}

describe('a fee', () => {
  it.each([
    { balance: kr(200), drawn: kr(100), claimed: 0 },
    { balance: kr(150), drawn: kr(100), claimed: 0 },
    { balance: kr(149.5), drawn: kr(99.5), claimed: kr(0.5) },
    { balance: kr(50), drawn: 0, claimed: kr(100) },
    { balance: 0, drawn: 0, claimed: kr(100) },
  ])('of 100 kr on a balance of $balance øre draws $drawn and claims $claimed', async ({ balance, drawn, claimed }) => {
    const walletId = await books.aWallet(balance);
    expect(await charge(walletId, kr(100))).toMatchObject({ drawnOre: drawn, claimedOre: claimed });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: balance - drawn, claimedOre: claimed });
  });

  it('leaves lunch money: what is there can be spent while the claim is open', async () => {
    const walletId = await books.aWallet(kr(60));
    await charge(walletId, kr(100));
    await books.sale(walletId, kr(45));
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(5), claimedOre: kr(90) });
  });

  it('does not draw what is held', async () => {
    const payerId = newId();
    const walletId = await books.aWallet(kr(100), payerId);
    const hold = { ...books.request(walletId), amountOre: kr(60), payerId, paymentReference: null };
    await books.do((tx) => books.holds.place(tx, hold));
    expect(await charge(walletId, kr(100))).toMatchObject({ drawnOre: 0, claimedOre: kr(100) });
  });

  it('waived after it was drawn comes back to those who had paid it', async () => {
    const payerId = newId();
    const walletId = await books.aWallet(kr(150), payerId);
    const { feeId } = await charge(walletId, kr(100));

    const { result } = await waive(walletId, feeId);

    expect(result).toMatchObject({ returnedOre: kr(100), forgivenOre: 0 });
    expect(await books.remainders(walletId)).toEqual([{ payerId, amountOre: kr(150) }]);
  });

  it('waived while it is open is no longer owed', async () => {
    const walletId = await books.aWallet(kr(20));
    const { feeId } = await charge(walletId, kr(100));

    const { result } = await waive(walletId, feeId);

    expect(result).toMatchObject({ returnedOre: 0, forgivenOre: kr(100) });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(20), claimedOre: 0 });
  });

  it('waived when part was drawn, part settled by a top-up and part is open comes back in each way', async () => {
    const [mother, father] = [newId(), newId()];
    const walletId = await books.aWallet(kr(80), mother);
    const { feeId } = await charge(walletId, kr(100));
    await books.topUp(walletId, kr(40), { payerId: father });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(50), claimedOre: kr(30) });

    const { result } = await waive(walletId, feeId);

    expect(result).toMatchObject({ returnedOre: kr(70), forgivenOre: kr(30) });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(120), claimedOre: 0 });
    expect(await books.remainders(walletId)).toEqual([
      { payerId: mother, amountOre: kr(80) },
      { payerId: father, amountOre: kr(40) },
    ]);
  });

  it('waived after its claim was paid directly becomes money of whoever paid', async () => {
    const payerId = newId();
    const walletId = await books.aWallet();
    const { feeId, claimId } = await charge(walletId, kr(100));
    const payment = {
      clearing: 'stripe',
      payerId,
      paymentReference: 'pi_fee',
      amountOre: kr(100),
      claimId: claimId ?? '',
    };
    await books.do((tx) => books.claims.payDirectly(tx, { ...books.request(walletId), ...payment }));

    await waive(walletId, feeId);

    expect(await books.remainders(walletId)).toEqual([{ payerId, amountOre: kr(100) }]);
  });

  it('is waived once, and only on its own wallet', async () => {
    const walletId = await books.aWallet(kr(200));
    const { feeId } = await charge(walletId, kr(100));
    const stranger = await books.aWallet();

    await expect(waive(stranger, feeId)).rejects.toThrow(OperationNotFound);
    await waive(walletId, feeId);
    await expect(waive(walletId, feeId)).rejects.toThrow(ReversedAlready);
  });
});

describe('a claim', () => {
  it('is settled from the balance before a refund, oldest first', async () => {
    const walletId = await books.aWallet(kr(70));
    for (const reason of ['emergency_meal', 'offline_shortfall']) {
      const claim = { ...books.request(walletId), amountOre: kr(50), reason, credit: { account: 'revenue' } as const };
      await books.do((tx) => books.claims.raise(tx, claim));
    }

    const { result } = await books.do((tx) => books.claims.settleFromBalance(tx, books.request(walletId)));

    expect(result.settledClaims).toMatchObject([
      { reason: 'emergency_meal', amountOre: kr(50) },
      { reason: 'offline_shortfall', amountOre: kr(20) },
    ]);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: 0, claimedOre: kr(30) });
  });

  it('is paid at most once', async () => {
    const walletId = await books.aWallet();
    const { claimId } = await charge(walletId, kr(100));
    const pay = (amountOre: number) => {
      const payment = { clearing: 'stripe', payerId: newId(), paymentReference: 'pi_fee', claimId: claimId ?? '' };
      return books.do((tx) => books.claims.payDirectly(tx, { ...books.request(walletId), ...payment, amountOre }));
    };

    await expect(pay(kr(101))).rejects.toThrow(ClaimExceeded);
    await pay(kr(100));
    await expect(pay(kr(1))).rejects.toThrow(ClaimNotFound);
  });

  it('cannot be booked without its legs, nor legs without it', async () => {
    const walletId = await books.aWallet();
    const legs = [{ debit: { account: 'claims' }, credit: { account: 'revenue' }, amountOre: kr(10) }] as const;
    await expect(books.operation(walletId, { kind: 'claim' }, { result: {}, legs })).rejects.toThrow('disagree');
    const claims = [{ id: newId(), walletId, amountOre: kr(10), reason: 'emergency_meal' }];
    await expect(books.operation(walletId, { kind: 'claim' }, { result: {}, claims })).rejects.toThrow('disagree');
  });
});

describe('the books after these tests', () => {
  it('are sound', async () => {
    expect(await books.findings()).toEqual([]);
  });
});
