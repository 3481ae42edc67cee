import { Injectable } from '@nestjs/common';
import type { Tx } from '@kantinekortet/platform';
import { WalletNotFound } from './ledger.errors.ts';
import type { LedgerAccountKind } from './ledger.types.ts';
import { readRows, type Reader } from './reader.ts';

/** A wallet's money in øre: `availableOre` is the balance without what is held; `claimedOre` is what it owes. */
export interface Wallet {
  readonly id: string;
  readonly balanceOre: number;
  readonly heldOre: number;
  readonly availableOre: number;
  readonly claimedOre: number;
}

const schoolAccounts: readonly LedgerAccountKind[] = [
  'revenue',
  'fee_income',
  'claims',
  'clearing',
  'bank',
  'client_bank',
  'in_transit',
  'provider_cost',
  'goodwill_cost',
  'vat',
  'offline_loss',
];

const walletColumns = `
  id, balance_ore AS "balanceOre", held_ore AS "heldOre", balance_ore - held_ore AS "availableOre",
  claimed_ore AS "claimedOre"`;

/** Opens, finds and locks wallets. Whom a wallet belongs to is not the ledger's business. */
@Injectable()
export class WalletsService {
  /** Opens the accounts of a new school, so that a sale finds them. Again changes nothing. */
  async openSchoolAccounts(tx: Tx, schoolId: string): Promise<void> {
    await tx.query(`SELECT ledger_account($1, kind, '') FROM unnest($2::text[]) kind`, [schoolId, schoolAccounts]);
  }

  /** Opens an empty wallet under a new id. */
  async openWallet(tx: Tx, schoolId: string, walletId: string): Promise<void> {
    await tx.query('SELECT ledger_open_wallet($1, $2)', [schoolId, walletId]);
  }

  /** The wallets among these ids that the school has, in no particular order. */
  async find(reader: Reader, schoolId: string, walletIds: readonly string[]): Promise<Wallet[]> {
    return readRows<Wallet>(
      reader,
      `SELECT ${walletColumns} FROM wallet WHERE school_id = $1 AND id = ANY ($2::uuid[])`,
      [schoolId, walletIds],
    );
  }

  /** One wallet. Throws WalletNotFound. */
  async get(reader: Reader, schoolId: string, walletId: string): Promise<Wallet> {
    return theOne(await this.find(reader, schoolId, [walletId]));
  }

  /** Those of the wallets that ever held or owed anything. */
  async usedAmong(reader: Reader, schoolId: string, walletIds: readonly string[]): Promise<Set<string>> {
    const used = await readRows<{ readonly id: string }>(
      reader,
      'SELECT id FROM wallet WHERE school_id = $1 AND id = ANY ($2::uuid[]) AND (seq > 0 OR claimed_ore > 0)',
      [schoolId, walletIds],
    );
    return new Set(used.map(({ id }) => id));
  }

  /** Locks one wallet until the transaction ends and reads it. Throws WalletNotFound. */
  async lock(tx: Tx, schoolId: string, walletId: string): Promise<Wallet> {
    return theOne(await this.lockAll(tx, schoolId, [walletId]));
  }

  /** Locks wallets in the order that everyone uses, and reads them in that order. */
  async lockAll(tx: Tx, schoolId: string, walletIds: readonly string[]): Promise<Wallet[]> {
    return this.lockAcross(
      tx,
      walletIds.map((walletId) => ({ schoolId, walletId })),
    );
  }

  /** The same for wallets of several schools. */
  async lockAcross(
    tx: Tx,
    keys: readonly { readonly schoolId: string; readonly walletId: string }[],
  ): Promise<Wallet[]> {
    return readRows<Wallet>(tx, `SELECT ${walletColumns} FROM ledger_lock_wallets($1::uuid[], $2::uuid[])`, [
      keys.map(({ schoolId }) => schoolId),
      keys.map(({ walletId }) => walletId),
    ]);
  }
}

function theOne(wallets: readonly Wallet[]): Wallet {
  const [wallet] = wallets;
  if (!wallet) throw new WalletNotFound();
  return wallet;
}
