import { Clock, Database, Jobs } from '@kantinekortet/platform';
import { PaymentProviders, type MerchantAtProvider } from '@kantinekortet/providers';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { paymentIdOf } from '../payment-id.ts';
import { ChargebackQuestions } from './chargeback-questions.service.ts';
import { findPaidToAskAbout, findUnderWay } from './chargeback-rows.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** Of a provider that lists them, each night looks at so many days: nights that failed are made good by the next. */
const listedDays = 30;
/** A payer's bank may send a refund back for so long. */
const mayFailDays = 45;

/** Finds every night what no webhook told: disputes, refunds made at the provider, and what became of them. */
@Injectable()
export class ChargebacksJob implements OnModuleInit {
  private readonly logger = new Logger(ChargebacksJob.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly jobs: Jobs;
  private readonly providers: PaymentProviders;
  private readonly questions: ChargebackQuestions;

  constructor(
    clock: Clock,
    database: Database,
    jobs: Jobs,
    providers: PaymentProviders,
    questions: ChargebackQuestions,
  ) {
    this.clock = clock;
    this.database = database;
    this.jobs = jobs;
    this.providers = providers;
    this.questions = questions;
  }

  onModuleInit(): void {
    this.jobs.every('payments.chargebacks', '45 2 * * *', () => this.run());
  }

  /** Looks at merchant by merchant; one that cannot be asked does not keep the others from it. */
  async run(): Promise<void> {
    for (const merchant of await this.providers.connections()) {
      await this.tryTo(() => this.lookAtNew(merchant));
      await this.tryTo(() => this.lookAtKnown(merchant));
    }
  }

  private async lookAtNew(merchant: MerchantAtProvider): Promise<void> {
    const { chargebacks } = await this.questions.accountOf(merchant);
    if (chargebacks === null) return this.lookAtPayments(merchant);
    const nowMs = this.clock.now().getTime();
    // Clocks differ: what was made there this minute may be of a moment that has not come here yet.
    const period = { from: new Date(nowMs - listedDays * dayMs), until: new Date(nowMs + dayMs) };
    for await (const dispute of chargebacks.listDisputes(period)) {
      await this.tryTo(() => this.questions.takeDispute(merchant, dispute));
    }
    const refunded = new Set<string>();
    for await (const paymentId of chargebacks.listRefundedPayments(period)) refunded.add(paymentId);
    for (const paymentId of refunded) await this.tryTo(() => this.questions.askAboutRefunds(merchant, paymentId));
  }

  /** A provider without such lists is asked payment by payment: each of a week every night, older ones once a month. */
  private async lookAtPayments(merchant: MerchantAtProvider): Promise<void> {
    for (const payment of await findPaidToAskAbout(this.database, merchant, this.clock.now())) {
      await this.tryTo(() => this.questions.askAboutRefunds(merchant, paymentIdOf(payment)));
    }
  }

  private async lookAtKnown(merchant: MerchantAtProvider): Promise<void> {
    const refundsFoundAfter = new Date(this.clock.now().getTime() - mayFailDays * dayMs);
    for (const chargeback of await findUnderWay(this.database, merchant, refundsFoundAfter)) {
      await this.tryTo(() =>
        chargeback.kind === 'dispute'
          ? this.questions.askAboutDispute(merchant, chargeback.reference)
          : this.questions.askAboutRefunds(merchant, paymentIdOf(chargeback)),
      );
    }
  }

  /** What cannot be asked about tonight is asked about tomorrow, and must not keep the rest from it. */
  private async tryTo(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.logger.error(error));
  }
}
