import type { Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { readRows, type Reader } from './reader.ts';

/** What becomes of a wallet that has run low: each topic of the outbox has one handler. */
export type BalanceWatchTopic = 'balance-below.mail' | 'balance-below.auto-top-up';

/** One person's wish to be told about a wallet. */
export interface BalanceWatchKey {
  readonly schoolId: string;
  readonly walletId: string;
  readonly topic: BalanceWatchTopic;
  readonly personId: string;
}

/** What a message of such a topic says: whose wish, and the purchase after which there was too little. */
export interface BalanceBelow extends Omit<BalanceWatchKey, 'topic'> {
  readonly operationId: string;
}

/**
 * Tells whoever wants to know, right after the purchase, that a wallet has less left to spend than an amount. The
 * message is written in the purchase's own transaction, and again after every later one: the handler judges.
 */
@Injectable()
export class BalanceWatches {
  /** Watches from now on, or changes the amount. Locks the wallet. */
  async watch(tx: Tx, key: BalanceWatchKey & { readonly belowOre: number }): Promise<void> {
    await set(tx, key, key.belowOre);
  }

  /** Watches no more; again changes nothing. Locks the wallet. */
  async end(tx: Tx, key: BalanceWatchKey): Promise<void> {
    await set(tx, key, null);
  }

  /** The amount in øre below which this person wants to be told; null for never. */
  async belowOre(reader: Reader, key: BalanceWatchKey): Promise<number | null> {
    const [watch] = await readRows<{ readonly belowOre: number }>(
      reader,
      `SELECT below_ore AS "belowOre" FROM balance_watch
        WHERE school_id = $1 AND wallet_id = $2 AND topic = $3 AND person_id = $4`,
      [key.schoolId, key.walletId, key.topic, key.personId],
    );
    return watch?.belowOre ?? null;
  }

  /** Whether anybody watches this wallet for that. */
  async isWatched(reader: Reader, { schoolId, walletId, topic }: Omit<BalanceWatchKey, 'personId'>): Promise<boolean> {
    const watches = await readRows<unknown>(
      reader,
      'SELECT 1 FROM balance_watch WHERE school_id = $1 AND wallet_id = $2 AND topic = $3 LIMIT 1',
      [schoolId, walletId, topic],
    );
    return watches.length > 0;
  }
}

async function set(
  tx: Tx,
  { schoolId, walletId, topic, personId }: BalanceWatchKey,
  belowOre: number | null,
): Promise<void> {
  await tx.query('SELECT watch_balance($1, $2, $3, $4, $5)', [schoolId, walletId, topic, personId, belowOre]);
}

/** Reads a message of the outbox. */
export function readBalanceBelow(payload: unknown): BalanceBelow {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'schoolId' in payload &&
    'walletId' in payload &&
    'personId' in payload &&
    'operationId' in payload
  ) {
    const { schoolId, walletId, personId, operationId } = payload;
    return {
      schoolId: String(schoolId),
      walletId: String(walletId),
      personId: String(personId),
      operationId: String(operationId),
    };
  }
  throw new Error('A message about a low balance names no wallet');
}
