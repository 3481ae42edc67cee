import type { Database } from '../database/database.ts';

/**
 * Waits until every transaction that began before now, in any database of the server, has ended: only then does the
 * proof of the books link what was written before. Specs that run beside this one hold it back as well.
 */
export async function earlierTransactionsEnd(database: Database): Promise<void> {
  const [now] = await database.query<{ tx: string }>('SELECT pg_current_xact_id()::text AS tx');
  const sql = 'SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AS ended';
  for (;;) {
    const [row] = await database.query<{ ended: boolean }>(sql, [now?.tx]);
    if (row?.ended === true) return;
  }
}
