import { Database, InvalidInput } from '@kantinekortet/platform';
import { csvLine, csvStart, type CsvFile } from '@kantinekortet/platform/csv';
import { Injectable } from '@nestjs/common';
import { accountName, operationName } from './account-names.ts';
import type { SummaryQuery, TransactionsQuery } from './export.dto.ts';

interface TransferRow {
  readonly recorded: string;
  readonly occurred: string;
  readonly operationId: string;
  readonly kind: string;
  readonly debitKind: string;
  readonly debitName: string;
  readonly creditKind: string;
  readonly creditName: string;
  readonly amountOre: number;
  readonly walletId: string | null;
  readonly paymentReference: string | null;
}

interface SummaryRow {
  readonly kind: string;
  readonly name: string;
  readonly openingOre: number;
  readonly debitOre: number;
  readonly creditOre: number;
}

const dayMs = 24 * 60 * 60 * 1_000;
const maximumDays = 366;

// One day of one school at a time: found by its block range, and never more in memory than a day's sales.
const daySql = `
  SELECT to_char(t.recorded_at AT TIME ZONE 'Europe/Oslo', 'DD.MM.YYYY HH24:MI:SS') AS recorded,
         to_char(t.occurred_at AT TIME ZONE 'Europe/Oslo', 'DD.MM.YYYY') AS occurred,
         t.operation_id AS "operationId", o.kind, d.kind AS "debitKind", d.name AS "debitName", c.kind AS "creditKind",
         c.name AS "creditName", t.amount_ore AS "amountOre", t.payment_reference AS "paymentReference",
         CASE 'wallet' WHEN d.kind THEN d.id WHEN c.kind THEN c.id END AS "walletId"
    FROM transfer t
    JOIN operation o ON o.school_id = t.school_id AND o.id = t.operation_id
    JOIN account d ON d.school_id = t.school_id AND d.id = t.debit_account_id
    JOIN account c ON c.school_id = t.school_id AND c.id = t.credit_account_id
   WHERE t.school_id = $1 AND t.recorded_at >= $2::date::timestamp AT TIME ZONE 'Europe/Oslo'
     AND t.recorded_at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Oslo'
   ORDER BY t.recorded_at, t.operation_id, t.leg`;

// All wallets are one line. What stood there before is what stands there now without what has moved since.
const summarySql = `
  WITH moved AS (
    SELECT a.kind, a.name, t.recorded_at < ($2::date + interval '1 month') AT TIME ZONE 'Europe/Oslo' AS is_of_month,
           sum(t.amount_ore) FILTER (WHERE a.id = t.debit_account_id) AS debit_ore,
           sum(t.amount_ore) FILTER (WHERE a.id = t.credit_account_id) AS credit_ore
      FROM transfer t JOIN account a ON a.school_id = t.school_id AND a.id IN (t.debit_account_id, t.credit_account_id)
     WHERE t.school_id = $1 AND t.recorded_at >= $2::date::timestamp AT TIME ZONE 'Europe/Oslo'
     GROUP BY 1, 2, 3
  ), present AS (
    SELECT kind, name, balance_ore FROM ledger_balances_now() WHERE school_id = $1
    UNION ALL
    SELECT 'wallet', '', -coalesce(sum(balance_ore), 0)::bigint FROM wallet WHERE school_id = $1
  )
  SELECT p.kind, p.name,
         (p.balance_ore - coalesce(sum(coalesce(m.debit_ore, 0) - coalesce(m.credit_ore, 0)), 0))::bigint AS "openingOre",
         coalesce(sum(m.debit_ore) FILTER (WHERE m.is_of_month), 0)::bigint AS "debitOre",
         coalesce(sum(m.credit_ore) FILTER (WHERE m.is_of_month), 0)::bigint AS "creditOre"
    FROM present p LEFT JOIN moved m ON m.kind = p.kind AND m.name = p.name
   GROUP BY p.kind, p.name, p.balance_ore
   ORDER BY p.kind = 'wallet' DESC, p.kind, p.name`;

/** What the accountant takes out of the books, as tables. */
@Injectable()
export class BooksExports {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Every transfer that was recorded from one day to another. Throws InvalidInput for a period that is wrong or too long. */
  transactions(schoolId: string, { from, to }: TransactionsQuery): CsvFile {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
    if (days < 1 || days > maximumDays) {
      const detail = `The period has to be one of 1 to ${maximumDays} days.`;
      throw new InvalidInput([{ pointer: '/to', code: days < 1 ? 'before_from' : 'too_long', detail }]);
    }
    return { fileName: `transaksjoner-${from}-${to}.csv`, lines: this.transactionLines(schoolId, from, days) };
  }

  /** What each account held when a month began, what moved on it, and what it held when the month was over. */
  summary(schoolId: string, { month }: SummaryQuery): CsvFile {
    return { fileName: `kontosummer-${month}.csv`, lines: this.summaryLines(schoolId, `${month}-01`) };
  }

  private async *transactionLines(schoolId: string, from: string, days: number): AsyncGenerator<string> {
    yield (
      csvStart + csvLine(['Registrert', 'Dato', 'Bilag', 'Hendelse', 'Debet', 'Kredit', 'Beløp', 'Kort', 'Betaling'])
    );
    for (let day = 0; day < days; day += 1) {
      const date = new Date(Date.parse(from) + day * dayMs).toISOString().slice(0, 10);
      const rows = await this.database.query<TransferRow>(daySql, [schoolId, date]);
      if (rows.length > 0) yield rows.map(transferLine).join('');
    }
  }

  private async *summaryLines(schoolId: string, month: string): AsyncGenerator<string> {
    yield csvStart + csvLine(['Konto', 'Inngående saldo', 'Debet', 'Kredit', 'Utgående saldo']);
    for (const row of await this.database.query<SummaryRow>(summarySql, [schoolId, month])) {
      const { kind, name, openingOre, debitOre, creditOre } = row;
      const closingOre = openingOre + debitOre - creditOre;
      const amounts = [openingOre, debitOre, creditOre, closingOre].map((ore) => ({ ore }));
      yield csvLine([accountName(kind, name), ...amounts]);
    }
  }
}

function transferLine(row: TransferRow): string {
  return csvLine([
    row.recorded,
    row.occurred,
    row.operationId,
    operationName(row.kind),
    accountName(row.debitKind, row.debitName),
    accountName(row.creditKind, row.creditName),
    { ore: row.amountOre },
    row.walletId ?? '',
    row.paymentReference ?? '',
  ]);
}
