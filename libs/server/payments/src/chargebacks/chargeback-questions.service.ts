import { Database } from '@kantinekortet/platform';
import {
  PaymentProviders,
  type MerchantAtProvider,
  type PaymentProvider,
  type ProviderDispute,
} from '@kantinekortet/providers';
import { Injectable, Logger } from '@nestjs/common';
import { ConfirmationsService } from '../confirmations.service.ts';
import { firstSchoolOf } from '../directory.ts';
import { paymentKeyOf } from '../payment-id.ts';
import { findByPayment, type TopUp } from '../top-up-rows.ts';
import { isOpen } from '../top-up-status.ts';
import { ChargebackConfirmations } from './chargeback-confirmations.service.ts';
import { wordOfDispute, wordOfRefund } from './chargeback-status.ts';
import { ChargebackTasks } from './chargeback-tasks.ts';

/** Asks providers what payers got back past us: only their answers move money. */
@Injectable()
export class ChargebackQuestions {
  private readonly logger = new Logger(ChargebackQuestions.name);
  private readonly database: Database;
  private readonly providers: PaymentProviders;
  private readonly payments: ConfirmationsService;
  private readonly chargebacks: ChargebackConfirmations;
  private readonly tasks: ChargebackTasks;

  constructor(
    database: Database,
    providers: PaymentProviders,
    payments: ConfirmationsService,
    chargebacks: ChargebackConfirmations,
    tasks: ChargebackTasks,
  ) {
    this.database = database;
    this.providers = providers;
    this.payments = payments;
    this.chargebacks = chargebacks;
    this.tasks = tasks;
  }

  /** Asks what became of a dispute. Throws ProviderUnavailable. */
  async askAboutDispute(merchant: MerchantAtProvider, reference: string): Promise<void> {
    const { chargebacks } = await this.accountOf(merchant);
    if (chargebacks === null) return;
    await this.takeDispute(merchant, await chargebacks.getDispute(reference));
  }

  /** The same for what the provider has just said. */
  async takeDispute(merchant: MerchantAtProvider, dispute: ProviderDispute): Promise<void> {
    const topUp = await this.findPayment(merchant, dispute.paymentId);
    const word = wordOfDispute(dispute);
    if (topUp) {
      await this.chargebacks.take(topUp, word);
      return;
    }
    this.logger.warn(`Dispute ${dispute.disputeReference} is of a payment that no top-up knows`);
    const schoolId = await firstSchoolOf(this.database, merchant.merchantId);
    await this.database.transaction((tx) => this.tasks.askAboutUnknown(tx, schoolId, merchant, word));
  }

  /** Asks what somebody sent back of a payment at the provider, whether there was something or not. */
  async askAboutRefunds(merchant: MerchantAtProvider, paymentId: string): Promise<void> {
    const topUp = await this.findPayment(merchant, paymentId);
    if (!topUp?.providerReference) return;
    const account = await this.accountOf(merchant);
    for (const refund of await account.listRefunds(topUp.providerReference)) {
      if (refund.refundId === null) await this.chargebacks.take(topUp, wordOfRefund(refund));
    }
  }

  accountOf({ merchantId, provider }: MerchantAtProvider): Promise<PaymentProvider> {
    return this.providers.accountOf(merchantId, provider);
  }

  /** The payment, as the provider knows it now: what was taken back was paid first, if we have heard of that or not. */
  private async findPayment({ merchantId }: MerchantAtProvider, paymentId: string | null): Promise<TopUp | undefined> {
    const key = paymentId === null ? undefined : paymentKeyOf(paymentId);
    const [topUp] = key ? await findByPayment(this.database, key) : [];
    if (!topUp || topUp.merchantId !== merchantId) return undefined;
    const mayBePaid = isOpen(topUp.status) || topUp.status === 'failed' || topUp.status === 'expired';
    if (mayBePaid && topUp.providerReference !== null) await this.payments.ask(topUp, topUp.providerReference);
    return topUp;
  }
}
