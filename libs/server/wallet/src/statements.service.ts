import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '@kantinekortet/platform';
import type { LedgerAccountKind, OperationKind } from './ledger.types.ts';
import { readRows, type Reader } from './reader.ts';

/** One line of a wallet's statement, as its rows say: nothing is summed to show it. */
export interface StatementLine {
  /** The wallet's own number of the line; the balances of consecutive lines follow from each other. */
  readonly seq: number;
  readonly operationId: string;
  readonly kind: OperationKind;
  /** The other side: a top-up that settled a claim has a line for each. */
  readonly counterAccount: LedgerAccountKind | 'wallet';
  /** Signed as the wallet's holder sees it: a sale is negative. */
  readonly amountOre: number;
  readonly balanceAfterOre: number;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reversesOperationId: string | null;
  /** Whose payment it was; null for what nobody paid, such as a sale. */
  readonly payerId: string | null;
  /** What the operation stored as its answer: the facts of its kind. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** A stretch of a wallet's statement: the lines numbered after one up to another, and the balances around them. */
export interface StatementPeriod {
  readonly afterSeq: number;
  readonly toSeq: number;
  readonly openingOre: number;
  readonly closingOre: number;
}

const lineColumns = `
         e.seq, e.operation_id AS "operationId", o.kind, a.kind AS "counterAccount", e.amount_ore AS "amountOre",
         e.balance_after_ore AS "balanceAfterOre", o.occurred_at AS "occurredAt", o.recorded_at AS "recordedAt",
         o.reverses_operation_id AS "reversesOperationId", o.result,
         -- Of the operation: what a top-up settles is of its payer too.
         coalesce(e.payer_id, (SELECT t.payer_id FROM transfer t
                                WHERE t.school_id = e.school_id AND t.operation_id = e.operation_id
                                  AND t.payer_id IS NOT NULL ORDER BY t.leg LIMIT 1)) AS "payerId"`;

const linesSql = (condition: string, order: 'ASC' | 'DESC') => `
  SELECT ${lineColumns}
    FROM (SELECT * FROM wallet_entry
           WHERE school_id = $1 AND wallet_id = $2 AND entry = 'transfer' AND ${condition}
           ORDER BY seq ${order}
           LIMIT $3) e
    JOIN operation o ON o.school_id = e.school_id AND o.id = e.operation_id
    JOIN account a ON a.school_id = e.school_id AND a.id = e.counter_account_id
   ORDER BY e.seq ${order}`;
const newestFirstSql = linesSql(
  `seq < $4 AND ($5::text[] IS NULL OR EXISTS (
     SELECT FROM operation k WHERE k.school_id = $1 AND k.id = operation_id AND k.kind = ANY ($5)))`,
  'DESC',
);
const inOrderSql = linesSql('seq > $4 AND seq <= $5', 'ASC');

// By when the server wrote them, in days of Norway: so the balances of two periods that meet are the same.
const periodSql = `
  WITH period AS (
    SELECT coalesce(max(e.seq) FILTER (WHERE o.recorded_at < $3::date::timestamp AT TIME ZONE 'Europe/Oslo'), 0) AS after_seq,
           coalesce(max(e.seq), 0) AS to_seq
      FROM wallet_entry e JOIN operation o ON o.school_id = e.school_id AND o.id = e.operation_id
     WHERE e.school_id = $1 AND e.wallet_id = $2
       AND o.recorded_at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Oslo')
  SELECT p.after_seq AS "afterSeq", p.to_seq AS "toSeq",
         coalesce(opening.balance_after_ore, 0)::bigint AS "openingOre",
         coalesce(closing.balance_after_ore, 0)::bigint AS "closingOre"
    FROM period p
    LEFT JOIN wallet_entry opening ON opening.school_id = $1 AND opening.wallet_id = $2 AND opening.seq = p.after_seq
    LEFT JOIN wallet_entry closing ON closing.school_id = $1 AND closing.wallet_id = $2 AND closing.seq = p.to_seq`;

/** Reads a wallet's transactions. */
@Injectable()
export class StatementsService {
  /** Newest first, by keyset on the wallet's sequence. Throws InvalidInput for a cursor that was not made here. */
  async transactions(
    reader: Reader,
    schoolId: string,
    walletId: string,
    page: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<StatementLine>> {
    const [beforeSeq = Number.MAX_SAFE_INTEGER] = decodeCursor(page.cursor, ['integer']) ?? [];
    const lines = await this.linesBefore(reader, schoolId, walletId, { beforeSeq, limit: page.limit + 1 });
    return toPage(lines, page.limit, (line) => [line.seq]);
  }

  /** At most so many lines before one number of the wallet, newest first; of all kinds, or of some. */
  async linesBefore(
    reader: Reader,
    schoolId: string,
    walletId: string,
    {
      beforeSeq,
      limit,
      kinds,
    }: { readonly beforeSeq: number; readonly limit: number; readonly kinds?: readonly OperationKind[] },
  ): Promise<StatementLine[]> {
    return readRows<StatementLine>(reader, newestFirstSql, [schoolId, walletId, limit, beforeSeq, kinds ?? null]);
  }

  /** What was written from one day to another, both included, as `YYYY-MM-DD` in Norway. */
  async period(
    reader: Reader,
    schoolId: string,
    walletId: string,
    days: { readonly from: string; readonly to: string },
  ): Promise<StatementPeriod> {
    const [period] = await readRows<StatementPeriod>(reader, periodSql, [schoolId, walletId, days.from, days.to]);
    return period ?? { afterSeq: 0, toSeq: 0, openingOre: 0, closingOre: 0 };
  }

  /** The next lines of a period after a number, oldest first. Rows are never changed, so pages of them fit together. */
  async lines(
    reader: Reader,
    schoolId: string,
    walletId: string,
    { afterSeq, toSeq }: Pick<StatementPeriod, 'afterSeq' | 'toSeq'>,
    limit: number,
  ): Promise<StatementLine[]> {
    return readRows<StatementLine>(reader, inOrderSql, [schoolId, walletId, limit, afterSeq, toSeq]);
  }
}
