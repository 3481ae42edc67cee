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
  /** What the operation stored as its answer: the facts of its kind. */
  readonly result: Readonly<Record<string, unknown>>;
}

const linesSql = `
  SELECT e.seq, e.operation_id AS "operationId", o.kind, a.kind AS "counterAccount", e.amount_ore AS "amountOre",
         e.balance_after_ore AS "balanceAfterOre", o.occurred_at AS "occurredAt", o.recorded_at AS "recordedAt",
         o.reverses_operation_id AS "reversesOperationId", o.result
    FROM (SELECT * FROM wallet_entry
           WHERE school_id = $1 AND wallet_id = $2 AND entry = 'transfer' AND seq < $3
           ORDER BY seq DESC
           LIMIT $4) e
    JOIN operation o ON o.school_id = e.school_id AND o.id = e.operation_id
    JOIN account a ON a.school_id = e.school_id AND a.id = e.counter_account_id
   ORDER BY e.seq DESC`;

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

  /** At most so many lines before one number of the wallet, newest first. */
  async linesBefore(
    reader: Reader,
    schoolId: string,
    walletId: string,
    { beforeSeq, limit }: { readonly beforeSeq: number; readonly limit: number },
  ): Promise<StatementLine[]> {
    return readRows<StatementLine>(reader, linesSql, [schoolId, walletId, beforeSeq, limit]);
  }
}
