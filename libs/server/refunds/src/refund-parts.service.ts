import { Clock, newId, type Tx } from '@kantinekortet/platform';
import type { ProviderRefund } from '@kantinekortet/providers';
import { HoldsService, PayoutsService, type AccountRef } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { expectedOn } from './expected-on.ts';
import { RefundMails } from './mails/refund-mails.ts';
import { RefundTasks } from './refund-tasks.ts';
import { mayBecome, type RefundPartStatus } from './refund-part-status.ts';
import { OwedFirst } from './owed-first.service.ts';
import { recordPart } from './refund-part-changes.ts';
import { lockPart, type RefundPart } from './refund-rows.ts';
import { ApproverInvolved, PartNotInState, RefundNotFound } from './refund.errors.ts';
import { isInvolved } from './payers.ts';
import { wasObjectedTo } from './payout-account-rows.ts';
import { isInFile } from './payouts/payout-rows.ts';
import { findWaitingReasons } from './waiting-reasons.ts';

interface PartKey {
  readonly schoolId: string;
  readonly id: string;
}

/** Who moves a part, and when the money moved: for the bank, the day it was booked there. */
interface Move {
  /** As `person:<id>` or `system:<name>`. */
  readonly actor: string;
  readonly occurredAt?: Date;
}

/**
 * The one place where a part of a refund moves from state to state, with the money that moves with it. Whoever calls may
 * call again after a crash: a move that was made is refused as PartNotInState, with the state it is in.
 */
@Injectable()
export class RefundParts {
  private readonly clock: Clock;
  private readonly holds: HoldsService;
  private readonly payouts: PayoutsService;
  private readonly mails: RefundMails;
  private readonly tasks: RefundTasks;
  private readonly owed: OwedFirst;

  constructor(
    clock: Clock,
    holds: HoldsService,
    payouts: PayoutsService,
    mails: RefundMails,
    tasks: RefundTasks,
    owed: OwedFirst,
  ) {
    this.clock = clock;
    this.holds = holds;
    this.payouts = payouts;
    this.mails = mails;
    this.tasks = tasks;
    this.owed = owed;
  }

  /**
   * Makes a waiting part ready when nothing is left to wait for. False when it has to wait on, or waits no more. One
   * whose payer has had a payment back meanwhile, and owes for it, is cancelled: that is settled first. So is one to an
   * account that was replaced while it could be objected to.
   */
  async makeReady(tx: Tx, key: PartKey): Promise<boolean> {
    const part = await this.lock(tx, key);
    const why = part.status === 'waiting' ? await this.whyNever(tx, part) : null;
    if (why !== null) {
      await this.cancel(tx, key, { actor: 'system:refunds', why });
      return false;
    }
    const reasons = (await findWaitingReasons(tx, key.schoolId, [key.id], this.clock.now())).get(key.id);
    if (reasons?.length !== 0) return false;
    await recordPart(tx, part, { status: 'ready', readyAt: this.clock.now() });
    return true;
  }

  /**
   * Agrees that a part is paid out. Throws ApproverInvolved for who recorded the money or the account, and
   * PartNotInState for a part that does not wait for it.
   */
  async approve(tx: Tx, key: PartKey, personId: string): Promise<void> {
    const part = await this.lock(tx, key);
    if (part.status !== 'waiting' || !part.needsApproval || part.approvedBy !== null) {
      throw new PartNotInState(part.status);
    }
    if (await isInvolved(tx, part, personId)) throw new ApproverInvolved();
    await recordPart(tx, part, { approvedBy: personId, approvedAt: this.clock.now() });
    await this.tasks.resolve(tx, 'refund_approval', part, { by: personId, resolution: 'approved' });
  }

  /**
   * Frees what a part holds that waits, or is ready for the bank's next file, and tells the payer why, unless they did it
   * themselves. Throws PartNotInState when it is on its way.
   */
  async cancel(
    tx: Tx,
    key: PartKey,
    { actor, why }: { readonly actor: string; readonly why: 'owed' | 'account_replaced' | 'rejected' | null },
  ): Promise<void> {
    const part = await this.lockFor(tx, key, 'cancelled');
    // A provider may have been asked by now, and a file made: then it is too late.
    const isLeaving = part.status === 'ready' && (part.route === 'provider' || (await isInFile(tx, part)));
    if (isLeaving) throw new PartNotInState(part.status);
    await this.free(tx, part, actor);
    await recordPart(tx, part, { status: 'cancelled', endedAt: this.clock.now() });
    await this.owed.settle(tx, part);
    await this.tasks.resolve(tx, 'refund_approval', part, { by: null, resolution: 'cancelled' });
    if (why !== null) await this.mails.settled(tx, part, why);
  }

  /** The bank has, or is about to have, a ready part: its money leaves the wallet. */
  async sendToBank(tx: Tx, key: PartKey, move: Move): Promise<void> {
    await this.send(tx, await this.lockFor(tx, key, 'sent'), move, {});
  }

  /** It has arrived at the bank. */
  async confirm(tx: Tx, key: PartKey, move: Move): Promise<void> {
    const part = await this.lockFor(tx, key, 'confirmed');
    const at = this.clock.now();
    const request = { ...this.request(part, move), from: settledAt(part), sentOperationId: sentOperationOf(part) };
    await this.payouts.confirm(tx, request);
    await recordPart(tx, part, { status: 'confirmed', confirmedAt: at });
    await this.mails.settled(tx, part, 'confirmed');
  }

  /** It will not arrive: the money is on the wallet again, whatever had happened to it. */
  async giveBack(tx: Tx, key: PartKey, move: Move & { readonly failureCode: string }): Promise<void> {
    const part = await this.lock(tx, key);
    const status = part.status === 'confirmed' ? 'returned' : 'failed';
    if (!mayBecome(part.status, status)) throw new PartNotInState(part.status);
    const { failureCode } = move;
    const ended = { status, failureCode, endedAt: this.clock.now() } as const;
    if (part.status === 'ready') {
      await this.free(tx, part, move.actor);
      await recordPart(tx, part, ended);
    } else {
      const from = status === 'returned' ? settledAt(part) : undefined;
      const request = { ...this.request(part, move), from, sentOperationId: sentOperationOf(part) };
      await this.payouts.giveBack(tx, request);
      await recordPart(tx, part, { ...ended, returnedOperationId: request.id });
    }
    await this.owed.settle(tx, part);
    await this.tasks.resolve(tx, 'refund_stuck', part, { by: null, resolution: status });
    if (part.route === 'bank') await this.tasks.cameBack(tx, part, { isLate: status === 'returned' });
    await this.mails.settled(tx, part, status);
  }

  /** Writes down what a provider says of a part. Again, or out of order, changes nothing. */
  async applyProvidersWord(tx: Tx, key: PartKey, refund: ProviderRefund): Promise<void> {
    const move = { actor: 'system:refunds' };
    const part = await this.lock(tx, key);
    if (refund.refundId !== part.id || refund.amountOre !== part.amountOre || refund.currency !== 'NOK') {
      throw new Error(
        `Refund ${refund.refundReference} of ${refund.amountOre} ${refund.currency} is not part ${part.id} of ${part.amountOre} NOK øre`,
      );
    }
    if (part.status === 'ready') {
      await this.send(tx, part, move, { providerRefundReference: refund.refundReference });
      await this.applyProvidersWord(tx, key, refund);
    } else if (part.status === 'sent' && refund.status === 'succeeded') {
      await this.confirm(tx, key, move);
    } else if ((part.status === 'sent' || part.status === 'confirmed') && refund.status === 'failed') {
      await this.giveBack(tx, key, { ...move, failureCode: refund.failureCode ?? 'other' });
    }
  }

  private async send(
    tx: Tx,
    part: RefundPart,
    move: Move,
    change: { readonly providerRefundReference?: string },
  ): Promise<void> {
    const at = this.clock.now();
    const credit = { account: 'in_transit', name: part.provider ?? 'bank' } as const;
    const request = { ...this.request(part, move), holdId: part.holdId, amountOre: part.amountOre, credit };
    await this.holds.post(tx, request);
    const sent = { sentAt: at, sentOperationId: request.id, expectedOn: expectedOn(part.route, at) };
    await recordPart(tx, part, { ...change, ...sent, status: 'sent' });
    await this.tasks.resolve(tx, 'refund_stuck', part, { by: null, resolution: 'sent' });
    await this.mails.sent(tx, { ...part, ...sent });
  }

  private async whyNever(tx: Tx, part: RefundPart): Promise<'owed' | 'account_replaced' | null> {
    if (await this.owed.owes(tx, part)) return 'owed';
    return (await wasObjectedTo(tx, part)) ? 'account_replaced' : null;
  }

  private async free(tx: Tx, part: RefundPart, actor: string): Promise<void> {
    await this.holds.void(tx, { ...this.request(part, { actor }), holdId: part.holdId });
  }

  private request({ schoolId }: PartKey, { actor, occurredAt }: Move) {
    return { id: newId(), schoolId, actor, occurredAt: occurredAt ?? this.clock.now() };
  }

  private async lock(tx: Tx, { schoolId, id }: PartKey): Promise<RefundPart> {
    const part = await lockPart(tx, schoolId, id);
    if (!part) throw new RefundNotFound();
    return part;
  }

  private async lockFor(tx: Tx, key: PartKey, next: RefundPartStatus): Promise<RefundPart> {
    const part = await this.lock(tx, key);
    if (!mayBecome(part.status, next)) throw new PartNotInState(part.status);
    return part;
  }
}

/** Where the money of a confirmed part has left from: the provider's clearing account, or customers' own at the bank. */
function settledAt({ provider }: RefundPart): AccountRef {
  return provider === null ? { account: 'client_bank' } : { account: 'clearing', name: provider };
}

function sentOperationOf({ id, sentOperationId }: RefundPart): string {
  if (sentOperationId === null) throw new Error(`Refund part ${id} was confirmed or returned, but never sent`);
  return sentOperationId;
}
