import { Database, newId, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';

/** The bank account in which a merchant keeps its customers' money. `accountNumber` is 11 digits. */
export interface ClientAccount {
  readonly accountNumber: string;
  readonly bic: string | null;
}

const newestSql = `
  SELECT account_number AS "accountNumber", bic FROM merchant_client_account
   WHERE merchant_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1`;

/** Which account holds the money of a merchant's customers: compared with what they are owed, and debited by payouts. */
@Injectable()
export class ClientAccounts {
  /** The account that counts now; null until one is recorded. */
  async find(reader: Tx | Database, merchantId: string): Promise<ClientAccount | null> {
    const rows =
      reader instanceof Database
        ? await reader.query<ClientAccount>(newestSql, [merchantId])
        : await reader.query<ClientAccount[]>(newestSql, [merchantId]);
    return rows[0] ?? null;
  }

  /** Records an account that counts from now on. The number has to be judged before. */
  async set(
    tx: Tx,
    request: ClientAccount & { readonly merchantId: string; readonly recordedBy: string; readonly recordedAt: Date },
  ): Promise<void> {
    const { merchantId, accountNumber, bic, recordedBy, recordedAt } = request;
    await tx.query(
      `INSERT INTO merchant_client_account (merchant_id, id, account_number, bic, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [merchantId, newId(), accountNumber, bic, recordedBy, recordedAt],
    );
  }
}
