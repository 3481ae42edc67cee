import { Clock, Database, decodeCursor, toPage } from '@kantinekortet/platform';
import { LayersService, WalletsService } from '@kantinekortet/wallet';
import { appOf } from '@kantinekortet/providers';
import { Injectable } from '@nestjs/common';
import { expectedOn } from './expected-on.ts';
import type { PayersWallet } from './payer-wallets.ts';
import { findPayersAccount } from './payout-account-rows.ts';
import { findPayments } from './payments-of.ts';
import { afterClaims, planRefund, sumOf, type PlannedPart } from './plan-refund.ts';
import { findParts, findRefundsOfPayer, mayBeTakenBack, type Refund, type RefundPart } from './refund-rows.ts';
import type {
  RefundPage,
  RefundPartView,
  RefundView,
  RefundWayView,
  RefundableView,
  RefundsQuery,
} from './refund.dto.ts';
import { RefundNotFound, RemainderExceeded } from './refund.errors.ts';
import { findSilentUntil, findWaitingReasons, type WaitingReason } from './waiting-reasons.ts';

interface Holder {
  readonly firstName: string;
  readonly schoolName: string;
}

/** What a payer sees: what they can have back, and what becomes of what they asked for. */
@Injectable()
export class RefundViews {
  private readonly clock: Clock;
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly layers: LayersService;

  constructor(clock: Clock, database: Database, wallets: WalletsService, layers: LayersService) {
    this.clock = clock;
    this.database = database;
    this.wallets = wallets;
    this.layers = layers;
  }

  /** What is left of a person's money in a wallet, and which ways an amount of it would go. Throws RemainderExceeded. */
  async refundable(
    { schoolId, walletId }: PayersWallet,
    payerId: string,
    wishedOre: number | undefined,
  ): Promise<RefundableView> {
    const now = this.clock.now();
    const { claimedOre } = await this.wallets.get(this.database, schoolId, walletId);
    const remainders = await this.layers.remainders(this.database, schoolId, walletId);
    const left = afterClaims(remainders, claimedOre);
    const layers = left.filter((layer) => layer.payerId === payerId);
    const refundableOre = sumOf(layers);
    const amountOre = wishedOre ?? refundableOre;
    if (amountOre > refundableOre) throw new RemainderExceeded(refundableOre);
    const payments = await findPayments(
      this.database,
      schoolId,
      layers.map(({ paymentReference }) => paymentReference),
    );
    const parts = planRefund({ layers, payments, payerKind: 'person', amountOre, now });
    const account = await findPayersAccount(this.database, schoolId, payerId);
    return {
      walletId,
      ...(await this.holderOf(schoolId, walletId)),
      refundableOre,
      othersOre: sumOf(left) - refundableOre,
      claimedOre: Math.min(claimedOre, sumOf(remainders)),
      ways: parts.filter((part) => part.amountOre > 0).map((part) => toWay(part, now)),
      account: account ? { id: account.id, last4: account.last4, usableAt: account.usableAt } : null,
      registersUntil: await findSilentUntil(this.database, schoolId, now),
    };
  }

  /** One refund of a payer. Throws RefundNotFound. */
  async one(schoolIds: readonly string[], payerId: string, id: string): Promise<RefundView> {
    const [refund] = await findRefundsOfPayer(this.database, { schoolIds, payerId, id, limit: 1 });
    if (!refund) throw new RefundNotFound();
    return this.toView(refund);
  }

  /** A payer's refunds, newest first. */
  async list(schoolIds: readonly string[], payerId: string, query: RefundsQuery): Promise<RefundPage> {
    const { walletId, limit } = query;
    const [before = null] = decodeCursor(query.cursor, ['uuid']) ?? [];
    const found = await findRefundsOfPayer(this.database, { schoolIds, payerId, walletId, before, limit: limit + 1 });
    const { items, nextCursor } = toPage(found, limit, ({ id }) => [id]);
    return { items: await Promise.all(items.map((refund) => this.toView(refund))), nextCursor };
  }

  private async toView({ schoolId, id, walletId, amountOre, askedAt }: Refund): Promise<RefundView> {
    const parts = await findParts(this.database, schoolId, id);
    const now = this.clock.now();
    const partIds = parts.map((part) => part.id);
    const reasons = await findWaitingReasons(this.database, schoolId, partIds, now);
    const last4Of = await this.accountsOf(schoolId, parts);
    const { firstName } = await this.holderOf(schoolId, walletId);
    return {
      id,
      walletId,
      firstName,
      amountOre,
      askedAt,
      canCancel: parts.some((part) => mayBeTakenBack(part)),
      parts: parts.map((part) => toPartView(part, reasons.get(part.id) ?? [], last4Of, now)),
    };
  }

  private async holderOf(schoolId: string, walletId: string): Promise<Holder> {
    const [holder] = await this.database.query<Holder>(
      `SELECT p.first_name AS "firstName", s.name AS "schoolName"
         FROM pupil p JOIN school s ON s.id = p.school_id WHERE p.school_id = $1 AND p.wallet_id = $2`,
      [schoolId, walletId],
    );
    if (!holder) throw new Error(`Wallet ${walletId} is nobody's`);
    return holder;
  }

  private async accountsOf(schoolId: string, parts: readonly RefundPart[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; last4: string }>(
      'SELECT id, last4 FROM payout_account WHERE school_id = $1 AND id = ANY ($2::uuid[])',
      [schoolId, parts.map(({ payoutAccountId }) => payoutAccountId)],
    );
    return new Map(rows.map(({ id, last4 }) => [id, last4]));
  }
}

function toWay(part: PlannedPart, now: Date): RefundWayView {
  const card = part.route === 'provider' ? part.payment.card : null;
  return {
    route: part.route,
    amountOre: part.amountOre,
    provider: part.route === 'provider' ? part.payment.provider : null,
    app: part.route === 'provider' ? appOf(part.payment.provider) : null,
    cardBrand: card?.brand ?? null,
    cardLast4: card?.last4 ?? null,
    expectedOn: expectedOn(part.route, now),
    needsApproval: part.route === 'bank' && part.needsApproval,
  };
}

function toPartView(
  part: RefundPart,
  waitsFor: readonly WaitingReason[],
  last4Of: ReadonlyMap<string, string>,
  now: Date,
): RefundPartView {
  const ends = waitsFor.flatMap(({ until }) => (until ? [until.getTime()] : []));
  const leavesAt = new Date(Math.max(now.getTime(), ...ends));
  return {
    id: part.id,
    status: part.status,
    route: part.route,
    amountOre: part.amountOre,
    provider: part.provider,
    app: part.provider && appOf(part.provider),
    cardBrand: part.cardBrand,
    cardLast4: part.cardLast4,
    accountLast4: part.payoutAccountId === null ? null : (last4Of.get(part.payoutAccountId) ?? null),
    expectedOn: part.expectedOn ?? expectedOn(part.route, leavesAt),
    needsApproval: part.needsApproval,
    waitsFor: [...waitsFor],
    sentAt: part.sentAt,
    confirmedAt: part.confirmedAt,
    endedAt: part.endedAt,
  };
}
