import { Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { PaymentProviders, type PaymentProvider, type ProviderPayment } from '@kantinekortet/providers';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable, Logger } from '@nestjs/common';
import { RunOutcomes } from './auto-top-ups/run-outcomes.ts';
import { discrepancyFacts } from './discrepancies/discrepancy-facts.ts';
import { paymentIdOf, type PaymentKey } from './payment-id.ts';
import { PaymentReceipts } from './payment-receipts/payment-receipts.service.ts';
import { TopUpBookings } from './top-up-bookings.ts';
import {
  findByPayment,
  insertDiscrepancy,
  lockPayment,
  recordHeard,
  recordPayment,
  totalOre,
  type TopUp,
} from './top-up-rows.ts';
import { discrepancyOf, isOpen, topUpTransitions, type TopUpStatus } from './top-up-status.ts';

/**
 * The one place where top-ups learn what became of their payment. A webhook, the payer's return and the job that looks
 * after forgotten ones all come here, in any order and at once; the money is booked once.
 */
@Injectable()
export class ConfirmationsService {
  private readonly logger = new Logger(ConfirmationsService.name);
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly bookings: TopUpBookings;
  private readonly receipts: PaymentReceipts;
  private readonly runs: RunOutcomes;
  private readonly providers: PaymentProviders;
  private readonly tasks: OfficeTasks;

  constructor(
    clock: Clock,
    database: Database,
    bookings: TopUpBookings,
    receipts: PaymentReceipts,
    runs: RunOutcomes,
    providers: PaymentProviders,
    tasks: OfficeTasks,
  ) {
    this.clock = clock;
    this.database = database;
    this.bookings = bookings;
    this.receipts = receipts;
    this.runs = runs;
    this.providers = providers;
    this.tasks = tasks;
  }

  /** Asks the provider about a top-up's payment and books what it says. Throws ProviderUnavailable. */
  async ask(topUp: TopUp, providerReference: string): Promise<TopUpStatus> {
    const account = await this.providers.accountOf(topUp.merchantId, topUp.provider);
    return this.take(account, topUp, await account.getPayment(providerReference));
  }

  /**
   * The same for what the provider has just said. Money that is only reserved is captured first, at once and whole, or
   * let go when it is not what was asked for. Throws ProviderUnavailable, after which asking again goes on from there.
   */
  async take(account: PaymentProvider, key: PaymentKey, payment: ProviderPayment): Promise<TopUpStatus> {
    mustBelongTo(key, payment);
    const { authorizations } = account;
    if (payment.status !== 'authorized' || authorizations === null) return this.apply(key, payment);
    const { providerReference, amountOre, currency } = payment;
    const askedOre = totalOre(await findByPayment(this.database, key));
    if (discrepancyOf(askedOre, payment) === null) {
      return this.apply(key, await authorizations.capture(providerReference, askedOre));
    }
    this.logger.error(
      `Payment ${key.paymentId} was let go: asked for ${askedOre} NOK øre, reserved ${amountOre} ${currency}`,
    );
    return this.apply(key, await authorizations.release(providerReference));
  }

  /**
   * Writes down what the provider says of a payment and, the first time it says `paid`, puts the money on the wallets:
   * on all that it was for, or on none.
   */
  async apply(key: PaymentKey, payment: ProviderPayment): Promise<TopUpStatus> {
    mustBelongTo(key, payment);
    return this.database.transaction(async (tx) => {
      const topUps = await lockPayment(tx, key);
      const [first] = topUps;
      if (!first) throw new Error(`Payment ${key.paymentId} has gone`);
      const expectedOre = totalOre(topUps);
      const status = nextStatus(first.status, expectedOre, payment);
      const isNews = status !== first.status || (isOpen(status) && payment.failureCode !== first.failureCode);
      if (isOpen(first.status)) await recordHeard(tx, key, this.clock.now());
      if (!isNews) return status;
      const endedAt = isOpen(status) ? null : this.clock.now();
      await recordPayment(tx, key, { status, payment, endedAt });
      if (status === 'paid') await this.receipts.queue(tx, await this.bookings.book(tx, topUps, payment), payment);
      if (status === 'needs_attention') await this.report(tx, topUps, payment);
      const { runId } = first;
      if (runId !== null) await this.runs.after(tx, { ...first, runId, status, failureCode: payment.failureCode });
      return status;
    });
  }

  private async report(tx: Tx, topUps: readonly TopUp[], payment: ProviderPayment): Promise<void> {
    const expectedOre = totalOre(topUps);
    const [first] = topUps;
    const reason = discrepancyOf(expectedOre, payment);
    if (!first || !reason) throw new Error(`Payment ${payment.providerReference} needs attention for no reason`);
    const id = newId();
    await insertDiscrepancy(tx, first, { id, reason, expectedOre, payment, foundAt: this.clock.now() });
    const facts = await discrepancyFacts(tx, topUps, { expectedOre, payment });
    await this.tasks.open(tx, { schoolId: first.paymentSchoolId, kind: 'payment_discrepancy', subjectId: id, facts });
    this.logger.error(
      `Payment ${first.paymentId} was not booked: asked for ${expectedOre} NOK øre, paid ${payment.amountOre} ${payment.currency}`,
    );
  }
}

function mustBelongTo(key: PaymentKey, { providerReference, paymentId }: ProviderPayment): void {
  if (paymentId === paymentIdOf(key)) return;
  throw new Error(`Payment ${providerReference} belongs to ${paymentId ?? 'nobody'}, not to ${key.paymentId}`);
}

/** What the provider's word makes of a payment. A word that leads nowhere from here is old news. */
function nextStatus(status: TopUpStatus, expectedOre: number, payment: ProviderPayment): TopUpStatus {
  // That it was paid once does not say whether the payer still has it back.
  if (status === 'returned') return status;
  const isWrong = payment.status === 'paid' && discrepancyOf(expectedOre, payment) !== null;
  // Reserved money is on its way until it is captured.
  const word = payment.status === 'authorized' ? 'pending' : payment.status;
  const said = isWrong ? 'needs_attention' : word;
  return topUpTransitions[status].includes(said) ? said : status;
}
