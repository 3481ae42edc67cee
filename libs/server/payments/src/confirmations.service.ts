import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { PaymentProviders, type ProviderPayment } from '@kantinekortet/providers';
import { DepositsService } from '@kantinekortet/wallet';
import { Injectable, Logger } from '@nestjs/common';
import { paymentIdOf } from './payment-id.ts';
import { insertDiscrepancy, lockTopUp, recordPayment, type TopUp } from './top-up-rows.ts';
import { discrepancyOf, isOpen, topUpTransitions, type TopUpStatus } from './top-up-status.ts';

/**
 * The one place where a top-up learns what became of its payment. A webhook, the payer's return and the job that looks
 * after forgotten ones all come here, in any order and at once; the money is booked once.
 */
@Injectable()
export class ConfirmationsService {
  private readonly logger = new Logger(ConfirmationsService.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly deposits: DepositsService;
  private readonly providers: PaymentProviders;

  constructor(clock: Clock, database: Database, deposits: DepositsService, providers: PaymentProviders) {
    this.clock = clock;
    this.database = database;
    this.deposits = deposits;
    this.providers = providers;
  }

  /** Asks the provider and books what it says. Throws ProviderUnavailable. */
  async ask(topUp: TopUp, providerReference: string): Promise<TopUpStatus> {
    const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    return this.apply(topUp, await account.getPayment(providerReference));
  }

  /** Writes down what the provider says and, the first time it says `paid`, puts the money on the wallet. */
  async apply({ schoolId, id }: Pick<TopUp, 'schoolId' | 'id'>, payment: ProviderPayment): Promise<TopUpStatus> {
    if (payment.paymentId !== paymentIdOf({ schoolId, id })) {
      throw new Error(`Payment ${payment.providerReference} belongs to ${payment.paymentId ?? 'nobody'}, not to ${id}`);
    }
    return this.database.transaction(async (tx) => {
      const topUp = await lockTopUp(tx, schoolId, id);
      if (!topUp) throw new Error(`Top-up ${id} has gone`);
      const status = nextStatus(topUp, payment);
      const isNews = status !== topUp.status || (isOpen(status) && payment.failureCode !== topUp.failureCode);
      if (!isNews) return status;
      const endedAt = isOpen(status) ? null : this.clock.now();
      await recordPayment(tx, topUp, { status, payment, endedAt });
      if (status === 'paid') await this.book(tx, topUp, payment);
      if (status === 'needs_attention') await this.report(tx, topUp, payment);
      return status;
    });
  }

  private async book(tx: Tx, topUp: TopUp, payment: ProviderPayment): Promise<void> {
    await this.deposits.topUp(tx, {
      id: topUp.id,
      schoolId: topUp.schoolId,
      walletId: topUp.walletId,
      actor: `person:${topUp.payerId}`,
      occurredAt: this.clock.now(),
      amountOre: topUp.amountOre,
      clearing: topUp.provider,
      payerId: topUp.payerId,
      paymentReference: topUp.id,
      facts: {
        paymentMethod: payment.method,
        cardBrand: payment.card?.brand ?? null,
        cardLast4: payment.card?.last4 ?? null,
      },
    });
  }

  private async report(tx: Tx, topUp: TopUp, payment: ProviderPayment): Promise<void> {
    const reason = discrepancyOf(topUp.amountOre, payment);
    if (!reason) throw new Error(`Top-up ${topUp.id} needs attention for no reason`);
    await insertDiscrepancy(tx, topUp, { id: newId(), reason, payment, foundAt: this.clock.now() });
    this.logger.error(
      `Top-up ${topUp.id} was not booked: asked for ${topUp.amountOre} NOK øre, paid ${payment.amountOre} ${payment.currency}`,
    );
  }
}

/** What the provider's word makes of a top-up. A word that leads nowhere from here is old news. */
function nextStatus(topUp: TopUp, payment: ProviderPayment): TopUpStatus {
  const isWrong = payment.status === 'paid' && discrepancyOf(topUp.amountOre, payment) !== null;
  const said = isWrong ? 'needs_attention' : payment.status;
  return topUpTransitions[topUp.status].includes(said) ? said : topUp.status;
}
