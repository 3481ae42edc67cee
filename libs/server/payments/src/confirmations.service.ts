import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { PaymentProviders, type ProviderPayment } from '@kantinekortet/providers';
import { Injectable, Logger } from '@nestjs/common';
import { paymentIdOf } from './payment-id.ts';
import { TopUpBookings } from './top-up-bookings.ts';
import { insertDiscrepancy, lockTopUp, recordPayment, recordSettled, type TopUp } from './top-up-rows.ts';
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
  private readonly bookings: TopUpBookings;
  private readonly providers: PaymentProviders;

  constructor(clock: Clock, database: Database, bookings: TopUpBookings, providers: PaymentProviders) {
    this.clock = clock;
    this.database = database;
    this.bookings = bookings;
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
      if (status === 'paid') await recordSettled(tx, topUp, await this.bookings.book(tx, topUp, payment));
      if (status === 'needs_attention') await this.report(tx, topUp, payment);
      return status;
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
