import { Clock, Database, Jobs } from '@kantinekortet/platform';
import { PaymentProviders, ProviderUnavailable, RefundRefused } from '@kantinekortet/providers';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { allSchoolIds } from '../directory.ts';
import { findByPayment, lockPayment, recordStatus, totalOre } from '../top-up-rows.ts';
import {
  endDecision,
  findDiscrepancy,
  findSending,
  findSentBack,
  type Decision,
  type Discrepancy,
} from './decision-rows.ts';
import { decisionTransitions, type DecisionStatus } from './decision-status.ts';
import { discrepancyFacts } from './discrepancy-facts.ts';
import { leftAtMerchant } from './left-at-merchant.ts';

/** Banks send money back to a provider within weeks, if at all. */
const askAgainForMs = 45 * 24 * 60 * 60 * 1_000;

/** Sends back payments that nobody asked for in that amount, and asks until the provider has said its last word. */
@Injectable()
export class SendingBack implements OnModuleInit {
  private readonly logger = new Logger(SendingBack.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly providers: PaymentProviders;
  private readonly tasks: OfficeTasks;

  constructor(clock: Clock, database: Database, jobs: Jobs, providers: PaymentProviders, tasks: OfficeTasks) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.providers = providers;
    this.tasks = tasks;
  }

  onModuleInit(): void {
    this.jobs.every('payments.send-back', '*/5 * * * *', () => this.run());
    this.jobs.every('payments.sent-back', '40 4 * * *', () => this.askAgain());
  }

  /** Asks about everything that is on its way back, school by school. */
  async run(): Promise<void> {
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const decision of await findSending(this.database, schoolId)) {
        await this.tryTo(decision, (discrepancy) => this.attempt(decision, discrepancy));
      }
    }
  }

  /** Asks about what has gone back: a payer's bank may not take it, and says so days later. */
  async askAgain(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - askAgainForMs);
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const decision of await findSentBack(this.database, schoolId, since)) {
        await this.tryTo(decision, (discrepancy) => this.lookBack(decision, discrepancy));
      }
    }
  }

  /** Asks the provider for the refund, the first time or again: the same decision is one refund there. */
  async attempt(decision: Decision, discrepancy: Discrepancy): Promise<Decision> {
    const { account, paymentReference } = await this.paymentOf(discrepancy);
    try {
      const request = { refundId: decision.id, paymentReference, amountOre: discrepancy.paidAmountOre };
      const { status, failureCode } = await account.refundPayment(request);
      if (status === 'pending') return decision;
      return await this.end(decision, discrepancy, status === 'failed' ? (failureCode ?? 'other') : null);
    } catch (error) {
      if (error instanceof RefundRefused) return this.end(decision, discrepancy, error.reason);
      // It is written down: the job asks again.
      if (error instanceof ProviderUnavailable) return decision;
      throw error;
    }
  }

  /** When the merchant has some of it again, the payment needs another decision, and the office is told. */
  private async lookBack(decision: Decision, discrepancy: Discrepancy): Promise<void> {
    const { account, paymentReference, topUps } = await this.paymentOf(discrepancy);
    const payment = await account.getPayment(paymentReference);
    const { leftOre, failed } = await leftAtMerchant(account, payment);
    if (leftOre === 0) return;
    const failureCode = failed.at(-1)?.failureCode ?? 'other';
    const { schoolId, id: subjectId, topUpId } = discrepancy;
    await this.database.transaction(async (tx) => {
      const key = { paymentSchoolId: schoolId, paymentId: topUpId };
      await lockPayment(tx, key);
      if (!(await endDecision(tx, decision, { status: 'refused', failureCode, endedAt: this.clock.now() }))) return;
      await recordStatus(tx, key, 'needs_attention');
      const facts = await discrepancyFacts(tx, topUps, { expectedOre: totalOre(topUps), payment });
      const task = { schoolId, kind: 'payment_discrepancy', subjectId, facts: { ...facts, failureCode } } as const;
      await this.tasks.open(tx, task);
    });
  }

  private async paymentOf({ schoolId, topUpId }: Discrepancy) {
    const topUps = await findByPayment(this.database, { paymentSchoolId: schoolId, paymentId: topUpId });
    const [first] = topUps;
    if (!first?.providerReference) throw new Error(`Payment ${topUpId} has no name at its provider`);
    const account = await this.providers.accountOf(first.merchantId, first.provider);
    return { topUps, account, paymentReference: first.providerReference };
  }

  /** One that cannot be asked about must not keep the others from being asked about. */
  private async tryTo(decision: Decision, work: (discrepancy: Discrepancy) => Promise<unknown>): Promise<void> {
    try {
      const discrepancy = await findDiscrepancy(this.database, decision.schoolId, decision.discrepancyId);
      if (discrepancy) await work(discrepancy);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async end(decision: Decision, { topUpId }: Discrepancy, failureCode: string | null): Promise<Decision> {
    const { schoolId, discrepancyId, decidedBy: by, reason } = decision;
    const status: DecisionStatus = failureCode === null ? 'done' : 'refused';
    if (!decisionTransitions[decision.status].includes(status)) return decision;
    await this.database.transaction(async (tx) => {
      const key = { paymentSchoolId: schoolId, paymentId: topUpId };
      await lockPayment(tx, key);
      if (!(await endDecision(tx, decision, { status, failureCode, endedAt: this.clock.now() }))) return;
      if (status === 'refused') return;
      await recordStatus(tx, key, 'returned');
      const resolution = `send_back: ${reason}`.slice(0, 500);
      await this.tasks.resolve(tx, { schoolId, kind: 'payment_discrepancy', subjectId: discrepancyId, by, resolution });
    });
    return { ...decision, status, failureCode };
  }
}
