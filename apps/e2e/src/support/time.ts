import { Client } from 'pg';
import { demo } from './demo.ts';

/** As if the account had been given four days ago: the time in which nothing is sent to a new one is over. */
export async function ageAccountOf(holderName: string): Promise<void> {
  const sql = `UPDATE payout_account SET recorded_at = recorded_at - interval '4 days', usable_at = usable_at - interval '4 days'
                WHERE holder_name = $1`;
  if ((await asOwner(sql, holderName)) !== 1) throw new Error(`There is no account of ${holderName}`);
}

/** As if all that was bought with this card had been bought the month before, and nobody had closed that month. */
export async function agePurchasesOf(schoolId: string, walletId: string): Promise<void> {
  const earlier = `SET recorded_at = recorded_at - interval '1 month'`;
  await asOwner('DELETE FROM monthly_closing WHERE school_id = $1', schoolId);
  await asOwner(
    `UPDATE transfer ${earlier} WHERE operation_id IN (SELECT id FROM sale WHERE wallet_id = $1)`,
    walletId,
  );
  if ((await asOwner(`UPDATE sale ${earlier} WHERE wallet_id = $1`, walletId)) === 0) {
    throw new Error('Nothing was bought with this card');
  }
}

/** As if the day were over on which the pupil left. */
export async function leaveForGood(pupilId: string): Promise<void> {
  await asOwner(
    `UPDATE pupil SET left_at = left_at - interval '1 day', left_for_good_at = left_at WHERE id = $1`,
    pupilId,
  );
}

/** Runs SQL as no part of the API can, and answers how many rows it touched. */
async function asOwner(sql: string, parameter: string): Promise<number> {
  const owner = new Client({ connectionString: demo.ownerDatabaseUrl });
  await owner.connect();
  return (await owner.query(sql, [parameter]).finally(() => owner.end())).rowCount ?? 0;
}
