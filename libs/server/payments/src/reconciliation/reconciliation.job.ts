import { Clock, Database, Jobs, namedId } from '@kantinekortet/platform';
import {
  PaymentProviders,
  ProviderUnavailable,
  type PaymentProvider,
  type ProviderPayment,
  type MerchantAtProvider,
} from '@kantinekortet/providers';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ConfirmationsService } from '../confirmations.service.ts';
import { firstSchoolOf } from '../directory.ts';
import { paymentKeyOf } from '../payment-id.ts';
import { findByPayment, findPaid, totalOre, type TopUp } from '../top-up-rows.ts';

/** Each night looks at the last three days: a night that failed is made good by the next two. */
const lookBackMs = 3 * 24 * 60 * 60 * 1_000;
/** What was started last may be on its way still. */
const leaveAloneMs = 60 * 60 * 1_000;

interface Period {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Compares every night what providers took with what is booked here. What can be matched exactly is booked by the same
 * way as every payment; the rest is a task for the office, asked once, and never a guess.
 */
@Injectable()
export class ReconciliationJob implements OnModuleInit {
  private readonly logger = new Logger(ReconciliationJob.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly providers: PaymentProviders;
  private readonly confirmations: ConfirmationsService;
  private readonly tasks: OfficeTasks;

  constructor(
    clock: Clock,
    database: Database,
    jobs: Jobs,
    providers: PaymentProviders,
    confirmations: ConfirmationsService,
    tasks: OfficeTasks,
  ) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.providers = providers;
    this.confirmations = confirmations;
    this.tasks = tasks;
  }

  onModuleInit(): void {
    this.jobs.every('payments.reconcile', '30 2 * * *', () => this.run());
  }

  /** Compares merchant by merchant; one that cannot be asked does not keep the others from it. */
  async run(): Promise<void> {
    const nowMs = this.clock.now().getTime();
    const period = { from: new Date(nowMs - lookBackMs), until: new Date(nowMs - leaveAloneMs) };
    for (const merchant of await this.providers.connections()) {
      await this.compare(merchant, period).catch((error: unknown) => this.logger.error(error));
    }
  }

  private async compare(merchant: MerchantAtProvider, period: Period): Promise<void> {
    const account = await this.providers.accountOf(merchant.merchantId, merchant.provider);
    if (account.reports === null) return;
    const listed = new Set<string>();
    // Clocks differ: a payment may be older there than its row here, or of a moment that has not come here yet.
    const wider = {
      from: new Date(period.from.getTime() - leaveAloneMs),
      until: new Date(this.clock.now().getTime() + leaveAloneMs),
    };
    for await (const payment of account.reports.listPayments(wider)) {
      listed.add(payment.providerReference);
      await this.match(account, merchant, payment).catch((error: unknown) => this.logger.error(error));
    }
    for (const topUp of await findPaid(this.database, merchant, period)) {
      if (!listed.has(topUp.providerReference ?? '')) await this.lookFor(account, topUp);
    }
  }

  /** Books a payment that the provider has and we have not, or asks the office whose it is. */
  private async match(account: PaymentProvider, merchant: MerchantAtProvider, payment: ProviderPayment): Promise<void> {
    const key = payment.paymentId === null ? undefined : paymentKeyOf(payment.paymentId);
    const [topUp] = key ? await findByPayment(this.database, key) : [];
    if (topUp?.merchantId === merchant.merchantId) {
      await this.confirmations.take(account, topUp, payment);
      return;
    }
    const { providerReference: reference, amountOre, currency } = payment;
    const schoolId = await firstSchoolOf(this.database, merchant.merchantId);
    await this.ask(schoolId, 'unknown_payment', merchant.provider, { reference, amountOre, currency });
  }

  /** A payment that is booked and was not listed: the provider is asked for it by name before anyone is alarmed. */
  private async lookFor(account: PaymentProvider, topUp: TopUp): Promise<void> {
    const { schoolId, provider } = topUp;
    const reference = topUp.providerReference ?? topUp.id;
    const amountOre = totalOre(await findByPayment(this.database, topUp));
    const found = await account.getPayment(reference).catch((error: unknown) => {
      if (error instanceof ProviderUnavailable) throw error;
      // It answered, and has no such payment.
      this.logger.error(error);
      return null;
    });
    if (found?.status !== 'paid') await this.ask(schoolId, 'missing_payment', provider, { reference, amountOre });
  }

  private async ask(
    schoolId: string,
    kind: 'unknown_payment' | 'missing_payment',
    provider: string,
    facts: { readonly reference: string; readonly amountOre: number; readonly currency?: string },
  ): Promise<void> {
    const subjectId = namedId(`${kind}/${provider}/${facts.reference}`);
    await this.database.transaction((tx) =>
      this.tasks.openUnlessKnown(tx, { schoolId, kind, subjectId, facts: { ...facts, provider } }),
    );
  }
}
