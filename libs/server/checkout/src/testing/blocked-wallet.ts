import { Client } from 'pg';
import type { Canteen } from './canteen.ts';

interface Waiting {
  readonly pid: number;
}

/** Holds the lock of a wallet, so that a sale of it stands still in the middle of its statement. */
export class BlockedWallet {
  private readonly holder: Client;
  /** Watches from outside the holding transaction, which would see the same activity for ever. */
  private readonly watcher: Client;
  private readonly killed = new Set<number>();

  private constructor(holder: Client, watcher: Client) {
    this.holder = holder;
    this.watcher = watcher;
  }

  static async hold(canteen: Canteen, walletId: string): Promise<BlockedWallet> {
    const url = new URL(canteen.api.ownerUrl);
    url.username = 'postgres';
    const [holder, watcher] = [new Client(url.href), new Client(url.href)];
    await Promise.all([holder.connect(), watcher.connect()]);
    await holder.query('BEGIN');
    await holder.query('SELECT FROM wallet WHERE school_id = $1 AND id = $2 FOR UPDATE', [canteen.schoolId, walletId]);
    return new BlockedWallet(holder, watcher);
  }

  /** Resolves with the backends that wait for a lock inside book_sales, once there are this many. */
  async waitingSales(count: number): Promise<readonly number[]> {
    for (;;) {
      const { rows } = await this.watcher.query<Waiting>(
        `SELECT pid FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%book_sales%'`,
      );
      const alive = rows.map(({ pid }) => pid).filter((pid) => !this.killed.has(pid));
      if (alive.length >= count) return alive;
    }
  }

  async kill(pids: readonly number[]): Promise<void> {
    for (const pid of pids) this.killed.add(pid);
    await this.watcher.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) pid', [pids]);
  }

  async release(): Promise<void> {
    await this.holder.query('ROLLBACK');
    await Promise.all([this.holder.end(), this.watcher.end()]);
  }
}
