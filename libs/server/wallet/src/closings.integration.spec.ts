import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { ClosingsService } from './closings.service.ts';
import { Books } from './testing/books.ts';

let books: Books;
let closings: ClosingsService;

beforeAll(async () => {
  books = await Books.open();
  closings = books.api.get(ClosingsService);
});

afterAll(() => books.close());

const request = (amountOre: number) => {
  return { id: newId(), schoolId: books.schoolId, actor: 'system:test', occurredAt: books.api.clock.now(), amountOre };
};

async function changes(kinds: readonly string[], work: () => Promise<unknown>): Promise<number[]> {
  const before = await Promise.all(kinds.map((kind) => books.accountOre(kind)));
  await work();
  const after = await Promise.all(kinds.map((kind) => books.accountOre(kind)));
  return after.map((ore, index) => ore - (before[index] ?? 0));
}

describe('postings between the accounts of a school', () => {
  it('the VAT in what was sold moves from revenue to VAT, and back when more was returned than sold', async () => {
    const closing = request(kr(15));
    const first = await changes(['revenue', 'vat'], () => books.do((tx) => closings.vat(tx, closing)));
    expect(first).toEqual([kr(15), kr(-15)]);
    expect(await books.do((tx) => closings.vat(tx, closing))).toMatchObject({ isReplay: true });
    const back = await changes(['revenue', 'vat'], () => books.do((tx) => closings.vat(tx, request(kr(-4)))));
    expect(back).toEqual([kr(-4), kr(4)]);
  });

  it('earned money that is released moves from the client account to the school’s own', async () => {
    const moved = await changes(['bank', 'client_bank'], () =>
      books.do((tx) => closings.release(tx, { ...request(kr(900)), facts: { month: '2026-10' } })),
    );
    expect(moved).toEqual([kr(900), kr(-900)]);
  });

  it('a sale after a block is the school’s loss, and no wallet’s', async () => {
    const moved = await changes(['offline_loss', 'revenue'], () =>
      books.do((tx) => closings.saleAfterBlock(tx, request(kr(45)))),
    );
    expect(moved).toEqual([kr(45), kr(-45)]);
    expect(await books.findings()).toEqual([]);
  });

  it('of nothing are refused', async () => {
    await expect(books.do((tx) => closings.release(tx, request(0)))).rejects.toThrow();
    expect(await books.findings()).toEqual([]);
  });
});
