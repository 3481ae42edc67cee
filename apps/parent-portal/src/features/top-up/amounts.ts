import { kr, type Ore, parseOre } from '@kantinekortet/money';

/** What one tap can choose. */
const usual = [kr(100), kr(200), kr(500)];

export interface TopUpLimits {
  minOre: number;
  maxOre: number;
  balanceCapOre: number;
}

/** An amount that can be paid, or why not. */
export type Judged =
  | { kind: 'ok'; amountOre: Ore }
  | { kind: 'unreadable' }
  | { kind: 'below_min' }
  | { kind: 'above_max' }
  | { kind: 'above_cap'; roomOre: number };

/** The usual amounts that this school's limits and the room below the balance cap allow. */
export function usualAmounts(limits: TopUpLimits, balanceOre: number): Ore[] {
  return usual.filter((amountOre) => judge(amountOre, limits, balanceOre).kind === 'ok');
}

/** That of the offered amounts which a text in kroner says, if any. */
export function offeredAs(text: string, offered: readonly Ore[]): Ore | undefined {
  const amountOre = parseOre(text);
  return offered.find((one) => one === amountOre);
}

/** Judges what was typed, as the server will when the payment starts. */
export function judgeTyped(text: string, limits: TopUpLimits, balanceOre: number): Judged {
  const amountOre = parseOre(text);
  return amountOre === undefined || amountOre <= 0 ? { kind: 'unreadable' } : judge(amountOre, limits, balanceOre);
}

function judge(amountOre: Ore, { minOre, maxOre, balanceCapOre }: TopUpLimits, balanceOre: number): Judged {
  if (amountOre < minOre) return { kind: 'below_min' };
  if (amountOre > maxOre) return { kind: 'above_max' };
  if (balanceOre + amountOre > balanceCapOre)
    return { kind: 'above_cap', roomOre: Math.max(0, balanceCapOre - balanceOre) };
  return { kind: 'ok', amountOre };
}
