import type { Database, Tx } from '@kantinekortet/platform';
import { readRows } from '@kantinekortet/wallet';

/** Where the bank sends a payer's money, as far as screens may show it. */
export interface KnownAccount {
  readonly id: string;
  readonly last4: string;
  readonly holderName: string;
  readonly usableAt: Date;
}

/** The account that a payer has now at a school. */
export async function findPayersAccount(
  reader: Tx | Database,
  schoolId: string,
  payerId: string,
): Promise<KnownAccount | undefined> {
  const [account] = await readRows<KnownAccount>(
    reader,
    `SELECT id, last4, holder_name AS "holderName", usable_at AS "usableAt"
       FROM payout_account WHERE school_id = $1 AND payer_id = $2 AND replaced_at IS NULL`,
    [schoolId, payerId],
  );
  return account;
}

/** Whether the account of a part was replaced before money could be sent there: as its payer does who did not give it. */
export async function wasObjectedTo(
  tx: Tx,
  { schoolId, payoutAccountId }: { readonly schoolId: string; readonly payoutAccountId: string | null },
): Promise<boolean> {
  const replaced = await tx.query<unknown[]>(
    'SELECT FROM payout_account WHERE school_id = $1 AND id = $2 AND replaced_at < usable_at',
    [schoolId, payoutAccountId],
  );
  return replaced.length > 0;
}
