import { kr } from '@kantinekortet/money';
import type { SchoolSettings } from '@kantinekortet/schools';
import type { Wallet } from '@kantinekortet/wallet';

const usualOre = kr(200);

/**
 * What a guardian is offered to pay: as much as the last time, in whole kroner, within the school's limits and the room
 * on the card. Null when there is no room for the smallest top-up.
 */
export function suggestedAmountOre(
  lastOre: number | undefined,
  { topUpMinOre, topUpMaxOre, balanceCapOre }: Pick<SchoolSettings, 'topUpMinOre' | 'topUpMaxOre' | 'balanceCapOre'>,
  { balanceOre, claimedOre }: Pick<Wallet, 'balanceOre' | 'claimedOre'>,
  pendingOre: number,
): number | null {
  const roomOre = balanceCapOre + claimedOre - balanceOre - pendingOre;
  const mostOre = Math.floor(Math.min(topUpMaxOre, roomOre) / 100) * 100;
  const leastOre = Math.ceil(topUpMinOre / 100) * 100;
  if (mostOre < leastOre) return null;
  const wishedOre = Math.round((lastOre ?? usualOre) / 100) * 100;
  return Math.min(Math.max(wishedOre, leastOre), mostOre);
}
