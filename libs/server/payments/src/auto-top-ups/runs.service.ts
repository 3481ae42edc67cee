import { Clock, Database, Outbox, type Language, type Tx } from '@kantinekortet/platform';
import { SchoolsService } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { languageOf } from '../directory.ts';
import { pageTexts } from '../page-texts.ts';
import { insertTopUp, type TopUp } from '../top-up-rows.ts';
import { AutoTopUpLetters } from './auto-top-up-letters.service.ts';
import { findRule, putRule, readRule, type AutoTopUp, type RuleKey } from './auto-top-up-rows.ts';
import { approveWithinMs } from './auto-top-up-status.ts';
import { firstOfMonth } from './month-start.ts';
import { RuleSwitch } from './rule-switch.ts';
import { attemptIdOf, runIdOf } from './run-ids.ts';
import { RunJudge } from './run-judge.ts';
import { insertRun, lockRun, moveRun, runUnderWay, type Run } from './run-rows.ts';
import type { SavedCardRow } from './saved-card-rows.ts';
import { runTopic } from './topics.ts';

/** Begins runs, and their later attempts: written down first, then charged by whoever looks after the run. */
@Injectable()
export class RunsService {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly judge: RunJudge;
  private readonly rules: RuleSwitch;
  private readonly letters: AutoTopUpLetters;

  constructor(
    clock: Clock,
    database: Database,
    outbox: Outbox,
    schools: SchoolsService,
    wallets: WalletsService,
    judge: RunJudge,
    rules: RuleSwitch,
    letters: AutoTopUpLetters,
  ) {
    this.clock = clock;
    this.database = database;
    this.outbox = outbox;
    this.schools = schools;
    this.wallets = wallets;
    this.judge = judge;
    this.rules = rules;
    this.letters = letters;
  }

  /** Looks at a wallet for one guardian's rule, and begins a run when it has too little. Again changes nothing. */
  async check(key: RuleKey, cause: string): Promise<void> {
    const { merchantId, name, settings } = await this.schools.get(key.schoolId);
    const language = await languageOf(this.database, key.payerId);
    await this.database.transaction(async (tx) => {
      const wallet = await this.wallets.lock(tx, key.schoolId, key.walletId);
      const rule = await findRule(tx, key);
      if (rule?.status !== 'active' || (await runUnderWay(tx, key.schoolId, key.walletId))) return;
      const verdict = await this.judge.judge(tx, rule, wallet, settings);
      if (verdict.kind === 'off') await this.rules.off(tx, rule, verdict.reason);
      if (verdict.kind === 'month_limit') await this.tellMonthLimit(tx, rule);
      if (verdict.kind !== 'charge') return;
      const run = this.newRun(rule, verdict.card, cause);
      if (await insertRun(tx, run))
        await this.begin(tx, run, this.attempt(run, rule, verdict.card, { merchantId, name, language }));
    });
  }

  /** Tries a refused run again, if it is still wanted, needed and allowed. */
  async retry({ schoolId, walletId, id, ruleId }: Run): Promise<void> {
    const { merchantId, name, settings } = await this.schools.get(schoolId);
    await this.database.transaction(async (tx) => {
      const wallet = await this.wallets.lock(tx, schoolId, walletId);
      const run = await lockRun(tx, schoolId, id);
      const now = this.clock.now();
      if (run.status !== 'retrying' || run.dueAt === null || run.dueAt > now) return;
      const rule = await readRule(tx, schoolId, ruleId);
      const verdict = await this.judge.judge(tx, rule, wallet, settings);
      if (rule.status !== 'active' || verdict.kind !== 'charge') {
        const isOvertaken = rule.status === 'active' && verdict.kind !== 'off';
        await moveRun(tx, run, { status: isOvertaken ? 'overtaken' : 'given_up' }, now);
        if (verdict.kind === 'off') await this.rules.off(tx, rule, verdict.reason);
        return;
      }
      const attempt = run.attempt + 1;
      const next = { attempt, topUpId: attemptIdOf(id, attempt), savedCardId: verdict.card.id };
      const language = await languageOf(this.database, rule.payerId);
      const topUp = this.attempt({ ...run, ...next }, rule, verdict.card, { merchantId, name, language });
      await moveRun(tx, run, { status: 'charging', ...next }, now);
      await this.begin(tx, run, topUp);
    });
  }

  private async begin(tx: Tx, { schoolId, id }: Run, topUp: TopUp): Promise<void> {
    await insertTopUp(tx, topUp);
    await this.outbox.add(tx, runTopic, { schoolId, runId: id });
  }

  private newRun(rule: AutoTopUp, card: SavedCardRow, cause: string): Run {
    const id = runIdOf(rule.id, cause);
    const now = this.clock.now();
    return {
      schoolId: rule.schoolId,
      id,
      ruleId: rule.id,
      walletId: rule.walletId,
      savedCardId: card.id,
      cause,
      amountOre: rule.amountOre,
      status: 'charging',
      attempt: 1,
      topUpId: attemptIdOf(id, 1),
      failureCode: null,
      dueAt: null,
      createdAt: now,
      changedAt: now,
    };
  }

  private attempt(
    run: Run,
    rule: AutoTopUp,
    card: SavedCardRow,
    { merchantId, name, language }: { readonly merchantId: string; readonly name: string; readonly language: Language },
  ): TopUp {
    const createdAt = this.clock.now();
    return {
      schoolId: run.schoolId,
      id: run.topUpId,
      paymentSchoolId: run.schoolId,
      paymentId: run.topUpId,
      walletId: run.walletId,
      payerId: rule.payerId,
      merchantId,
      provider: card.provider,
      amountOre: run.amountOre,
      claimId: null,
      runId: run.id,
      description: `${pageTexts.topUp[language]}, ${name}`,
      language,
      status: 'created',
      providerReference: null,
      checkoutUrl: null,
      failureCode: null,
      settledOre: null,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + approveWithinMs),
    };
  }

  /** Once a month; the next purchases say nothing new. */
  private async tellMonthLimit(tx: Tx, rule: AutoTopUp): Promise<void> {
    const now = this.clock.now();
    const month = firstOfMonth(now);
    if (rule.limitToldMonth === month) return;
    await putRule(tx, { ...rule, limitToldMonth: month }, now);
    await this.letters.monthLimit(tx, rule);
  }
}
