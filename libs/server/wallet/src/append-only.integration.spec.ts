import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { Books } from './testing/books.ts';

const tables = [
  'account',
  'wallet',
  'operation',
  'transfer',
  'hold',
  'hold_end',
  'claim',
  'claim_settlement',
  'ledger_checkpoint',
];

let books: Books;
let walletId: string;

beforeAll(async () => {
  books = await Books.open();
  walletId = await books.aWallet(kr(100));
  await books.sale(walletId, kr(10));
});

afterAll(() => books.close());

describe('the role that the API connects as', () => {
  it('owns nothing and is no superuser', async () => {
    const rows = await books.database.query(
      `SELECT current_user AS name, r.rolsuper OR r.rolcreaterole OR r.rolbypassrls AS "isPowerful",
              (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid) AS owned
         FROM pg_roles r WHERE r.rolname = current_user`,
    );
    expect(rows).toEqual([{ name: 'kantinekortet_app', isPowerful: false, owned: 0 }]);
  });

  it.each(tables)('cannot UPDATE %s', async (table) => {
    await expect(books.database.query(`UPDATE ${table} SET school_id = school_id`)).rejects.toThrow(
      'permission denied',
    );
  });

  it.each(tables)('cannot DELETE from %s', async (table) => {
    await expect(books.database.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
  });

  it.each(tables)('cannot TRUNCATE %s', async (table) => {
    await expect(books.database.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('permission denied');
  });

  it.each(tables.filter((table) => table !== 'ledger_checkpoint'))(
    'cannot INSERT into %s past the functions',
    async (table) => {
      await expect(books.database.query(`INSERT INTO ${table} SELECT * FROM ${table}`)).rejects.toThrow(
        'permission denied',
      );
    },
  );

  it('cannot turn the rules off', async () => {
    await expect(books.database.query('ALTER TABLE transfer DISABLE TRIGGER ALL')).rejects.toThrow('must be owner');
    await expect(books.database.query(`SET session_replication_role = 'replica'`)).rejects.toThrow('permission denied');
  });
});

describe('the rules that hold even for the owner', () => {
  it('a wallet is never negative, and never has less than is held', async () => {
    await expect(books.asOwner('UPDATE wallet SET balance_ore = -1')).rejects.toThrow('wallet_balance_covers_holds');
    await expect(books.asOwner('UPDATE wallet SET held_ore = balance_ore + 1')).rejects.toThrow(
      'wallet_balance_covers_holds',
    );
    await expect(books.asOwner('UPDATE wallet SET held_ore = -1')).rejects.toThrow('wallet_held_not_negative');
    await expect(books.asOwner('UPDATE wallet SET claimed_ore = -1')).rejects.toThrow('wallet_claimed_not_negative');
  });

  it('a transfer moves a positive amount between two accounts', async () => {
    await expect(books.asOwner('UPDATE transfer SET amount_ore = 0')).rejects.toThrow('transfer_amount_positive');
    await expect(books.asOwner('UPDATE transfer SET credit_account_id = debit_account_id')).rejects.toThrow(
      'transfer_between_two_accounts',
    );
  });

  it('a wallet uses each sequence number once', async () => {
    const copy = `INSERT INTO transfer
      SELECT t.school_id, t.operation_id, 9, t.debit_account_id, t.credit_account_id, t.amount_ore, t.debit_balance_after_ore,
             t.debit_seq, t.credit_balance_after_ore, t.credit_seq, t.occurred_at, t.recorded_at
        FROM transfer t WHERE t.debit_account_id = $1`;
    await expect(books.asOwner(copy, [walletId])).rejects.toThrow('transfer_debit_seq');
  });

  it('an operation is of a known kind', async () => {
    const insert = `INSERT INTO operation VALUES ($1, $2, 'magic', 'system:test', sha256(''), '{}', NULL, now(), now(), 1)`;
    await expect(books.asOwner(insert, [books.schoolId, newId()])).rejects.toThrow('operation_kind_known');
  });
});
