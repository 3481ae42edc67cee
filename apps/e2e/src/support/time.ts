import { Client } from 'pg';
import { demo } from './demo.ts';

/** As if the account had been given four days ago: the time in which nothing is sent to a new one is over. */
export async function ageAccountOf(holderName: string): Promise<void> {
  const owner = new Client({ connectionString: demo.ownerDatabaseUrl });
  await owner.connect();
  const sql = `UPDATE payout_account SET recorded_at = recorded_at - interval '4 days', usable_at = usable_at - interval '4 days'
                WHERE holder_name = $1`;
  const { rowCount } = await owner.query(sql, [holderName]).finally(() => owner.end());
  if (rowCount !== 1) throw new Error(`There is no account of ${holderName}`);
}
