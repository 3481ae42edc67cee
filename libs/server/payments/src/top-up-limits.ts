import type { SchoolSettings } from '@kantinekortet/schools';
import type { Wallet } from '@kantinekortet/wallet';
import { AmountOutOfRange, BalanceCapReached } from './top-up.errors.ts';

/**
 * Judges a new top-up by the school's limits, when it starts and never when it is booked. What is on its way counts as
 * if it were there, and what the wallet owes makes room, since a top-up settles that first. Throws AmountOutOfRange,
 * BalanceCapReached.
 */
export function judgeAmount(
  amountOre: number,
  { topUpMinOre, topUpMaxOre, balanceCapOre }: Pick<SchoolSettings, 'topUpMinOre' | 'topUpMaxOre' | 'balanceCapOre'>,
  { balanceOre, claimedOre }: Pick<Wallet, 'balanceOre' | 'claimedOre'>,
  pendingOre: number,
): void {
  if (amountOre < topUpMinOre || amountOre > topUpMaxOre) throw new AmountOutOfRange(topUpMinOre, topUpMaxOre);
  const roomOre = Math.max(0, balanceCapOre + claimedOre - balanceOre - pendingOre);
  if (amountOre > roomOre) throw new BalanceCapReached({ balanceCapOre, balanceOre, pendingOre, roomOre });
}
