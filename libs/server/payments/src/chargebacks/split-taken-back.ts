/** What one top-up of a payment brought, and what of it has neither been refunded nor taken back; in øre. */
export interface Share {
  readonly amountOre: number;
  readonly leftOre: number;
}

/**
 * Splits what was taken back of a payment over the top-ups that it was for, to the øre: in proportion to what is left of
 * each. What is more than all that is left (the payer's bank takes what we had sent back already) is split in
 * proportion to what each brought. Odd øre go to the largest remainders, the first of equal ones first.
 */
export function splitTakenBack(takenOre: number, shares: readonly Share[]): number[] {
  const left = shares.map(({ leftOre }) => Math.max(leftOre, 0));
  const withinOre = Math.min(takenOre, sum(left));
  const beyond = proportional(
    takenOre - withinOre,
    shares.map(({ amountOre }) => amountOre),
  );
  return proportional(withinOre, left).map((ore, index) => ore + (beyond[index] ?? 0));
}

function proportional(totalOre: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  if (totalOre === 0 || all === 0) return weights.map(() => 0);
  // Exact: the products pass what a number holds when amounts are large.
  const exact = weights.map((weight) => BigInt(totalOre) * BigInt(weight));
  const whole = exact.map((product) => Number(product / BigInt(all)));
  const rests = exact.map((product, index) => ({ index, rest: product % BigInt(all) }));
  rests.sort((one, other) => Number(other.rest - one.rest) || one.index - other.index);
  const oddOre = totalOre - sum(whole);
  for (const { index } of rests.slice(0, oddOre)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, ore) => total + ore, 0);
}
