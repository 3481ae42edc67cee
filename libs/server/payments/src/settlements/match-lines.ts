import type { Tx } from '@kantinekortet/platform';
import type { MerchantAtProvider, PayoutLine } from '@kantinekortet/providers';
import { isUUID } from 'class-validator';
import { paymentIdOf, paymentKeyOf } from '../payment-id.ts';
import type { Share } from './share-of-line.ts';

/** A line that is what was booked here, and whose it is. */
export interface MatchedLine {
  readonly line: PayoutLine;
  readonly shares: readonly Share[];
}

/** What is booked here by our name of it. A payment may be several schools'. */
type Known = ReadonlyMap<string, readonly Share[]>;

// A payment that a person decided about is of the amount that was paid, not of the one that was asked for, and all of it
// is the first top-up's.
const paymentsSql = `
  SELECT t.payment_school_id AS "paymentSchoolId", t.payment_id AS "paymentId", t.school_id AS "schoolId",
         t.id AS "subjectId", coalesce(d.paid_amount, t.amount_ore) AS "amountOre"
    FROM unnest($3::uuid[], $4::uuid[]) k(school_id, id)
    JOIN school s ON s.merchant_id = $1
    JOIN top_up t ON t.school_id = s.id AND t.payment_school_id = k.school_id AND t.payment_id = k.id
    LEFT JOIN payment_discrepancy d ON d.school_id = t.payment_school_id AND d.top_up_id = t.payment_id
   WHERE t.provider = $2 AND t.status IN ('paid', 'returned')
     AND (d.id IS NULL OR (d.paid_currency = 'NOK' AND t.id = t.payment_id AND t.school_id = t.payment_school_id))
   ORDER BY t.school_id, t.id`;

// A refund's part counts from when it has left the wallet; that it failed, when it is back. What a person sent back of a
// payment that nobody asked for was never on a wallet, and is known by the decision.
const refundsSql = `
  SELECT p.school_id AS "schoolId", p.id AS "subjectId", p.amount_ore AS "amountOre",
         p.status IN ('failed', 'returned') AS "isBack"
    FROM school s
    JOIN refund_part p ON p.school_id = s.id AND p.id = ANY ($3::uuid[])
   WHERE s.merchant_id = $1 AND p.provider = $2 AND p.sent_at IS NOT NULL
   UNION ALL
  SELECT c.school_id, c.id, d.paid_amount, c.status = 'refused'
    FROM school s
    JOIN payment_decision c ON c.school_id = s.id AND c.id = ANY ($3::uuid[])
    JOIN payment_discrepancy d ON d.school_id = c.school_id AND d.id = c.discrepancy_id
    JOIN top_up t ON t.school_id = d.school_id AND t.id = d.top_up_id
   WHERE s.merchant_id = $1 AND t.provider = $2 AND c.choice = 'send_back' AND c.status <> 'sending'
     AND d.paid_currency = 'NOK'`;

// What a payer got back past us, by the provider's name of it: each school's part of it.
const chargebacksSql = `
  SELECT p.school_id AS "schoolId", p.operation_id AS "subjectId", p.amount_ore AS "amountOre", c.kind, c.reference,
         p.returned_at IS NOT NULL AS "isBack"
    FROM school first
    JOIN chargeback c ON c.school_id = first.id AND c.merchant_id = $1 AND c.provider = $2
     AND c.reference = ANY ($3::text[])
    JOIN school s ON s.merchant_id = $1
    JOIN chargeback_part p ON p.school_id = s.id AND p.chargeback_school_id = c.school_id AND p.chargeback_id = c.id
   WHERE first.merchant_id = $1
   ORDER BY p.school_id, p.operation_id`;

/**
 * Finds the lines that are, to the øre, what was booked here and not settled yet. Everything else is left for a person,
 * also what a provider lists twice under two references.
 */
export async function matchLines(
  tx: Tx,
  connection: MerchantAtProvider,
  lines: readonly PayoutLine[],
): Promise<MatchedLine[]> {
  const payments = await findPayments(tx, connection, lines);
  const refunds = await findRefunds(tx, connection, lines);
  const chargebacks = await findChargebacks(tx, connection, lines);
  const found = lines.flatMap((line) => {
    const { kind, ourId, subjectReference } = line;
    const ours = (kind === 'payment' ? payments : refunds).get(`${kind}/${ourId ?? ''}`);
    const shares = ours ?? chargebacks.get(`${kind}/${subjectReference ?? ''}`) ?? [];
    const knownOre = shares.reduce((sum, { amountOre }) => sum + amountOre, 0);
    return shares.length > 0 && knownOre === line.amountOre ? [{ line, shares }] : [];
  });
  const settled = await findSettled(tx, connection, found);
  return found.filter(({ line, shares }) => {
    const subjects = shares.map((share) => subjectOf(line.kind, share));
    if (subjects.some((subject) => settled.has(subject))) return false;
    for (const subject of subjects) settled.add(subject);
    return true;
  });
}

async function findSettled(
  tx: Tx,
  { provider }: MerchantAtProvider,
  found: readonly MatchedLine[],
): Promise<Set<string>> {
  const shares = found.flatMap((match) => match.shares);
  const rows = await tx.query<{ kind: string; schoolId: string; subjectId: string }[]>(
    `SELECT kind, school_id AS "schoolId", subject_id AS "subjectId" FROM settlement_line
      WHERE clearing = $1 AND school_id = ANY ($2::uuid[]) AND subject_id = ANY ($3::uuid[])`,
    [provider, shares.map(({ schoolId }) => schoolId), shares.map(({ subjectId }) => subjectId)],
  );
  return new Set(rows.map((row) => subjectOf(row.kind, row)));
}

function subjectOf(kind: string, { schoolId, subjectId }: Pick<Share, 'schoolId' | 'subjectId'>): string {
  return `${kind}/${schoolId}/${subjectId}`;
}

async function findPayments(tx: Tx, connection: MerchantAtProvider, lines: readonly PayoutLine[]): Promise<Known> {
  const keys = lines.flatMap(({ kind, ourId }) => {
    const key = kind === 'payment' && ourId !== null ? paymentKeyOf(ourId) : undefined;
    return key ? [key] : [];
  });
  const rows = await tx.query<(Share & { readonly paymentSchoolId: string; readonly paymentId: string })[]>(
    paymentsSql,
    [
      ...[connection.merchantId, connection.provider],
      keys.map(({ paymentSchoolId }) => paymentSchoolId),
      keys.map(({ paymentId }) => paymentId),
    ],
  );
  return Map.groupBy(rows, (row) => `payment/${paymentIdOf(row)}`);
}

async function findRefunds(tx: Tx, connection: MerchantAtProvider, lines: readonly PayoutLine[]): Promise<Known> {
  const ids = lines.flatMap(({ kind, ourId }) => (kind !== 'payment' && isUUID(ourId) ? [ourId] : []));
  const rows = await tx.query<(Share & { readonly isBack: boolean })[]>(refundsSql, [
    ...[connection.merchantId, connection.provider],
    ids,
  ]);
  const left = rows.map((row) => ({ ...row, amountOre: -row.amountOre }));
  return new Map([
    ...Map.groupBy(left, ({ subjectId }) => `refund/${subjectId}`),
    ...Map.groupBy(
      rows.filter(({ isBack }) => isBack),
      ({ subjectId }) => `refund_failed/${subjectId}`,
    ),
  ]);
}

async function findChargebacks(tx: Tx, connection: MerchantAtProvider, lines: readonly PayoutLine[]): Promise<Known> {
  const references = lines.flatMap(({ subjectReference }) => subjectReference ?? []);
  const rows = await tx.query<
    (Share & {
      readonly kind: 'dispute' | 'dashboard_refund';
      readonly reference: string;
      readonly isBack: boolean;
    })[]
  >(chargebacksSql, [connection.merchantId, connection.provider, references]);
  const taken = rows.map((row) => ({ ...row, amountOre: -row.amountOre }));
  const returned = rows.filter(({ isBack }) => isBack);
  return new Map([
    ...Map.groupBy(taken, ({ kind, reference }) => `${kind === 'dispute' ? 'dispute' : 'refund'}/${reference}`),
    ...Map.groupBy(
      returned,
      ({ kind, reference }) => `${kind === 'dispute' ? 'dispute_won' : 'refund_failed'}/${reference}`,
    ),
  ]);
}
