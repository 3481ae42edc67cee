import { Clock, type Tx } from '@kantinekortet/platform';
import { BalanceWatches } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { AutoTopUpLetters } from './auto-top-up-letters.service.ts';
import { putRule, type AutoTopUp } from './auto-top-up-rows.ts';
import type { SwitchOffReason } from './auto-top-up-status.ts';
import { belowTopic } from './topics.ts';

/** Switches rules on and off, and with them the signal that a purchase gives. Under the wallet's lock. */
@Injectable()
export class RuleSwitch {
  private readonly clock: Clock;
  private readonly watches: BalanceWatches;
  private readonly letters: AutoTopUpLetters;

  constructor(clock: Clock, watches: BalanceWatches, letters: AutoTopUpLetters) {
    this.clock = clock;
    this.watches = watches;
    this.letters = letters;
  }

  /** Writes a rule as it is from now on. */
  async set(tx: Tx, rule: AutoTopUp): Promise<void> {
    await putRule(tx, rule, this.clock.now());
    const watch = { ...rule, topic: belowTopic, personId: rule.payerId } as const;
    if (rule.status === 'active') await this.watches.watch(tx, watch);
    else await this.watches.end(tx, watch);
  }

  /** Switches a rule off, and tells the guardian unless it was their own doing. One that is off stays as it is. */
  async off(tx: Tx, rule: AutoTopUp, reason: SwitchOffReason, isOwnDoing = reason === 'by_guardian'): Promise<void> {
    if (rule.status === 'switched_off') return;
    await this.set(tx, { ...rule, status: 'switched_off', reason });
    if (!isOwnDoing && reason !== 'by_guardian') await this.letters.switchedOff(tx, rule, reason);
  }
}
