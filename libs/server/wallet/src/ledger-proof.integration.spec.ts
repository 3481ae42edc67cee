import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { earlierTransactionsEnd } from '@kantinekortet/platform/testing';
import { LedgerProofService, type LedgerProof } from './proof/ledger-proof.service.ts';
import { Books } from './testing/books.ts';

let books: Books;
let walletId: string;
let saleId: string;

beforeAll(async () => {
  books = await Books.open();
  walletId = await books.aWallet(kr(100));
  saleId = await books.sale(walletId, kr(30));
  await books.sale(walletId, kr(20));
  const payerId = newId();
  await books.topUp(walletId, kr(50), { payerId });
  const hold = { ...books.request(walletId), amountOre: kr(20), payerId, paymentReference: null };
  await books.do((tx) => books.holds.place(tx, hold));
  const fee = { ...books.request(walletId), amountOre: kr(100), lunchFloorOre: kr(50), reason: 'replacement_fee' };
  await books.do((tx) => books.fees.charge(tx, fee));
});

afterAll(() => books.close());

/** The codes that a proof, the whole one if nothing else is said, names while a forgery stands, which is then taken back. */
async function findingsWhile(
  forgery: string,
  undo: string,
  parameters: readonly unknown[],
  scope = { isWhole: true },
): Promise<string[]> {
  await books.asOwner(forgery, parameters);
  try {
    const { findings } = await books.api.get(LedgerProofService).prove(scope);
    return findings.map(({ finding }) => finding);
  } finally {
    await books.asOwner(undo, parameters);
  }
}

/** A proof that links all that was written before it. */
async function proveAll(scope: { readonly isWhole: boolean }): Promise<LedgerProof> {
  await earlierTransactionsEnd(books.database);
  return books.api.get(LedgerProofService).prove(scope);
}

describe('the proof of the books', () => {
  it('finds nothing in sound books, and proves them again from where it stopped', async () => {
    expect(await proveAll({ isWhole: true })).toEqual({ isWhole: true, findings: [], newCheckpoints: 1 });

    await books.sale(walletId, kr(1));
    expect(await proveAll({ isWhole: false })).toEqual({ isWhole: false, findings: [], newCheckpoints: 1 });

    const proof = books.api.get(LedgerProofService);
    expect(await proof.prove({ isWhole: false })).toEqual({ isWhole: false, findings: [], newCheckpoints: 0 });
    expect(await proof.prove({ isWhole: true })).toEqual({ isWhole: true, findings: [], newCheckpoints: 0 });
  });

  it('finds an amount that was changed', async () => {
    const findings = await findingsWhile(
      'UPDATE transfer SET amount_ore = amount_ore + 1 WHERE school_id = $1 AND operation_id = $2',
      'UPDATE transfer SET amount_ore = amount_ore - 1 WHERE school_id = $1 AND operation_id = $2',
      [books.schoolId, saleId],
    );
    expect(findings).toEqual(
      expect.arrayContaining(['balance_does_not_follow', 'wallet_differs_from_transfers', 'history_changed']),
    );
  });

  it('finds an answer that was changed, though no money moved', async () => {
    const findings = await findingsWhile(
      `UPDATE operation SET result = '{"totalOre": 1}' WHERE school_id = $1 AND id = $2`,
      `UPDATE operation SET result = '{"totalOre": ${kr(30)}}' WHERE school_id = $1 AND id = $2`,
      [books.schoolId, saleId],
    );
    expect(findings).toEqual(['history_changed']);
  });

  it('finds a transfer that is missing', async () => {
    await books.asOwner(`CREATE TABLE stolen AS SELECT * FROM transfer WHERE operation_id = '${saleId}'`);
    const findings = await findingsWhile(
      'DELETE FROM transfer WHERE school_id = $1 AND operation_id = $2',
      'INSERT INTO transfer SELECT * FROM stolen WHERE school_id = $1 AND operation_id = $2',
      [books.schoolId, saleId],
    );
    expect(findings).toEqual(expect.arrayContaining(['sequence_gap', 'operation_without_its_rows', 'history_changed']));
  });

  it('finds a leg without its operation', async () => {
    await books.asOwner('ALTER TABLE transfer DROP CONSTRAINT transfer_school_id_operation_id_fkey');
    const findings = await findingsWhile(
      `INSERT INTO transfer (school_id, operation_id, leg, debit_account_id, credit_account_id, amount_ore, occurred_at, recorded_at)
       SELECT $1, $2, 1, d.id, c.id, 100, now(), now() FROM account d, account c
        WHERE d.school_id = $1 AND d.kind = 'clearing' AND d.name = '' AND c.school_id = $1 AND c.kind = 'revenue'`,
      'DELETE FROM transfer WHERE school_id = $1 AND operation_id = $2',
      [books.schoolId, newId()],
    );
    expect(findings).toEqual(['transfer_without_operation', 'rollup_differs']);
  });

  it('finds a leg without its operation in the incremental proof too', async () => {
    const forgedId = newId();
    await books.sale(walletId, kr(1));
    await books.asOwner(
      `INSERT INTO transfer (school_id, operation_id, leg, debit_account_id, credit_account_id, amount_ore, occurred_at, recorded_at)
       SELECT $1, $2, 1, d.id, c.id, 100, now(), now() FROM account d, account c
        WHERE d.school_id = $1 AND d.kind = 'clearing' AND d.name = '' AND c.school_id = $1 AND c.kind = 'revenue'`,
      [books.schoolId, forgedId],
    );
    const proof = await books.api.get(LedgerProofService).prove({ isWhole: false });
    await books.asOwner('DELETE FROM transfer WHERE operation_id = $1', [forgedId]);

    expect(proof.findings.map(({ finding }) => finding)).toEqual(['transfer_without_operation']);
    expect(proof.newCheckpoints).toBe(0);
  });

  it('finds a wallet that is one øre off', async () => {
    const findings = await findingsWhile(
      'UPDATE wallet SET balance_ore = balance_ore + 1 WHERE school_id = $1 AND id = $2',
      'UPDATE wallet SET balance_ore = balance_ore - 1 WHERE school_id = $1 AND id = $2',
      [books.schoolId, walletId],
    );
    expect(findings).toEqual(['wallet_differs', 'wallet_differs_from_transfers', 'debits_differ_from_credits']);
  });

  it('finds a wallet that is gone', async () => {
    const goneId = await books.aWallet();
    const findings = await findingsWhile(
      'DELETE FROM wallet WHERE school_id = $1 AND id = $2',
      'INSERT INTO wallet (school_id, id) VALUES ($1, $2)',
      [books.schoolId, goneId],
    );
    expect(findings).toEqual(['wallet_missing']);
  });

  it('finds a leg that moves money past its wallet', async () => {
    const findings = await findingsWhile(
      `UPDATE transfer SET debit_seq = NULL, debit_balance_after_ore = NULL WHERE school_id = $1 AND operation_id = $2`,
      `UPDATE transfer SET debit_seq = 2, debit_balance_after_ore = ${kr(70)} WHERE school_id = $1 AND operation_id = $2`,
      [books.schoolId, saleId],
    );
    expect(findings).toEqual(expect.arrayContaining(['transfer_passes_its_wallet', 'sequence_gap', 'history_changed']));
  });

  it('finds a hold without its operation', async () => {
    await books.asOwner('ALTER TABLE hold DROP CONSTRAINT hold_school_id_operation_id_fkey');
    const findings = await findingsWhile(
      `INSERT INTO hold (school_id, id, operation_id, wallet_id, amount_ore, seq, balance_after_ore, held_after_ore)
       SELECT school_id, $3, $3, id, 100, seq + 1, balance_ore, held_ore + 100 FROM wallet WHERE school_id = $1 AND id = $2`,
      'DELETE FROM hold WHERE school_id = $1 AND wallet_id = $2 AND id = $3',
      [books.schoolId, walletId, newId()],
    );
    expect(findings).toEqual(expect.arrayContaining(['hold_without_operation', 'wallet_differs']));
  });

  it('finds a checkpoint that was forged', async () => {
    const findings = await findingsWhile(
      `UPDATE ledger_checkpoint SET head = sha256(head) WHERE school_id = $1 AND number = 1 AND $2::uuid IS NOT NULL`,
      `UPDATE ledger_checkpoint SET head = ledger_chain_head(NULL, school_id, number, before_tx, operation_count, digest)
        WHERE school_id = $1 AND number = 1 AND $2::uuid IS NOT NULL`,
      [books.schoolId, walletId],
    );
    expect(findings).toContain('chain_broken');
  });

  it('finds a roll-up that was forged, also in the incremental proof', async () => {
    const forge = (ore: number) => `
      UPDATE ledger_account_rollup r SET balance_ore = r.balance_ore + ${ore} FROM account a
       WHERE a.school_id = r.school_id AND a.id = r.account_id AND a.kind = 'revenue' AND r.school_id = $1
         AND r.before_tx = (SELECT max(n.before_tx) FROM ledger_account_rollup n
                             WHERE n.school_id = r.school_id AND n.account_id = r.account_id) AND $2::uuid IS NOT NULL`;
    expect(await findingsWhile(forge(1), forge(-1), [books.schoolId, walletId])).toEqual(['rollup_differs']);
    expect(await findingsWhile(forge(1), forge(-1), [books.schoolId, walletId], { isWhole: false })).toEqual([
      'debits_differ_from_credits',
    ]);
  });

  it('finds a wallet that is off in the incremental proof too, whether it was touched since or not', async () => {
    const untouchedId = await books.aWallet(kr(10));
    await proveAll({ isWhole: false });
    const add = 'UPDATE wallet SET balance_ore = balance_ore + 1 WHERE school_id = $1 AND id = $2';
    const takeOff = 'UPDATE wallet SET balance_ore = balance_ore - 1 WHERE school_id = $1 AND id = $2';
    const found = (id: string) => findingsWhile(add, takeOff, [books.schoolId, id], { isWhole: false });
    expect(await found(untouchedId)).toEqual(['debits_differ_from_credits']);
    await books.sale(untouchedId, kr(1));
    expect(await found(untouchedId)).toEqual(['wallet_differs', 'debits_differ_from_credits']);
    await proveAll({ isWhole: false });
  });

  it('finds a settlement without its operation on a wallet that was touched', async () => {
    await books.topUp(walletId, kr(1));
    await books.asOwner('ALTER TABLE claim_settlement DROP CONSTRAINT claim_settlement_school_id_operation_id_fkey');
    const findings = await findingsWhile(
      `INSERT INTO claim_settlement (school_id, claim_id, operation_id, amount_ore)
       SELECT school_id, id, $3, 1 FROM claim WHERE school_id = $1 AND wallet_id = $2`,
      'DELETE FROM claim_settlement WHERE school_id = $1 AND operation_id = $3 AND $2::uuid IS NOT NULL',
      [books.schoolId, walletId, newId()],
      { isWhole: false },
    );
    expect(findings).toEqual(['claim_without_operation', 'wallet_differs']);
  });

  it('is made one at a time, by two who start at once', async () => {
    await books.sale(walletId, kr(1));
    const proof = books.api.get(LedgerProofService);
    const both = await Promise.all([proof.prove({ isWhole: false }), proof.prove({ isWhole: true })]);
    expect(both.map(({ findings }) => findings)).toEqual([[], []]);
  });

  it('leaves what a running transaction has yet to commit to the next proof', async () => {
    const proof = books.api.get(LedgerProofService);
    await books.sale(walletId, kr(1));
    await proveAll({ isWhole: false });
    const whileOpen = await books.do(async (tx) => {
      await tx.query('SELECT pg_current_xact_id()');
      await books.sale(walletId, kr(1));
      return proof.prove({ isWhole: false });
    });
    expect(whileOpen).toEqual({ isWhole: false, findings: [], newCheckpoints: 0 });
    expect(await proveAll({ isWhole: false })).toMatchObject({ findings: [], newCheckpoints: 1 });
  });
});
