import { Clock, Database, Jobs } from '@kantinekortet/platform';
import { PaymentProviders, ProviderUnavailable, RefundRefused } from '@kantinekortet/providers';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { allSchoolIds } from '../directory.ts';
import { findByPayment, lockPayment, recordStatus } from '../top-up-rows.ts';
import { endDecision, findDiscrepancy, findSending, type Decision, type Discrepancy } from './decision-rows.ts';
import { decisionTransitions, type DecisionStatus } from './decision-status.ts';

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
  }

  /** Asks about everything that is on its way back, school by school. */
  async run(): Promise<void> {
    for (const schoolId of await allSchoolIds(this.database)) {
      for (const decision of await findSending(this.database, schoolId)) {
        const discrepancy = await findDiscrepancy(this.database, schoolId, decision.discrepancyId);
        // One that cannot be asked about must not keep the others from being asked about.
        if (discrepancy) await this.attempt(decision, discrepancy).catch((error: unknown) => this.logger.error(error));
      }
    }
  }

  /** Asks the provider for the refund, the first time or again: the same decision is one refund there. */
  async attempt(decision: Decision, discrepancy: Discrepancy): Promise<Decision> {
    const { schoolId, topUpId, paidAmountOre } = discrepancy;
    const [first] = await findByPayment(this.database, { paymentSchoolId: schoolId, paymentId: topUpId });
    if (!first?.providerReference) throw new Error(`Payment ${topUpId} has no name at its provider`);
    const account = await this.providers.accountOf(first.merchantId, first.provider);
    try {
      const request = { refundId: decision.id, paymentReference: first.providerReference, amountOre: paidAmountOre };
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
