import { Clock, type Tx } from '@kantinekortet/platform';
import type { SchoolSettings } from '@kantinekortet/schools';
import type { Wallet } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { isActiveGuardian, isEnrolled } from '../directory.ts';
import { judgeAmount } from '../top-up-limits.ts';
import { openAmountOre } from '../top-up-rows.ts';
import { AmountOutOfRange, BalanceCapReached } from '../top-up.errors.ts';
import type { AutoTopUp } from './auto-top-up-rows.ts';
import type { SwitchOffReason } from './auto-top-up-status.ts';
import { monthStart } from './month-start.ts';
import { timesPaid } from './run-rows.ts';
import { cardOfPayer, isExpired, type SavedCardRow } from './saved-card-rows.ts';

/** Whether a rule may take money now. `wait`: other money is on its way. `month_limit`: not before the next month. */
export type Verdict =
  | { readonly kind: 'charge'; readonly card: SavedCardRow }
  | { readonly kind: 'enough' | 'wait' | 'month_limit' }
  | { readonly kind: 'off'; readonly reason: SwitchOffReason };

/** Judges rules by what holds for every top-up, and by what the guardian allowed. Under the wallet's lock. */
@Injectable()
export class RunJudge {
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  async judge(tx: Tx, rule: AutoTopUp, wallet: Wallet, settings: SchoolSettings): Promise<Verdict> {
    const { schoolId, pupilId, payerId } = rule;
    const now = this.clock.now();
    if (wallet.availableOre >= rule.belowOre) return { kind: 'enough' };
    if (!(await isEnrolled(tx, { schoolId, pupilId }))) return { kind: 'off', reason: 'pupil_left' };
    if (!(await isActiveGuardian(tx, { schoolId, pupilId, personId: payerId }))) {
      return { kind: 'off', reason: 'not_guardian' };
    }
    if (await hasAskedAllBack(tx, rule)) return { kind: 'off', reason: 'refunded' };
    const saved = await cardOfPayer(tx, schoolId, payerId);
    if (!saved?.card) return { kind: 'off', reason: 'card_removed' };
    if (isExpired(saved.card, now)) return { kind: 'off', reason: 'card_expired' };
    if ((await timesPaid(tx, schoolId, rule.id, monthStart(now))) >= rule.timesAMonth) return { kind: 'month_limit' };
    const openOre = await openAmountOre(tx, schoolId, wallet.id, now);
    if (!fits(rule.amountOre, settings, wallet, 0)) return { kind: 'off', reason: 'beyond_limits' };
    return fits(rule.amountOre, settings, wallet, openOre) ? { kind: 'charge', card: saved } : { kind: 'wait' };
  }
}

/** Whether the payer has asked for everything back, and not regretted it, since the rule was made or changed. */
async function hasAskedAllBack(tx: Tx, { schoolId, id }: AutoTopUp): Promise<boolean> {
  const refunds = await tx.query<unknown[]>(
    `SELECT FROM refund r
       JOIN auto_top_up a ON a.school_id = r.school_id AND a.wallet_id = r.wallet_id AND a.payer_id = r.payer_id
      WHERE a.school_id = $1 AND a.id = $2 AND r.is_everything AND r.asked_at > a.changed_at
        AND NOT EXISTS (SELECT FROM refund_part p
                         WHERE p.school_id = r.school_id AND p.refund_id = r.id AND p.status = 'cancelled')
      LIMIT 1`,
    [schoolId, id],
  );
  return refunds.length > 0;
}

function fits(amountOre: number, settings: SchoolSettings, wallet: Wallet, openOre: number): boolean {
  try {
    judgeAmount(amountOre, settings, wallet, openOre);
    return true;
  } catch (error) {
    if (error instanceof AmountOutOfRange || error instanceof BalanceCapReached) return false;
    throw error;
  }
}
