import { Clock, Database, newId, Outbox, type Tx } from '@kantinekortet/platform';
import { tellCase } from '@kantinekortet/schools';
import { ClaimsService, HoldsService, LayersService, OperationConflict, WalletsService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import { RefundMails } from './mails/refund-mails.ts';
import { findPayersAccount } from './payout-account-rows.ts';
import { findPayments } from './payments-of.ts';
import { planRefund, sumOf, type PayerKind, type PlannedPart } from './plan-refund.ts';
import { RefundTasks } from './refund-tasks.ts';
import { RefundParts } from './refund-parts.service.ts';
import {
  findParts,
  findRefund,
  insertPart,
  insertRefund,
  mayBeTakenBack,
  type NewPart,
  type Refund,
  type RefundOrigin,
} from './refund-rows.ts';
import { PayoutAccountNeeded, PayoutAccountNotFound, RefundUnderWay, RemainderExceeded } from './refund.errors.ts';

/** Told when a refund was asked for: `{schoolId, refundId}`. */
export const refundAskedTopic = 'refunds.asked';

/** A wish for a payer's own money out of one wallet. Whether the asker may, has been judged. */
export interface RefundWish {
  readonly id: string;
  readonly schoolId: string;
  readonly walletId: string;
  readonly payerKind: PayerKind;
  readonly payerId: string;
  /** Null for everything. */
  readonly amountOre: number | null;
  /** Where the bank sends what no provider takes back; null when there is nothing of that kind. */
  readonly payoutAccountId: string | null;
  readonly origin: RefundOrigin;
  /** The person who asks; null for what is paid back unasked. */
  readonly askedBy: string | null;
  /** The support case that it is asked from, which is told. */
  readonly caseId?: string | undefined;
}

/** Refunds: asked for once, held at once, and sent in parts by whoever is to send them. */
@Injectable()
export class RefundsService {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly wallets: WalletsService;
  private readonly claims: ClaimsService;
  private readonly layers: LayersService;
  private readonly holds: HoldsService;
  private readonly parts: RefundParts;
  private readonly mails: RefundMails;
  private readonly tasks: RefundTasks;

  constructor(
    clock: Clock,
    database: Database,
    outbox: Outbox,
    wallets: WalletsService,
    claims: ClaimsService,
    layers: LayersService,
    holds: HoldsService,
    parts: RefundParts,
    mails: RefundMails,
    tasks: RefundTasks,
  ) {
    this.clock = clock;
    this.database = database;
    this.outbox = outbox;
    this.wallets = wallets;
    this.claims = claims;
    this.layers = layers;
    this.holds = holds;
    this.parts = parts;
    this.mails = mails;
    this.tasks = tasks;
  }

  /**
   * Holds the money, in the ways it will go; the same wish again changes nothing. What is owed is settled first.
   * Throws OperationConflict, RemainderExceeded, PayoutAccountNeeded, PayoutAccountNotFound.
   */
  async ask(wish: RefundWish): Promise<{ readonly isReplay: boolean }> {
    return this.database.transaction(async (tx) => {
      const { schoolId, id, walletId } = wish;
      const { claimedOre } = await this.wallets.lock(tx, schoolId, walletId);
      const earlier = await findRefund(tx, schoolId, id);
      if (earlier) {
        if (!isSameWish(earlier, wish)) throw new OperationConflict();
        return { isReplay: true };
      }
      if (claimedOre > 0) {
        await this.claims.settleFromBalance(tx, { ...this.request(wish), id: newId(), walletId });
      }
      const planned = await this.plan(tx, wish);
      await this.write(tx, wish, planned);
      return { isReplay: false };
    });
  }

  /** Takes back what of a refund has not left. Throws RefundUnderWay when there is nothing of that kind any more. */
  async cancel(tx: Tx, { schoolId, id }: Pick<Refund, 'schoolId' | 'id'>, personId: string): Promise<void> {
    const parts = await findParts(tx, schoolId, id);
    const held = parts.filter((part) => mayBeTakenBack(part));
    if (held.length === 0) throw new RefundUnderWay();
    for (const part of held) await this.parts.cancel(tx, part, { actor: `person:${personId}`, why: null });
  }

  private async plan(tx: Tx, wish: RefundWish): Promise<readonly PlannedPart[]> {
    const { schoolId, walletId, payerId, payerKind } = wish;
    const remainders = await this.layers.remainders(tx, schoolId, walletId);
    const layers = remainders.filter((layer) => layer.payerId === payerId);
    const refundableOre = sumOf(layers);
    const amountOre = wish.amountOre ?? refundableOre;
    if (amountOre > refundableOre || amountOre === 0) throw new RemainderExceeded(refundableOre);
    const references = layers.map(({ paymentReference }) => paymentReference);
    const payments = await findPayments(tx, schoolId, references);
    return planRefund({ layers, payments, payerKind, amountOre, now: this.clock.now() });
  }

  private async write(tx: Tx, wish: RefundWish, planned: readonly PlannedPart[]): Promise<void> {
    const { schoolId, id, walletId, payerId } = wish;
    const payoutAccountId = await this.accountFor(tx, wish, planned);
    const parts = planned.map((part, index) => toNewPart(wish, part, index + 1, payoutAccountId));
    const held = parts.map(({ holdId, amountOre, paymentReference }) => ({ id: holdId, amountOre, paymentReference }));
    const { result } = await this.holds.placeAll(tx, { ...this.request(wish), walletId, payerId, parts: held });
    const left = await this.layers.remainders(tx, schoolId, walletId);
    const refund: Refund = {
      schoolId,
      id,
      walletId,
      merchantId: await merchantOf(tx, schoolId),
      payerKind: wish.payerKind,
      payerId,
      amountOre: result.amountOre,
      isEverything: !left.some((layer) => layer.payerId === payerId),
      requestedOre: wish.amountOre,
      requestedAccountId: wish.payoutAccountId,
      origin: wish.origin,
      askedBy: wish.askedBy,
      askedAt: this.clock.now(),
    };
    await insertRefund(tx, refund);
    for (const part of parts) {
      await insertPart(tx, part);
      if (part.needsApproval) await this.tasks.open(tx, 'refund_approval', part);
    }
    if (wish.origin !== 'leaver') {
      await this.mails.asked(
        tx,
        parts.map((part) => ({ ...part, expectedOn: null })),
      );
    }
    await this.outbox.add(tx, refundAskedTopic, { schoolId, refundId: id });
    if (wish.askedBy !== null) {
      const { caseId, askedBy: actorId } = wish;
      const facts = { refundId: id, amountOre: refund.amountOre };
      await tellCase(tx, this.outbox, { schoolId, caseId, kind: 'refund_asked', facts, actorId });
    }
  }

  private async accountFor(tx: Tx, wish: RefundWish, planned: readonly PlannedPart[]): Promise<string | null> {
    const bankOre = planned.reduce((sum, { route, amountOre }) => sum + (route === 'bank' ? amountOre : 0), 0);
    if (bankOre === 0) return null;
    if (wish.payoutAccountId === null) throw new PayoutAccountNeeded(bankOre);
    const account = await findPayersAccount(tx, wish.schoolId, wish.payerId);
    if (account?.id !== wish.payoutAccountId) throw new PayoutAccountNotFound();
    return account.id;
  }

  private request({ id, schoolId, askedBy }: RefundWish) {
    const actor = askedBy === null ? 'system:leavers' : `person:${askedBy}`;
    return { id, schoolId, actor, occurredAt: this.clock.now() };
  }
}

function isSameWish(earlier: Refund, wish: RefundWish): boolean {
  return (
    earlier.walletId === wish.walletId &&
    earlier.payerId === wish.payerId &&
    earlier.askedBy === wish.askedBy &&
    earlier.requestedOre === wish.amountOre &&
    earlier.requestedAccountId === wish.payoutAccountId
  );
}

function toNewPart(wish: RefundWish, part: PlannedPart, number: number, payoutAccountId: string | null): NewPart {
  const common = {
    schoolId: wish.schoolId,
    id: newId(),
    refundId: wish.id,
    number,
    amountOre: part.amountOre,
    holdId: newId(),
  };
  const noProvider = { provider: null, providerPaymentReference: null, cardBrand: null, cardLast4: null };
  if (part.route === 'bank') {
    const { route, paymentReference, needsApproval } = part;
    return { ...common, ...noProvider, route, paymentReference, payoutAccountId, needsApproval };
  }
  const { reference, provider, providerReference, card } = part.payment;
  return {
    ...common,
    route: part.route,
    paymentReference: reference,
    provider,
    providerPaymentReference: providerReference,
    cardBrand: card?.brand ?? null,
    cardLast4: card?.last4 ?? null,
    payoutAccountId: null,
    needsApproval: false,
  };
}

async function merchantOf(tx: Tx, schoolId: string): Promise<string> {
  const [school] = await tx.query<{ merchantId: string }[]>(
    'SELECT merchant_id AS "merchantId" FROM school WHERE id = $1',
    [schoolId],
  );
  if (!school) throw new Error(`School ${schoolId} has gone`);
  return school.merchantId;
}
