/** What one school's top-up, refund or chargeback has in a line of a payout report. */
export interface Share {
  readonly schoolId: string;
  readonly subjectId: string;
  readonly amountOre: number;
}

export interface ShareWithCost extends Share {
  readonly costOre: number;
}

/** Gives each its part of what the provider took for the line, by amount; what cannot be divided is the last one's. */
export function shareCost(shares: readonly Share[], costOre: number): ShareWithCost[] {
  const totalOre = shares.reduce((sum, { amountOre }) => sum + amountOre, 0);
  let leftOre = costOre;
  return shares.map((share, index) => {
    const isLast = index === shares.length - 1;
    const ownOre = isLast || totalOre === 0 ? leftOre : Math.trunc((costOre * share.amountOre) / totalOre);
    leftOre -= ownOre;
    return { ...share, costOre: ownOre };
  });
}
