import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { InsufficientFunds, InsufficientRemainder, OperationNotFound, ReversedAlready } from './ledger.errors.ts';
import { Books } from './testing/books.ts';

const [mother, father] = [newId(), newId()];
const transit = { account: 'in_transit', name: 'bank' } as const;
const bank = { account: 'bank' } as const;

describe('a refund in several holds', () => {
  let books: Books;
  let walletId: string;
  beforeAll(async () => {
    books = await Books.open();
  });
  beforeEach(async () => {
    walletId = await books.aWallet();
    await books.topUp(walletId, kr(50), { payerId: mother, paymentReference: 'old' });
    await books.topUp(walletId, kr(30), { payerId: father, paymentReference: 'his' });
    await books.topUp(walletId, kr(20), { payerId: mother, paymentReference: 'new' });
  });
  afterAll(async () => {
    expect(await books.findings()).toEqual([]);
    await books.close();
  });

  const part = (amountOre: number, paymentReference: string | null) => ({ id: newId(), amountOre, paymentReference });
  const place = (parts: readonly ReturnType<typeof part>[], request = books.request(walletId)) =>
    books.do((tx) => books.holds.placeAll(tx, { ...request, payerId: mother, parts }));
  /** Sends all of mother's money of one hold, and returns the operation that did. */
  const send = async (amountOre = kr(70)) => {
    const held = part(amountOre, null);
    await place([held]);
    const post = { ...books.request(walletId), holdId: held.id, amountOre, credit: transit };
    await books.do((tx) => books.holds.post(tx, post));
    return post.id;
  };
  const confirm = (sentOperationId: string) =>
    books.do((tx) => books.payouts.confirm(tx, { ...books.request(walletId), sentOperationId, from: bank }));
  const giveBack = (sentOperationId: string, from?: typeof bank) =>
    books.do((tx) => books.payouts.giveBack(tx, { ...books.request(walletId), sentOperationId, from }));
  const layers = async () => {
    const left = await books.layers.remainders(books.database, books.schoolId, walletId);
    return left.map(({ paymentReference, amountOre }) => [paymentReference, amountOre]);
  };

  it("takes each payment's own layer, and the rest of the payer's", async () => {
    await place([part(kr(20), 'new'), part(kr(15), 'old'), part(kr(5), null)]);
    expect(await layers()).toEqual([
      ['old', kr(30)],
      ['his', kr(30)],
    ]);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100), heldOre: kr(40) });
  });

  it('is placed once, and not at all when one of them does not fit', async () => {
    const request = books.request(walletId);
    const parts = [part(kr(20), 'new'), part(kr(50), null)];
    expect((await place(parts, request)).isReplay).toBe(false);
    expect((await place(parts, request)).isReplay).toBe(true);
    await expect(place([part(kr(31), 'his')])).rejects.toThrow(InsufficientFunds);
    await expect(place([part(kr(30), 'his')])).rejects.toThrow(InsufficientRemainder);
    expect(await books.wallet(walletId)).toMatchObject({ heldOre: kr(70) });
  });

  it('cannot take a layer twice', async () => {
    await expect(place([part(kr(20), 'new'), part(kr(1), 'new')])).rejects.toThrow(InsufficientRemainder);
    await expect(place([part(kr(70), null), part(kr(1), null)])).rejects.toThrow(InsufficientRemainder);
  });

  describe('a payout', () => {
    it('that is confirmed has left the bank, and nothing is in transit', async () => {
      const before = await books.accountOre('bank');
      const inTransit = await books.accountOre('in_transit', 'bank');
      const sent = await send();
      expect((await books.accountOre('in_transit', 'bank')) - inTransit).toBe(kr(-70));
      await confirm(sent);
      expect((await books.accountOre('bank')) - before).toBe(kr(-70));
      expect(await books.accountOre('in_transit', 'bank')).toBe(inTransit);
      expect(await layers()).toEqual([['his', kr(30)]]);
    });

    it('that fails is in the layers again that it was taken from', async () => {
      const inTransit = await books.accountOre('in_transit', 'bank');
      await giveBack(await send());
      expect(await layers()).toEqual([
        ['old', kr(50)],
        ['his', kr(30)],
        ['new', kr(20)],
      ]);
      expect(await books.accountOre('in_transit', 'bank')).toBe(inTransit);
    });

    it('that comes back after it was confirmed comes from where it had arrived', async () => {
      const before = await books.accountOre('bank');
      const sent = await send();
      await confirm(sent);
      await giveBack(sent, bank);
      expect(await books.accountOre('bank')).toBe(before);
      expect(await layers()).toEqual([
        ['old', kr(50)],
        ['his', kr(30)],
        ['new', kr(20)],
      ]);
    });

    it('comes back once, and only if it was sent', async () => {
      const sent = await send();
      await giveBack(sent);
      await expect(giveBack(sent)).rejects.toThrow(ReversedAlready);
      const sale = await books.sale(walletId, kr(10));
      await expect(giveBack(sale)).rejects.toThrow(OperationNotFound);
      await expect(confirm(sale)).rejects.toThrow(OperationNotFound);
    });
  });
});
