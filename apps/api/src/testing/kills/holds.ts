import type { PaymentSandbox, OrderedFault } from '@kantinekortet/providers/testing';
import { Client } from 'pg';
import type { KillFamily } from './kill-scene.ts';
import { until } from './until.ts';

/** What keeps the process between two steps while it is killed. */
export interface Held {
  /** Resolves when the process waits there. */
  reached(): Promise<void>;
  letGo(): Promise<void>;
}

/** Where to hold the flow of a family. */
export type Hold = (place: {
  readonly ownerUrl: string;
  readonly sandbox: PaymentSandbox;
  readonly family: KillFamily;
}) => Promise<Held>;

/** The provider hears an operation, has its effect or not, and never answers. */
export function unanswered(kind: 'timeout_before' | 'timeout_after', operation: string): Hold {
  return async ({ sandbox, family: { merchant } }) => {
    const fault: OrderedFault = { kind, operation, merchantId: merchant.id };
    await sandbox.order(fault);
    return {
      reached: () => until(`${operation} was not answered`, async () => !(await sandbox.isPending(fault))),
      letGo: () => Promise.resolve(),
    };
  };
}

/** A row that the next step changes is locked by another. `sql` selects it, with the family's wallet as `$1`. */
export function locked(sql: string): Hold {
  return heldBy(sql, async (owner, walletId) => {
    const { rowCount } = await owner.query(`${sql} FOR UPDATE`, [walletId]);
    if (rowCount === 0) throw new Error(`Nothing to lock: ${sql}`);
  });
}

/** Nobody can add a row to a table, which is the next step. */
export function closed(table: string): Hold {
  return heldBy(table, async (owner) => {
    await owner.query(`LOCK TABLE ${table} IN SHARE MODE`);
  });
}

function heldBy(what: string, lock: (owner: Client, walletId: string) => Promise<void>): Hold {
  return async ({ ownerUrl, family: { pupil } }) => {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await lock(owner, pupil.walletId);
    return {
      reached: () => until(`somebody waits for ${what}`, () => hasWaiter(owner)),
      letGo: () => owner.end(),
    };
  };
}

async function hasWaiter(owner: Client): Promise<boolean> {
  const sql =
    'SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS is';
  const { rows } = await owner.query<{ is: boolean }>(sql);
  return rows[0]?.is === true;
}
