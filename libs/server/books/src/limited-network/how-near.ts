/** Norway's rules for limited networks (PSD2 article 37 (2)): above this in twelve months Finanstilsynet is told. */
export const limitEur = 1_000_000;

/** Kroner for a euro, in ten-thousandths, until a person has said another: lower than it has been for years, so as to warn early. */
export const cautiousNokPerEurE4 = 100_000;

const nearPercent = 80;

/** How near to the limit an amount is. */
export interface Nearness {
  readonly standing: 'far' | 'near' | 'over';
  /** Whole euro, rounded up. */
  readonly amountEur: number;
  /** Of the limit, in whole per cent, rounded up. */
  readonly percent: number;
}

/** Rounds up: it is never said to be farther from the limit than it is. */
export function howNear(amountOre: number, nokPerEurE4: number): Nearness {
  const amountEur = divideUp(BigInt(amountOre) * 100n, BigInt(nokPerEurE4));
  const percent = divideUp(BigInt(amountEur) * 100n, BigInt(limitEur));
  if (amountEur > limitEur) return { standing: 'over', amountEur, percent };
  return { standing: percent > nearPercent ? 'near' : 'far', amountEur, percent };
}

function divideUp(dividend: bigint, divisor: bigint): number {
  return dividend <= 0n ? 0 : Number((dividend + divisor - 1n) / divisor);
}
