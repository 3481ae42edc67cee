/** What must not be met twice at a time: the register that asks, and whom it asks for. */
export interface Keyed {
  readonly keys: readonly string[];
}

export interface Formation<T> {
  /** Goes to the database now. */
  readonly batch: readonly T[];
  /** Waits, still in order of arrival. */
  readonly waiting: T[];
}

/**
 * Takes the oldest sales that share no key with each other or with a statement in flight, at most `maximumSize`.
 * Sales with a common key keep their order: one that must wait holds back those after it that share a key with it.
 */
export function formBatch<T extends Keyed>(
  arrivals: readonly T[],
  inFlight: ReadonlySet<string>,
  maximumSize: number,
): Formation<T> {
  const taken = new Set(inFlight);
  const batch: T[] = [];
  const waiting: T[] = [];
  for (const sale of arrivals) {
    const isFree = batch.length < maximumSize && sale.keys.every((key) => !taken.has(key));
    (isFree ? batch : waiting).push(sale);
    for (const key of sale.keys) taken.add(key);
  }
  return { batch, waiting };
}
