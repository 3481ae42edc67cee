import type { Origin } from './ledger.types.ts';

/** What took a sequence number of a wallet, oldest first. Amounts are positive øre. */
export type LayerEntry =
  | (Origin & {
      readonly entry: 'in';
      readonly seq: number;
      readonly amountOre: number;
      readonly reversesOperationId: string | null;
    })
  | (Origin & {
      readonly entry: 'out';
      readonly seq: number;
      readonly amountOre: number;
      readonly operationId: string;
      readonly holdId: string | null;
    })
  | (Origin & { readonly entry: 'hold'; readonly seq: number; readonly amountOre: number; readonly holdId: string })
  | { readonly entry: 'hold_end'; readonly seq: number; readonly postedOre: number; readonly holdId: string };

/** Money in a wallet that one payment brought, and what is left of it. Goodwill has no payer. */
export interface Layer extends Origin {
  /** The entry that brought it: lower is older. */
  readonly seq: number;
  readonly amountOre: number;
}

interface OpenLayer extends Origin {
  readonly seq: number;
  leftOre: number;
}

/** A part that was taken from a layer, and may come back to it. */
interface Slice {
  readonly layer: OpenLayer;
  amountOre: number;
}

/**
 * Whose money a wallet holds (the design's "Whose money"): folds its entries, oldest first, to the layers that are
 * neither spent nor held. Their sum is the available balance. Throws when more goes out than came in, which the
 * ledger's checks make impossible.
 */
export function layersOf(entries: Iterable<LayerEntry>): Layer[] {
  const layers: OpenLayer[] = [];
  const spentBy = new Map<string, Slice[]>();
  const heldBy = new Map<string, Slice[]>();

  for (const entry of entries) {
    switch (entry.entry) {
      case 'in': {
        const spent = (entry.reversesOperationId && spentBy.get(entry.reversesOperationId)) || [];
        const newOre = entry.amountOre - restore(spent, entry.amountOre);
        if (newOre > 0) layers.push({ ...originOf(entry), seq: entry.seq, leftOre: newOre });
        break;
      }
      case 'out': {
        const held = entry.holdId === null ? undefined : heldBy.get(entry.holdId);
        const slices = held ? cut(held, entry.amountOre) : take(inOrderFor(entry, layers), entry.amountOre);
        spentBy.set(entry.operationId, [...(spentBy.get(entry.operationId) ?? []), ...slices]);
        break;
      }
      case 'hold':
        heldBy.set(entry.holdId, take(inOrderFor(entry, layers), entry.amountOre));
        break;
      case 'hold_end': {
        const held = heldBy.get(entry.holdId) ?? [];
        restore(held, sum(held) - entry.postedOre);
        break;
      }
    }
  }
  return layers
    .filter((layer) => layer.leftOre > 0)
    .map((layer) => ({ ...originOf(layer), seq: layer.seq, amountOre: layer.leftOre }));
}

function originOf({ payerId, paymentReference }: Origin): Origin {
  return { payerId, paymentReference };
}

/**
 * Which layers go first: those of the named payment, then those of the named payer, newest first as refunds go, then
 * all others, oldest first. What names nobody, such as a sale, takes the oldest first.
 */
function inOrderFor(wanted: Origin, layers: readonly OpenLayer[]): readonly OpenLayer[] {
  const { payerId, paymentReference } = wanted;
  if (payerId === null && paymentReference === null) return layers;
  const ofPayment = layers.filter((layer) => paymentReference !== null && layer.paymentReference === paymentReference);
  const ofPayer = layers.filter((layer) => payerId !== null && layer.payerId === payerId && !ofPayment.includes(layer));
  const others = layers.filter((layer) => !ofPayment.includes(layer) && !ofPayer.includes(layer));
  return [...ofPayment, ...ofPayer.reverse(), ...others];
}

function take(layers: readonly OpenLayer[], amountOre: number): Slice[] {
  const slices: Slice[] = [];
  let missingOre = amountOre;
  for (const layer of layers) {
    const takenOre = Math.min(layer.leftOre, missingOre);
    if (takenOre === 0) continue;
    layer.leftOre -= takenOre;
    missingOre -= takenOre;
    slices.push({ layer, amountOre: takenOre });
  }
  if (missingOre > 0) throw new Error(`The wallet's entries take ${missingOre} øre that never came in`);
  return slices;
}

/** Moves the first slices, as many as the amount needs, out of a list. */
function cut(slices: Slice[], amountOre: number): Slice[] {
  const taken: Slice[] = [];
  let missingOre = amountOre;
  for (const slice of slices) {
    const partOre = Math.min(slice.amountOre, missingOre);
    if (partOre === 0) continue;
    slice.amountOre -= partOre;
    missingOre -= partOre;
    taken.push({ layer: slice.layer, amountOre: partOre });
  }
  if (missingOre > 0) throw new Error(`A hold posts ${missingOre} øre that it never held`);
  return taken;
}

/** Puts money back into the layers it was taken from, last taken first. Returns how much found its way. */
function restore(slices: readonly Slice[], amountOre: number): number {
  let leftOre = amountOre;
  for (const slice of slices.toReversed()) {
    const partOre = Math.min(slice.amountOre, leftOre);
    slice.amountOre -= partOre;
    slice.layer.leftOre += partOre;
    leftOre -= partOre;
  }
  return amountOre - leftOre;
}

function sum(slices: readonly Slice[]): number {
  return slices.reduce((total, slice) => total + slice.amountOre, 0);
}
