import type { Database, Tx } from '@kantinekortet/platform';
import type { MerchantAtProvider, PayoutLine, PayoutReport } from '@kantinekortet/providers';

export interface ReportKey extends MerchantAtProvider {
  readonly reference: string;
}

export interface StoredReport extends ReportKey {
  readonly arrivedAt: Date;
  readonly amountOre: number;
  readonly currency: string;
}

/** Lines that came so long ago and were never known are looked at no more: their task stands until somebody ends it. */
const lookAgainDays = 180;

// A line is open until some school of the merchant has it among its settled ones.
const isOpen = `
  NOT EXISTS (SELECT FROM school s
                JOIN settlement_line l ON l.school_id = s.id AND l.clearing = r.provider
                 AND l.line_reference = r.line_reference
               WHERE s.merchant_id = r.merchant_id)`;

/** Keeps a report and its lines, once. */
export async function insertReport(
  tx: Tx,
  { merchantId, provider }: MerchantAtProvider,
  { reportReference, arrivesAt, amountOre, currency, lines }: PayoutReport,
  importedAt: Date,
): Promise<void> {
  const key = [merchantId, provider, reportReference];
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO payout_report (merchant_id, provider, reference, arrived_at, amount_ore, currency, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING reference`,
    [...key, arrivesAt, amountOre, currency, importedAt],
  );
  if (inserted.length === 0) return;
  await tx.query(
    `INSERT INTO payout_report_line
       (merchant_id, provider, reference, number, line_reference, kind, subject_reference, our_id, amount_ore, cost_ore)
     SELECT $1, $2, $3, e.number, line->>'lineReference', line->>'kind', line->>'subjectReference', line->>'ourId',
            (line->>'amountOre')::bigint, (line->>'costOre')::bigint
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS e(line, number)`,
    [...key, JSON.stringify(lines)],
  );
}

/** From when on a provider is asked for reports: before the newest one that we have, or since the merchant came. */
export async function reportsKnownUntil(
  database: Database,
  { merchantId, provider }: MerchantAtProvider,
): Promise<Date> {
  const [row] = await database.query<{ at: Date }>(
    `SELECT coalesce((SELECT max(arrived_at) FROM payout_report WHERE merchant_id = $1 AND provider = $2), created_at) AS at
       FROM merchant_provider WHERE merchant_id = $1 AND provider = $2`,
    [merchantId, provider],
  );
  if (!row) throw new Error(`Merchant ${merchantId} is not connected to ${provider}`);
  return row.at;
}

/** The reports of a merchant with lines that no school has settled, or with no lines at all; oldest first. */
export async function findOpenReports(
  database: Database,
  { merchantId, provider }: MerchantAtProvider,
  now: Date,
): Promise<ReportKey[]> {
  return database.query<ReportKey>(
    `SELECT p.merchant_id AS "merchantId", p.provider, p.reference
       FROM payout_report p
      WHERE p.merchant_id = $1 AND p.provider = $2 AND p.arrived_at > $3::timestamptz - make_interval(days => $4)
        AND (SELECT coalesce(bool_or(${isOpen}), true)
               FROM payout_report_line r
              WHERE r.merchant_id = p.merchant_id AND r.provider = p.provider AND r.reference = p.reference)
      ORDER BY p.arrived_at, p.reference`,
    [merchantId, provider, now, lookAgainDays],
  );
}

/** A report. One worker at a time settles a merchant's reports of a provider: two of them may name the same payment. */
export async function lockReport(tx: Tx, { merchantId, provider, reference }: ReportKey): Promise<StoredReport> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('payout-report/' || $1::text, 0))`, [
    [merchantId, provider].join('/'),
  ]);
  const [report] = await tx.query<StoredReport[]>(
    `SELECT merchant_id AS "merchantId", provider, reference, arrived_at AS "arrivedAt", amount_ore AS "amountOre",
            currency
       FROM payout_report WHERE merchant_id = $1 AND provider = $2 AND reference = $3`,
    [merchantId, provider, reference],
  );
  if (!report) throw new Error(`There is no payout report ${reference} of ${provider}`);
  return report;
}

/** The lines of a report that no school has settled. */
export async function findOpenLines(
  reader: Pick<Tx, 'query'>,
  { merchantId, provider, reference }: ReportKey,
): Promise<PayoutLine[]> {
  return reader.query<PayoutLine[]>(
    `SELECT r.line_reference AS "lineReference", r.kind, r.subject_reference AS "subjectReference", r.our_id AS "ourId",
            r.amount_ore AS "amountOre", r.cost_ore AS "costOre"
       FROM payout_report_line r
      WHERE r.merchant_id = $1 AND r.provider = $2 AND r.reference = $3 AND ${isOpen}
      ORDER BY r.number`,
    [merchantId, provider, reference],
  );
}

interface OpenLine {
  readonly provider: string;
  readonly reference: string;
  readonly receivedOn: string;
  readonly kind: PayoutLine['kind'];
  readonly lineReference: string;
  readonly subjectReference: string | null;
  readonly amountOre: number;
  readonly costOre: number;
}

/** What no school has settled of a merchant's reports, newest first, at most 100: for its first school, which is asked. */
export async function listOpenLines(
  database: Database,
  { merchantId, schoolId }: { readonly merchantId: string; readonly schoolId: string },
  now: Date,
): Promise<OpenLine[]> {
  return database.query<OpenLine>(
    `SELECT r.provider, r.reference, (p.arrived_at AT TIME ZONE 'Europe/Oslo')::date::text AS "receivedOn", r.kind,
            r.line_reference AS "lineReference", r.subject_reference AS "subjectReference",
            r.amount_ore AS "amountOre", r.cost_ore AS "costOre"
       FROM payout_report p
       JOIN payout_report_line r ON r.merchant_id = p.merchant_id AND r.provider = p.provider AND r.reference = p.reference
      WHERE p.merchant_id = $1 AND p.arrived_at > $3::timestamptz - make_interval(days => $4) AND ${isOpen}
        AND $2 = (SELECT id FROM school WHERE merchant_id = $1 ORDER BY id LIMIT 1)
      ORDER BY p.arrived_at DESC, r.reference, r.number LIMIT 100`,
    [merchantId, schoolId, now, lookAgainDays],
  );
}
