import type { BlockReason } from '../card-status.ts';

export interface ReplacementFacts {
  readonly reason: BlockReason;
  /** Losses of the same enrolment before this one. */
  readonly lossesBefore: number;
  /** What the school takes for a new card from the second loss on. */
  readonly replacementFeeOre: number;
  readonly isWaived: boolean;
}

export interface ReplacementFee {
  readonly countsAsLoss: boolean;
  /** Which loss this is; null when it is none. */
  readonly lossNumber: number | null;
  readonly feeOre: number;
}

/**
 * What a new card costs: nothing for the first loss of an enrolment, the school's fee from the second on. A damaged card
 * that was handed in is no loss. A theft is one unless the office waives it; a waived loss is free, but counts.
 */
export function feeOfReplacement(facts: ReplacementFacts): ReplacementFee {
  const { reason, lossesBefore, replacementFeeOre, isWaived } = facts;
  const countsAsLoss = reason === 'lost' || (reason === 'stolen' && !isWaived);
  if (!countsAsLoss) return { countsAsLoss, lossNumber: null, feeOre: 0 };
  const lossNumber = lossesBefore + 1;
  return { countsAsLoss, lossNumber, feeOre: lossNumber === 1 || isWaived ? 0 : replacementFeeOre };
}
