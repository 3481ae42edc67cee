import { Clock, Outbox, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { AutoTopUp } from './auto-top-up-rows.ts';
import { endWaiting } from './end-waiting.ts';
import { RuleSwitch } from './rule-switch.ts';
import { recordEnd, type SavedCardRow } from './saved-card-rows.ts';
import { forgetCardTopic } from './topics.ts';

/** What ends with a saved card. Whoever calls has locked the wallets of these rules, all of the payer's at the school. */
@Injectable()
export class SavedCardEnds {
  private readonly clock: Clock;
  private readonly outbox: Outbox;
  private readonly rules: RuleSwitch;

  constructor(clock: Clock, outbox: Outbox, rules: RuleSwitch) {
    this.clock = clock;
    this.outbox = outbox;
    this.rules = rules;
  }

  /** The provider does not have it any more: its guardian is told. */
  async gone(tx: Tx, card: SavedCardRow, rules: readonly AutoTopUp[]): Promise<void> {
    await this.end(tx, card);
    for (const rule of rules) await this.rules.off(tx, rule, 'card_removed');
  }

  /** The guardian takes it away, and knows it. */
  async removed(tx: Tx, card: SavedCardRow, rules: readonly AutoTopUp[]): Promise<void> {
    await this.end(tx, card);
    for (const rule of rules) {
      await this.rules.off(tx, rule, 'card_removed', true);
      await endWaiting(tx, this.outbox, rule, this.clock.now());
    }
  }

  /** Another card takes its place: the rules go on with that. */
  async replaced(tx: Tx, card: SavedCardRow): Promise<void> {
    await this.end(tx, card);
  }

  private async end(tx: Tx, card: SavedCardRow): Promise<void> {
    await recordEnd(tx, card, 'removed', this.clock.now());
    await this.outbox.add(tx, forgetCardTopic, { schoolId: card.schoolId, cardId: card.id });
  }
}
