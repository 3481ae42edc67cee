import { Injectable } from '@nestjs/common';
import { layersOf, type Layer, type LayerEntry } from './layers.ts';
import { readRows, type Reader } from './reader.ts';

interface EntryRow {
  readonly entry: 'transfer' | 'hold' | 'hold_end';
  readonly seq: number;
  readonly amount_ore: number;
  readonly held_ore: number;
  readonly posted_ore: number | null;
  readonly operation_id: string;
  readonly reverses_operation_id: string | null;
  readonly hold_id: string | null;
  readonly payer_id: string | null;
  readonly payment_reference: string | null;
}

// The few entries that need their operation or hold look it up; a join would do so for every purchase.
const entriesSql = `
  SELECT e.entry, e.seq, e.amount_ore, e.held_ore, e.operation_id, e.hold_id, e.payer_id, e.payment_reference,
         CASE WHEN e.amount_ore > 0 THEN (
           SELECT o.reverses_operation_id FROM operation o WHERE o.school_id = e.school_id AND o.id = e.operation_id
         ) END AS reverses_operation_id,
         CASE WHEN e.entry = 'hold_end' THEN (
           SELECT x.posted_ore FROM hold_end x WHERE x.school_id = e.school_id AND x.hold_id = e.hold_id
         ) END AS posted_ore
    FROM wallet_entry e
   WHERE e.school_id = $1 AND e.wallet_id = $2
   ORDER BY e.seq`;

/** Says whose money a wallet holds. Computed when asked. */
@Injectable()
export class LayersService {
  /** What is left of each payment, neither spent nor held, oldest first. Lock the wallet first to act on it. */
  async remainders(reader: Reader, schoolId: string, walletId: string): Promise<Layer[]> {
    const rows = await readRows<EntryRow>(reader, entriesSql, [schoolId, walletId]);
    return layersOf(rows.map(toEntry));
  }
}

function toEntry(row: EntryRow): LayerEntry {
  const origin = { payerId: row.payer_id, paymentReference: row.payment_reference, seq: row.seq };
  const holdId = row.hold_id ?? '';
  if (row.entry === 'hold') return { ...origin, entry: 'hold', amountOre: row.held_ore, holdId };
  if (row.entry === 'hold_end') return { entry: 'hold_end', seq: row.seq, postedOre: row.posted_ore ?? 0, holdId };
  if (row.amount_ore < 0) {
    return { ...origin, entry: 'out', amountOre: -row.amount_ore, operationId: row.operation_id, holdId: row.hold_id };
  }
  return { ...origin, entry: 'in', amountOre: row.amount_ore, reversesOperationId: row.reverses_operation_id };
}
