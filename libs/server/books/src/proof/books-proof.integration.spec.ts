import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { HoldsService } from '@kantinekortet/wallet';
import { register } from 'prom-client';
import { BooksModule } from '../books.module.ts';
import { BooksScene } from '../testing/books-scene.ts';
import { asOwner, proveAll, RefundRows } from '../testing/proof-scene.ts';
import { BooksProofService } from './books-proof.service.ts';

describe('the nightly proof of the books', () => {
  let api: TestApi;
  let scene: BooksScene;
  beforeAll(async () => {
    api = await startTestApi({ imports: [BooksModule] });
  });
  beforeEach(async () => {
    scene = await BooksScene.at(api);
  });
  afterAll(() => api.close());

  async function aHold(amountOre: number): Promise<string> {
    const { id: schoolId } = scene.school;
    const { walletId } = scene.pupil;
    const request = { id: newId(), schoolId, walletId, actor: 'system:test', occurredAt: api.clock.now() };
    const hold = { ...request, amountOre, payerId: null, paymentReference: null };
    const { result } = await api.database.transaction((tx) => api.get(HoldsService).place(tx, hold));
    return result.holdId;
  }

  it('is one green line in the office when the books hold, and says when all of them were looked at', async () => {
    expect(await scene.books()).toMatchObject({ clientAccount: null, clientMoney: null });
    await scene.topUp(kr(100));
    await scene.sell(kr(40));
    expect(await scene.findings(true)).toEqual([]);
    const { proof, wholeAt } = await scene.books();
    expect(proof).toMatchObject({ isWhole: true, findings: [] });
    expect(wholeAt).toBe(proof?.finishedAt);
    await scene.findings();
    expect(await scene.books()).toMatchObject({ proof: { isWhole: false }, wholeAt });
  });

  it('is a red list of what concerns the school, and no other school sees it', async () => {
    await scene.topUp(kr(100));
    const other = await BooksScene.at(api);
    const change = (ore: number) =>
      asOwner(api, 'UPDATE wallet SET balance_ore = balance_ore + $2 WHERE id = $1', [scene.pupil.walletId, ore]);
    await change(1);
    expect(await scene.findings()).toEqual(['wallet_differs', 'debits_differ_from_credits']);
    await change(-1);
    expect((await scene.books()).proof?.findings).toMatchObject([
      { finding: 'wallet_differs', subject: `wallet ${scene.pupil.walletId}` },
      { finding: 'debits_differ_from_credits', detail: 'wallets owe 10001 øre, the other accounts hold 10000' },
    ]);
    expect((await other.books()).proof?.findings).toEqual([]);
    expect(await scene.findings()).toEqual([]);
  });

  it('finds money that is held for no reason, and asks the office to look until it is gone', async () => {
    const tasks = async () => (await scene.office.get<{ items: unknown[] }>(`${scene.path}/tasks`)).body.items;
    await scene.topUp(kr(100));
    const holdId = await aHold(kr(60));
    expect(await scene.findings()).toEqual(['hold_without_reason']);
    expect(await scene.findings()).toEqual(['hold_without_reason']);
    expect(await tasks()).toMatchObject([{ kind: 'books_red', facts: { count: 1 } }]);
    const { id: schoolId } = scene.school;
    const end = { id: newId(), schoolId, holdId, actor: 'system:test', occurredAt: api.clock.now() };
    await api.database.transaction((tx) => api.get(HoldsService).void(tx, end));
    expect(await scene.findings()).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  it('follows a refund: its hold, its way out, its line in a file', async () => {
    await scene.topUp(kr(100));
    const holdId = await aHold(kr(60));
    const refund = new RefundRows(scene, holdId, kr(60));
    await refund.ask();
    expect(await scene.findings()).toEqual([]);
    await refund.prepareFile();
    expect(await scene.findings()).toEqual(['payout_differs_from_its_file']);
    await refund.ready();
    expect(await scene.findings()).toEqual([]);
    await refund.post();
    expect(await scene.findings()).toEqual(['refund_without_its_hold', 'in_transit_differs']);
    await refund.sent();
    expect(await scene.findings()).toEqual(['payout_differs_from_its_file']);
    await refund.sendFile();
    expect(await scene.findings()).toEqual([]);
    await refund.forgeLine(1);
    expect(await scene.findings()).toEqual(['payout_file_differs']);
    await refund.forgeLine(-1);
    expect(await scene.findings()).toEqual([]);
  });

  it('finds what a provider has not settled for 14 days, and a payout that nobody answered', async () => {
    await scene.topUp(kr(100));
    const { walletId } = scene.pupil;
    const transit = { account: 'in_transit' } as const;
    await scene.book('hold_post', { debit: { walletId }, credit: transit, amountOre: kr(30) });
    await proveAll(api);
    await scene.sleep(13);
    expect(await scene.findings()).toEqual(['in_transit_differs']);
    await scene.topUp(kr(200));
    await scene.sleep(2);
    expect((await scene.findings()).toSorted()).toEqual([
      'clearing_not_settled',
      'in_transit_differs',
      'payout_without_answer',
    ]);
    await scene.settle(kr(100));
    await scene.book('payout_confirmed', { debit: transit, credit: { account: 'client_bank' }, amountOre: kr(30) });
    expect(await scene.findings()).toEqual([]);
  });

  it('is kept, cannot be changed by the API, and is what Prometheus reads', async () => {
    await scene.topUp(kr(100));
    await aHold(kr(10));
    const { id, findings } = await api.get(BooksProofService).run({ isWhole: false });
    const refused = /permission denied/;
    await expect(api.database.query('UPDATE books_proof SET finding_count = 0')).rejects.toThrow(refused);
    await expect(api.database.query('DELETE FROM books_finding')).rejects.toThrow(refused);
    const [stored] = await api.database.query('SELECT count(*) AS count FROM books_finding WHERE proof_id = $1', [id]);
    expect(stored).toEqual({ count: findings.length });
    const metrics = await register.metrics();
    expect(metrics).toMatch(new RegExp(`^kantinekortet_books_findings ${findings.length}$`, 'm'));
    expect(metrics).toMatch(/^kantinekortet_books_proven_timestamp_seconds \d+/m);
  });

  it('made twice at once is two proofs that agree', async () => {
    await scene.topUp(kr(100));
    await aHold(kr(10));
    expect(await Promise.all([scene.findings(), scene.findings(true)])).toEqual([
      ['hold_without_reason'],
      ['hold_without_reason'],
    ]);
  });
});
