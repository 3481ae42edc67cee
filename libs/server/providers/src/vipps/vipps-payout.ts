import type { PayoutLine, PayoutLineKind } from '../report-port.ts';
import { refundIdOfKey } from './vipps-keys.ts';
import type { VippsEvent } from './vipps-payment.ts';
import type { LedgerEntry } from './vipps-ledger.ts';

/** The entry that sends a ledger's balance to the merchant's bank. */
export const payoutType = 'payout-scheduled';
const retainedType = 'fees-retained';

const kinds: Readonly<Record<string, PayoutLineKind>> = {
  capture: 'payment',
  refund: 'refund',
  'retained-disputed-capture': 'dispute',
  'returned-disputed-capture': 'dispute_won',
};

/**
 * The lines of a payout from all that is on the ledger since the one before. Fees are kept from it in one sum, and told
 * capture by capture in the ledger's other topic; they count only when they were kept, and are else invoiced. Whatever the
 * lines do not explain, such as a balance that stays on the ledger, is a line `other`: the lines are always the payout.
 */
export function payoutLines(
  entries: readonly LedgerEntry[],
  fees: readonly LedgerEntry[],
  events: readonly VippsEvent[],
): PayoutLine[] {
  const retainedOre = 0 - sumOf(entries.filter(({ entryType }) => entryType === retainedType));
  const feeOf = retainedOre === 0 ? new Map<string, number>() : feesByCapture(fees);
  const moved = entries.filter(({ entryType }) => entryType !== retainedType && entryType !== payoutType);
  const lines = moved.map((entry): PayoutLine => {
    const { entryType, pspReference, reference, amountOre } = entry;
    const kind = kinds[entryType] ?? 'other';
    return {
      lineReference: `${entryType} ${pspReference}`,
      kind,
      subjectReference: kind === 'refund' ? pspReference : reference,
      ourId: ourIdOf(kind, entry, events),
      amountOre,
      costOre: kind === 'payment' ? (feeOf.get(pspReference) ?? 0) : 0,
    };
  });
  const costsOre = lines.reduce((sum, { costOre }) => sum + costOre, 0);
  return [...lines, ...unexplained(entries.at(-1), 0 - sumOf(entries), retainedOre - costsOre)];
}

function unexplained(payout: LedgerEntry | undefined, amountOre: number, costOre: number): PayoutLine[] {
  if (!payout || (amountOre === 0 && costOre === 0)) return [];
  const lineReference = `${payout.entryType} ${payout.pspReference}`;
  return [{ lineReference, kind: 'other', subjectReference: null, ourId: null, amountOre, costOre }];
}

function feesByCapture(fees: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  const charged = Map.groupBy(
    fees.filter(({ entryType }) => entryType !== retainedType),
    ({ pspReference }) => pspReference,
  );
  return new Map([...charged].map(([pspReference, parts]) => [pspReference, 0 - sumOf(parts)]));
}

/** A payment is known by our own reference; a refund by the key that it was asked for with, in the payment's log. */
function ourIdOf(
  kind: PayoutLineKind,
  { reference, pspReference }: LedgerEntry,
  events: readonly VippsEvent[],
): string | null {
  if (kind === 'payment') return reference;
  if (kind !== 'refund') return null;
  return refundIdOfKey(events.find((event) => event.pspReference === pspReference)?.idempotencyKey ?? null);
}

function sumOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { amountOre }) => sum + amountOre, 0);
}
