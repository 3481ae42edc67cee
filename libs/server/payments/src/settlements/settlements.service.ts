import { decodeCursor, Database, toPage, type Page, type PageQuery } from '@kantinekortet/platform';
import { csvLine, csvStart, type CsvFile } from '@kantinekortet/platform/csv';
import { Injectable } from '@nestjs/common';
import { methodOfClearing } from './clearings.service.ts';
import type { SettlementDto, SettlementLineDto } from './settlement.dto.ts';
import { SettlementNotFound } from './settlement.errors.ts';

const settlementSql = `
  SELECT t.id, t.clearing, t.source, t.reference, t.number, t.gross_ore AS "grossOre", t.cost_ore AS "costOre",
         t.gross_ore - t.cost_ore AS "netOre", t.note, person.name AS "recordedBy", t.recorded_at AS "recordedAt",
         (t.received_at AT TIME ZONE 'Europe/Oslo')::date::text AS "receivedOn",
         to_char(t.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sortedAt"
    FROM settlement t LEFT JOIN person ON person.id = t.recorded_by
   WHERE t.school_id = $1`;

const linesSql = `
  SELECT number, kind, line_reference AS "lineReference", subject_id AS "subjectId", amount_ore AS "amountOre",
         cost_ore AS "costOre"
    FROM settlement_line
   WHERE school_id = $1 AND settlement_id = $2 AND number > $3
   ORDER BY number LIMIT $4`;

const csvLinesAtOnce = 500;

type Row = Omit<SettlementDto, 'method'> & { readonly clearing: string; readonly sortedAt: string };

/** What came to the client account, for the office and the accountant. */
@Injectable()
export class Settlements {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Newest value date first, by keyset. */
  async list(schoolId: string, { cursor, limit }: PageQuery): Promise<Page<SettlementDto>> {
    const [at = null, id = null] = decodeCursor(cursor, ['moment', 'uuid']) ?? [];
    const rows = await this.database.query<Row>(
      `${settlementSql} AND ($2::timestamptz IS NULL OR (t.received_at, t.id) < ($2, $3::uuid))
        ORDER BY t.received_at DESC, t.id DESC LIMIT $4`,
      [schoolId, at, id, limit + 1],
    );
    const page = toPage(rows, limit, (row) => [row.sortedAt, row.id]);
    return { ...page, items: page.items.map(toDto) };
  }

  /** One of them. Throws SettlementNotFound. */
  async get(schoolId: string, id: string): Promise<SettlementDto> {
    const [row] = await this.database.query<Row>(`${settlementSql} AND t.id = $2`, [schoolId, id]);
    if (!row) throw new SettlementNotFound();
    return toDto(row);
  }

  /** Its lines, as the report has them; a person's entry has none. Throws SettlementNotFound. */
  async lines(schoolId: string, id: string, { cursor, limit }: PageQuery): Promise<Page<SettlementLineDto>> {
    await this.get(schoolId, id);
    const [after = 0] = decodeCursor(cursor, ['integer']) ?? [];
    const rows = await this.database.query<SettlementLineDto>(linesSql, [schoolId, id, after, limit + 1]);
    return toPage(rows, limit, ({ number }) => [number]);
  }

  /** All its lines as a table. Throws SettlementNotFound. */
  async table(schoolId: string, id: string): Promise<CsvFile> {
    const settlement = await this.get(schoolId, id);
    return { fileName: `oppgjor-${settlement.receivedOn}-${id}.csv`, lines: this.tableLines(schoolId, settlement) };
  }

  private async *tableLines(schoolId: string, { id, receivedOn, reference }: SettlementDto): AsyncGenerator<string> {
    yield csvStart + csvLine(['Dato', 'Oppgjør', 'Linje', 'Hendelse', 'Bilag', 'Beløp', 'Kostnad', 'Netto']);
    let after = 0;
    for (;;) {
      const rows = await this.database.query<SettlementLineDto>(linesSql, [schoolId, id, after, csvLinesAtOnce]);
      for (const { kind, lineReference, subjectId, amountOre, costOre } of rows) {
        const amounts = [amountOre, costOre, amountOre - costOre].map((ore) => ({ ore }));
        yield csvLine([receivedOn, reference, lineReference, kindNames[kind], subjectId, ...amounts]);
      }
      if (rows.length < csvLinesAtOnce) return;
      after = rows.at(-1)?.number ?? after;
    }
  }
}

/** What the accountant calls each kind of line. */
const kindNames: Readonly<Record<SettlementLineDto['kind'], string>> = {
  payment: 'Påfylling',
  refund: 'Refusjon',
  refund_failed: 'Refusjon i retur',
  dispute: 'Omtvistet betaling',
  dispute_won: 'Omtvistet betaling tilbakeført',
  other: 'Annet',
};

function toDto({ clearing, sortedAt: _, ...row }: Row): SettlementDto {
  return { ...row, method: methodOfClearing(clearing) };
}
