import { Clock, type Tx } from '@kantinekortet/platform';
import type { FailureCode } from '@kantinekortet/providers';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { TopUpStatus } from '../top-up-status.ts';
import { AutoTopUpLetters } from './auto-top-up-letters.service.ts';
import { readRule } from './auto-top-up-rows.ts';
import { approveWithinMs, retryAt } from './auto-top-up-status.ts';
import { RuleSwitch } from './rule-switch.ts';
import { lockRun, moveRun, type Run, type RunMove } from './run-rows.ts';

/** An attempt of a run, and what has become of it. */
interface Attempt {
  readonly schoolId: string;
  readonly id: string;
  readonly walletId: string;
  readonly runId: string;
  readonly status: TopUpStatus;
  readonly failureCode: FailureCode | null;
}

/** What an automatic top-up's payment makes of its run and its rule, in the transaction that learns of it. */
@Injectable()
export class RunOutcomes {
  private readonly clock: Clock;
  private readonly wallets: WalletsService;
  private readonly rules: RuleSwitch;
  private readonly letters: AutoTopUpLetters;

  constructor(clock: Clock, wallets: WalletsService, rules: RuleSwitch, letters: AutoTopUpLetters) {
    this.clock = clock;
    this.wallets = wallets;
    this.rules = rules;
    this.letters = letters;
  }

  /** Moves the run on. News of an attempt that is not the latest counts only when it was paid after all. */
  async after(tx: Tx, attempt: Attempt): Promise<void> {
    const { schoolId, walletId, runId, id, status } = attempt;
    await this.wallets.lock(tx, schoolId, walletId);
    const run = await lockRun(tx, schoolId, runId);
    if (status === 'paid') await this.move(tx, run, { status: 'paid', failureCode: null });
    else if (run.topUpId === id) await this.unpaid(tx, run, attempt);
  }

  private async unpaid(tx: Tx, run: Run, { status, failureCode }: Attempt): Promise<void> {
    switch (status) {
      case 'pending':
        if (failureCode === 'authentication_required') await this.waitForGuardian(tx, run, failureCode);
        return;
      case 'failed':
        return this.refused(tx, run, failureCode);
      case 'expired':
        return this.ended(tx, run);
      case 'needs_attention':
        return this.giveUp(tx, run, 'needs_attention');
      // The office sent back what was not what we asked for: the run was given up before that.
      case 'returned':
      case 'created':
      case 'paid':
    }
  }

  private async waitForGuardian(tx: Tx, run: Run, failureCode: FailureCode): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + approveWithinMs);
    const isNews = await this.move(tx, run, { status: 'waiting_for_guardian', failureCode, dueAt });
    if (isNews) await this.letters.approvalNeeded(tx, await readRule(tx, run.schoolId, run.ruleId), run.topUpId);
  }

  private async refused(tx: Tx, run: Run, failureCode: FailureCode | null): Promise<void> {
    const dueAt = retryAt(run.attempt, failureCode, this.clock.now());
    const rule = await readRule(tx, run.schoolId, run.ruleId);
    // Switched off while the provider was asked: then nothing is tried again.
    if (rule.status !== 'active') await this.move(tx, run, { status: 'given_up', failureCode });
    else if (!dueAt) await this.giveUp(tx, run, failureCode === 'card_expired' ? failureCode : 'charge_refused');
    else {
      const isNews = await this.move(tx, run, { status: 'retrying', failureCode, dueAt });
      if (isNews && run.attempt === 1) await this.letters.refused(tx, rule);
    }
  }

  /** Taken back: by us when the guardian's time to approve was over, or by the guardian. */
  private async ended(tx: Tx, run: Run): Promise<void> {
    const isOverdue = run.dueAt !== null && run.dueAt <= this.clock.now();
    if (isOverdue) await this.giveUp(tx, run, 'not_approved');
    else await this.move(tx, run, { status: 'given_up' });
  }

  private async giveUp(
    tx: Tx,
    run: Run,
    reason: 'charge_refused' | 'card_expired' | 'not_approved' | 'needs_attention',
  ): Promise<void> {
    const isNews = await this.move(tx, run, { status: 'given_up' });
    if (isNews) await this.rules.off(tx, await readRule(tx, run.schoolId, run.ruleId), reason);
  }

  private move(tx: Tx, run: Run, move: RunMove): Promise<boolean> {
    return moveRun(tx, run, move, this.clock.now());
  }
}
