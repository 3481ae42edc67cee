import { Clock, Outbox, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import { endWaiting } from '../auto-top-ups/end-waiting.ts';
import { rulesOfPayer, type AutoTopUp } from '../auto-top-ups/auto-top-up-rows.ts';
import { RuleSwitch } from '../auto-top-ups/rule-switch.ts';
import type { TopUp } from '../top-up-rows.ts';

/** A bank card whose holder, or whose bank, questions a payment is charged no more by itself until its guardian says so. */
@Injectable()
export class DisputedCards {
  private readonly clock: Clock;
  private readonly outbox: Outbox;
  private readonly rules: RuleSwitch;

  constructor(clock: Clock, outbox: Outbox, rules: RuleSwitch) {
    this.clock = clock;
    this.outbox = outbox;
    this.rules = rules;
  }

  /** The rules that are charged to the card of a payment: whoever goes on to stop them locks their wallets. */
  async rulesOf(tx: Tx, topUps: readonly TopUp[]): Promise<AutoTopUp[]> {
    const rules: AutoTopUp[] = [];
    const [first] = topUps;
    for (const schoolId of first ? await schoolsOfCard(tx, first) : []) {
      rules.push(...(await rulesOfPayer(tx, schoolId, first?.payerId ?? '')));
    }
    return rules.filter(({ status }) => status !== 'switched_off');
  }

  /** Switches rules off, and tells their guardian. Their wallets are locked. */
  async stop(tx: Tx, rules: readonly AutoTopUp[]): Promise<void> {
    for (const rule of rules) {
      await this.rules.off(tx, rule, 'disputed');
      await endWaiting(tx, this.outbox, rule, this.clock.now());
    }
  }
}

/** The schools where the payer has saved the card of this payment: the same one, or the one that a rule charged. */
async function schoolsOfCard(tx: Tx, { schoolId, id }: TopUp): Promise<string[]> {
  const cards = await tx.query<{ schoolId: string }[]>(
    `SELECT c.school_id AS "schoolId" FROM top_up t
       JOIN guardian_school d ON d.person_id = t.payer_id
       JOIN saved_card c ON c.school_id = d.school_id AND c.payer_id = t.payer_id AND c.status = 'saved'
      WHERE t.school_id = $1 AND t.id = $2 AND c.merchant_id = t.merchant_id
        AND ((c.brand = t.card_brand AND c.last4 = t.card_last4) OR (t.run_id IS NOT NULL AND c.school_id = t.school_id))
      ORDER BY c.school_id`,
    [schoolId, id],
  );
  return cards.map((card) => card.schoolId);
}
