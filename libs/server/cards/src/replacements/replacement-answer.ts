import type { ListedReplacementDto, ReplacementDto } from './replacement.dto.ts';
import type { Replacement, ReplacementWaiver } from './replacement-rows.ts';
import { isWaivable } from './replacement-waivers.service.ts';

export function toReplacementDto(row: Replacement): ReplacementDto {
  const { id, reason, lossNumber, drawnOre, claimedOre, balanceAfterOre, waiverReason, replacedAt } = row;
  return {
    id,
    reason,
    oldCard: { id: row.oldCardId, number: row.oldNumber },
    newCard: { id: row.newCardId, number: row.newNumber },
    lossNumber,
    feeOre: drawnOre + claimedOre,
    drawnOre,
    claimedOre,
    balanceAfterOre,
    waiverReason,
    replacedAt,
  };
}

/** With what was waived afterwards. */
export function toListedReplacement(row: Replacement, waiver: ReplacementWaiver | undefined): ListedReplacementDto {
  const waiverReason = waiver?.reason ?? row.waiverReason;
  return { ...toReplacementDto(row), waiverReason, isWaivable: waiver === undefined && isWaivable(row) };
}
