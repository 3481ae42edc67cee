import type { PersonPrincipal } from '@kantinekortet/identity';
import { brokenConstraint, Clock, Database, type Tx } from '@kantinekortet/platform';
import { PaymentProviders, type PaymentProvider, type ProviderPayment } from '@kantinekortet/providers';
import { OfficeTasks } from '@kantinekortet/tasks';
import { Injectable } from '@nestjs/common';
import { RunOutcomes } from '../auto-top-ups/run-outcomes.ts';
import { PaymentReceipts } from '../payment-receipts/payment-receipts.service.ts';
import { TopUpBookings } from '../top-up-bookings.ts';
import { findByPayment, lockPayment, recordStatus, type TopUp } from '../top-up-rows.ts';
import { topUpTransitions } from '../top-up-status.ts';
import { findDiscrepancy, insertDecision, readDecisions, type Decision, type Discrepancy } from './decision-rows.ts';
import type { DecideRequest, DecisionDto } from './decision.dto.ts';
import {
  DiscrepancyDecided,
  DiscrepancyNotBookable,
  DiscrepancyNotFound,
  DiscrepancyNotSentBack,
} from './discrepancy.errors.ts';
import { leftAtMerchant } from './left-at-merchant.ts';
import { SendingBack } from './sending-back.ts';

/** What the provider says of a payment that waits for a decision. */
interface Asked {
  readonly first: TopUp;
  readonly account: PaymentProvider;
  readonly payment: ProviderPayment;
}

/** Payments that are not what was asked for: a person decides, the provider is asked once more, and it is written down. */
@Injectable()
export class DiscrepanciesService {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly providers: PaymentProviders;
  private readonly bookings: TopUpBookings;
  private readonly receipts: PaymentReceipts;
  private readonly runs: RunOutcomes;
  private readonly tasks: OfficeTasks;
  private readonly sendingBack: SendingBack;

  constructor(
    clock: Clock,
    database: Database,
    providers: PaymentProviders,
    bookings: TopUpBookings,
    receipts: PaymentReceipts,
    runs: RunOutcomes,
    tasks: OfficeTasks,
    sendingBack: SendingBack,
  ) {
    this.clock = clock;
    this.database = database;
    this.providers = providers;
    this.bookings = bookings;
    this.receipts = receipts;
    this.runs = runs;
    this.tasks = tasks;
    this.sendingBack = sendingBack;
  }

  /**
   * Writes down and carries out what somebody decided. The same decision again is answered with what became of it. Throws
   * DiscrepancyNotFound, DiscrepancyDecided, DiscrepancyNotBookable, DiscrepancyNotSentBack, ProviderUnavailable.
   */
  async decide(
    caller: PersonPrincipal,
    schoolId: string,
    discrepancyId: string,
    { id, choice, reason }: DecideRequest,
  ): Promise<DecisionDto> {
    const discrepancy = await findDiscrepancy(this.database, schoolId, discrepancyId);
    if (!discrepancy) throw new DiscrepancyNotFound();
    const asked = await this.ask(discrepancy);
    const leftOre = choice === 'sent_back_already' ? (await leftAtMerchant(asked.account, asked.payment)).leftOre : 0;
    const status = choice === 'send_back' ? 'sending' : 'done';
    const decision = {
      schoolId,
      id,
      discrepancyId,
      choice,
      reason,
      status,
      failureCode: null,
      decidedBy: caller.personId,
    } as const;
    const written = await this.database
      .transaction((tx) => this.write(tx, discrepancy, decision, { ...asked, leftOre }))
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'payment_decision_pkey' ? new DiscrepancyDecided() : error;
      });
    return toDto(written.status === 'sending' ? await this.sendingBack.attempt(written, discrepancy) : written);
  }

  private async write(
    tx: Tx,
    discrepancy: Discrepancy,
    decision: Decision,
    { payment, leftOre }: Asked & { readonly leftOre: number },
  ): Promise<Decision> {
    const key = { paymentSchoolId: discrepancy.schoolId, paymentId: discrepancy.topUpId };
    const topUps = await lockPayment(tx, key);
    const earlier = await readDecisions(tx, discrepancy, decision.id);
    const repeated = earlier.find(({ id }) => id === decision.id);
    if (repeated) {
      if (!isSame(repeated, decision)) throw new DiscrepancyDecided();
      return repeated;
    }
    if (earlier.some(({ status }) => status !== 'refused')) throw new DiscrepancyDecided();
    if (leftOre > 0) throw new DiscrepancyNotSentBack(leftOre);
    await insertDecision(tx, decision, this.clock.now());
    if (decision.choice === 'book') await this.book(tx, topUps, discrepancy, payment);
    if (decision.choice === 'sent_back_already') await recordStatus(tx, key, 'returned');
    if (decision.status === 'done') await this.resolve(tx, decision);
    return decision;
  }

  /** Puts what was paid on the one card that it was for, and tells the payer as after any other payment. */
  private async book(
    tx: Tx,
    topUps: readonly TopUp[],
    { paidAmountOre, paidCurrency }: Discrepancy,
    payment: ProviderPayment,
  ): Promise<void> {
    const [only, ...others] = topUps;
    const isAsFound = payment.amountOre === paidAmountOre && payment.currency === paidCurrency;
    if (!only || others.length > 0 || paidCurrency !== 'NOK' || paidAmountOre === 0 || !isAsFound) {
      throw new DiscrepancyNotBookable();
    }
    if (!topUpTransitions[only.status].includes('paid')) throw new DiscrepancyDecided();
    await recordStatus(tx, only, 'paid');
    const booked = await this.bookings.book(tx, [{ ...only, amountOre: paidAmountOre }], payment);
    await this.receipts.queue(tx, booked, payment);
    const { runId } = only;
    // An automatic top-up that was accepted after all is done, and counts among those of its month.
    if (runId !== null) await this.runs.after(tx, { ...only, runId, status: 'paid', failureCode: null });
  }

  private async resolve(tx: Tx, { schoolId, discrepancyId, decidedBy, choice, reason }: Decision): Promise<void> {
    const resolution = `${choice}: ${reason}`.slice(0, 500);
    await this.tasks.resolve(tx, {
      schoolId,
      kind: 'payment_discrepancy',
      subjectId: discrepancyId,
      by: decidedBy,
      resolution,
    });
  }

  private async ask({ schoolId, topUpId }: Discrepancy): Promise<Asked> {
    const [first] = await findByPayment(this.database, { paymentSchoolId: schoolId, paymentId: topUpId });
    if (!first?.providerReference) throw new DiscrepancyNotFound();
    const account = await this.providers.accountOf(first.merchantId, first.provider);
    return { first, account, payment: await account.getPayment(first.providerReference) };
  }
}

function isSame(one: Decision, other: Decision): boolean {
  return (
    one.discrepancyId === other.discrepancyId &&
    one.choice === other.choice &&
    one.reason === other.reason &&
    one.decidedBy === other.decidedBy
  );
}

function toDto({ id, choice, reason, status, failureCode }: Decision): DecisionDto {
  return { id, choice, reason, status, failureCode };
}
