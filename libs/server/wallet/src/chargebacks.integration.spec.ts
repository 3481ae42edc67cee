import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { ChargebacksService } from './chargebacks.service.ts';
import { OperationNotFound } from './ledger.errors.ts';
import { SettlementsService } from './settlements.service.ts';
import { Books } from './testing/books.ts';

const [mother, father] = [newId(), newId()];

describe('money that a payer got back past us', () => {
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

  const takeBack = (amountOre: number, paymentReference: string, id = newId()) => {
    const request = {
      ...books.request(walletId),
      id,
      amountOre,
      clearing: 'stripe',
      payerId: mother,
      paymentReference,
    };
    return books.do((tx) => books.api.get(ChargebacksService).takeBack(tx, { ...request, reason: 'dispute' }));
  };
  const winBack = (takenBackId: string, request = { ...books.request(walletId), settledId: newId() }) =>
    books.do((tx) => books.api.get(ChargebacksService).winBack(tx, { ...request, takenBackId }));
  const layers = async () => {
    const left = await books.layers.remainders(books.database, books.schoolId, walletId);
    return left.map(({ paymentReference, amountOre }) => [paymentReference, amountOre]);
  };

  it('a dispute takes what is left of its own payment, once', async () => {
    const id = newId();
    expect((await takeBack(kr(50), 'old', id)).result).toMatchObject({ coveredOre: kr(50), owedOre: 0 });
    expect((await takeBack(kr(50), 'old', id)).isReplay).toBe(true);
    expect(await layers()).toEqual([
      ['his', kr(30)],
      ['new', kr(20)],
    ]);
  });

  it('what of the payment has been spent is owed, and no other money is touched', async () => {
    await takeBack(kr(40), 'old');
    expect((await takeBack(kr(50), 'old')).result).toMatchObject({ coveredOre: kr(10), owedOre: kr(40) });
    expect(await layers()).toEqual([
      ['his', kr(30)],
      ['new', kr(20)],
    ]);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(50), claimedOre: kr(40) });
  });

  it('a dispute that is won is mirrored: layers and claim are as before', async () => {
    const id = newId();
    await takeBack(kr(100), 'old', id);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(50), claimedOre: kr(50) });
    const request = { ...books.request(walletId), settledId: newId() };
    expect((await winBack(id, request)).result).toEqual({ amountOre: kr(100), settledOre: 0, reason: 'dispute' });
    expect((await winBack(id, request)).isReplay).toBe(true);
    expect(await layers()).toEqual([
      ['old', kr(50)],
      ['his', kr(30)],
      ['new', kr(20)],
    ]);
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(100), claimedOre: 0 });
  });

  it('what was settled of the claim meanwhile is the payer’s again when the dispute is won', async () => {
    const id = newId();
    await takeBack(kr(100), 'old', id);
    await books.topUp(walletId, kr(10), { payerId: mother, paymentReference: 'later' });
    expect((await winBack(id)).result).toMatchObject({ amountOre: kr(100), settledOre: kr(10) });
    expect(await books.wallet(walletId)).toMatchObject({ balanceOre: kr(110), claimedOre: 0 });
  });

  it('nothing is won that was not taken', async () => {
    await expect(winBack(newId())).rejects.toBeInstanceOf(OperationNotFound);
  });

  it('a settlement moves clearing to the bank and to the provider’s costs, either way', async () => {
    const settle = (bankOre: number, costOre: number, id = newId()) => {
      const { schoolId, actor, occurredAt } = books.request(walletId);
      const request = { schoolId, actor, occurredAt, id, clearing: 'settled', bankOre, costOre };
      return books.do((tx) => books.api.get(SettlementsService).settle(tx, request));
    };
    const id = newId();
    await settle(kr(95), kr(5), id);
    expect((await settle(kr(95), kr(5), id)).isReplay).toBe(true);
    await settle(0 - kr(15), kr(1));
    await expect(settle(0, 0)).rejects.toThrow('nothing to book');
    const sums = await books.database.query<{ kind: string; ore: number }>(
      `SELECT a.kind, sum(CASE WHEN t.debit_account_id = a.id THEN t.amount_ore ELSE -t.amount_ore END)::bigint AS ore
         FROM account a JOIN transfer t ON t.school_id = a.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
        WHERE a.school_id = $1 AND (a.kind = 'client_bank' OR a.name = 'settled') GROUP BY a.kind ORDER BY a.kind`,
      [books.schoolId],
    );
    expect(sums).toEqual([
      { kind: 'clearing', ore: 0 - kr(86) },
      { kind: 'client_bank', ore: kr(80) },
      { kind: 'provider_cost', ore: kr(6) },
    ]);
  });
});
